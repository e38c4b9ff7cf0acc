import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/lib/api/session';
import { usePreferences } from '../preferences';
import { useCurrentEntry, useNav } from './nav';

export function SideNav({ isNarrow }: { isNarrow: boolean }) {
  const { t } = useTranslation();
  const groups = useNav();
  const current = useCurrentEntry(groups);
  const session = useSession();
  const links = useRef<HTMLDivElement>(null);
  // The entry of the page one is on is in sight, however long the list.
  useEffect(() => {
    if (current) links.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const toggle = () => usePreferences.setState({ isNavNarrow: !isNarrow });
  return (
    <nav className="gx-side" data-narrow={isNarrow || undefined} aria-label={t('nav.title')}>
      <div className="gx-brand">
        <img src="/favicon.svg" alt="" width={24} height={24} />
        <b className="gx-ellipsis">{session?.tenant.name ?? t('product')}</b>
      </div>
      <div ref={links} className="gx-side-groups">
        {groups.map((group) => (
          <section key={group.label} aria-label={t(group.label)}>
            <h2>{t(group.label)}</h2>
            <ul>
              {group.entries.map((entry) => (
                <li key={entry.to}>
                  <Link
                    to={entry.to}
                    title={isNarrow ? t(entry.label) : undefined}
                    activeOptions={{ exact: true, includeSearch: false }}
                    data-status={entry.to === current ? 'active' : undefined}
                    aria-current={entry.to === current ? 'page' : undefined}
                    className="gx-nav-link"
                  >
                    <span aria-hidden="true">{entry.icon}</span>
                    <span className="gx-nav-word">{t(entry.label)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <button type="button" className="gx-nav-link gx-fold" onClick={toggle} aria-expanded={!isNarrow}>
        {isNarrow ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        <span className="gx-nav-word">{t('nav.fold')}</span>
      </button>
    </nav>
  );
}
