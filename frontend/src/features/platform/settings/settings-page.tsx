import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Input, Skeleton } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '@/lib/keyboard/use-shortcut';
import { EmptyState, Failure } from '@/lib/list/list-states';
import { useLabel } from '@/lib/resource/meta';
import { areaOf, areasOf, type Setting, settingsQuery } from './setting';
import { SettingRow } from './setting-row';
import './settings.css';

const route = getRouteApi('/_app/settings/');
const NONE: Setting[] = [];

/** What the organisation sets, area by area. */
export function SettingsPage() {
  const { t } = useTranslation('setting');
  const label = useLabel();
  const { area: asked, q } = route.useSearch();
  const navigate = route.useNavigate();
  const input = useRef<HTMLDivElement>(null);
  useShortcut('/', t('search'), () => input.current?.querySelector('input')?.focus());
  const found = useQuery(settingsQuery);
  const settings = found.data?.items ?? NONE;
  const areas = areasOf(settings);
  const area = areas.find((it) => it === asked) ?? areas[0];
  const shown = settings.filter((it) => (q ? label(it.label).includes(q) || it.key.includes(q) : areaOf(it) === area));
  return (
    <main className="gx-page gx-settings">
      <header className="gx-page-head">
        <h1>{t('title')}</h1>
        <div ref={input}>
          <Input.Search
            allowClear
            aria-label={t('search')}
            placeholder={t('search')}
            value={q ?? ''}
            onChange={(event) =>
              void navigate({ search: (old) => ({ ...old, q: event.target.value || undefined }), replace: true })
            }
          />
        </div>
      </header>
      {found.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data && (
        <div className="gx-settings-body">
          <nav aria-label={t('areas')}>
            {areas.map((it) => (
              <button
                key={it}
                type="button"
                aria-current={!q && it === area ? 'true' : undefined}
                onClick={() => void navigate({ search: { area: it } })}
              >
                {t(`area.${it}`)}
              </button>
            ))}
          </nav>
          <ul aria-label={q || !area ? t('found') : t(`area.${area}`)}>
            {shown.map((it) => (
              <SettingRow key={it.key} setting={it} />
            ))}
            {shown.length === 0 && <EmptyState title={t('common:nothing_found')} />}
          </ul>
        </div>
      )}
    </main>
  );
}
