import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/lib/api/session';
import { inZone } from '@/lib/format/date';
import { useNav } from '../shell/nav';
import './home-page.css';

/** The first page: a greeting and the ways on. */
export function HomePage() {
  const { t } = useTranslation();
  const session = useSession();
  const groups = useNav();
  const hour = inZone(new Date().toISOString()).hour();
  const greeting = hour < 12 ? 'home_page.morning' : hour < 18 ? 'home_page.afternoon' : 'home_page.evening';
  return (
    <section className="gx-home">
      <h1>{t(greeting, { name: session?.user.name ?? '' })}</h1>
      {groups.map((group) => {
        const entries = group.entries.filter((entry) => entry.to !== '/');
        if (entries.length === 0) return null;
        return (
          <section key={group.label} aria-label={t(group.label)}>
            <h2>{t(group.label)}</h2>
            <ul>
              {entries.map((entry) => (
                <li key={entry.to}>
                  <Link to={entry.to}>
                    <span aria-hidden="true">{entry.icon}</span>
                    {t(entry.label)}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}
