import { AppstoreOutlined } from '@ant-design/icons';
import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCurrentEntry, useNav } from './nav';

const ON_BAR = 4;

/** The bar at the bottom of a phone; the rest is behind "more". */
export function BottomNav() {
  const { t } = useTranslation();
  const groups = useNav();
  const current = useCurrentEntry(groups);
  const [isOpen, setOpen] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of page closes the sheet
  useEffect(() => setOpen(false), [path]);
  const onBar = groups.flatMap((group) => group.entries.filter((entry) => entry.isOnPhone)).slice(0, ON_BAR);
  return (
    <>
      {isOpen && (
        <nav className="gx-sheet" aria-label={t('nav.more')}>
          {groups.map((group) => (
            <section key={group.label}>
              <h2>{t(group.label)}</h2>
              <ul>
                {group.entries.map((entry) => (
                  <li key={entry.to}>
                    <Link to={entry.to} className="gx-sheet-link">
                      <span aria-hidden="true">{entry.icon}</span>
                      {t(entry.label)}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </nav>
      )}
      <nav className="gx-bottom" aria-label={t('nav.phone')}>
        {onBar.map((entry) => (
          <Link
            key={entry.to}
            to={entry.to}
            activeOptions={{ exact: true, includeSearch: false }}
            data-status={entry.to === current ? 'active' : undefined}
            aria-current={entry.to === current ? 'page' : undefined}
          >
            <span aria-hidden="true">{entry.icon}</span>
            {t(entry.label)}
          </Link>
        ))}
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <AppstoreOutlined />
          {t('nav.more')}
        </button>
      </nav>
    </>
  );
}
