import { CalendarOutlined } from '@ant-design/icons';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RemoteSelect } from '@/lib/fields/remote-select';
import { useLabel } from '@/lib/resource/meta';
import { ACTIONS, RESULTS, wordOf } from './audit-entry';
import type { AuditSearch } from './audit-search';
import { useResources } from './use-resources';

const route = getRouteApi('/_app/audit-logs');

function useFilter() {
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const change = (next: Partial<AuditSearch>) =>
    void navigate({ search: (old) => ({ ...old, ...next }), replace: true });
  return { search, change };
}

function Actor() {
  const { t } = useTranslation('audit');
  const { search, change } = useFilter();
  return (
    <RemoteSelect
      path="/users"
      label={t('actor')}
      value={search.actor}
      allowClear
      placeholder={t('actor')}
      onChange={(next) => change({ actor: typeof next === 'string' ? next : undefined })}
    />
  );
}

const days = () => import('@/lib/fields/day-range');
const DayRange = lazy(() => days().then((it) => ({ default: it.DayRange })));
const prepareDays = () => void days().catch(() => undefined);

/** A calendar weighs more than the log: it comes when somebody is about to use it. */
function Days() {
  const { t } = useTranslation('audit');
  const { search, change } = useFilter();
  const [isAsked, setAsked] = useState(false);
  const button = (
    <Button
      className="gx-audit-days"
      icon={<CalendarOutlined />}
      iconPlacement="end"
      onPointerEnter={prepareDays}
      onFocus={prepareDays}
      onClick={() => setAsked(true)}
    >
      {t('days')}
    </Button>
  );
  if (!isAsked && !search.from && !search.until) return button;
  return (
    <Suspense fallback={button}>
      <DayRange
        from={search.from}
        until={search.until}
        isOpenEnded
        isAsked={isAsked}
        label={t('days')}
        onChange={(from, until) => change({ from, until })}
      />
    </Suspense>
  );
}

export function LogFilters() {
  const { t } = useTranslation('audit');
  const { search, change } = useFilter();
  const { action, result } = search;
  return (
    <div className="gx-audit-filters">
      <Actor />
      <Select
        allowClear
        aria-label={t('action_label')}
        placeholder={t('action_label')}
        value={action}
        showSearch={{ optionFilterProp: 'label' }}
        options={ACTIONS.map((value) => ({ value, label: t(`action.${wordOf(value)}`) }))}
        onChange={(next?: string) => change({ action: next })}
      />
      <Select
        allowClear
        aria-label={t('result_label')}
        placeholder={t('result_label')}
        value={result}
        options={RESULTS.map((value) => ({ value, label: t(`result.${value}`) }))}
        onChange={(next?: string) => change({ result: next })}
      />
      <Days />
    </div>
  );
}

export function ChangeFilters() {
  const { t } = useTranslation('audit');
  const label = useLabel();
  const { search, change } = useFilter();
  const resources = useResources();
  return (
    <div className="gx-audit-filters">
      <Actor />
      <Select
        allowClear
        aria-label={t('resource')}
        placeholder={t('resource')}
        value={search.resource}
        showSearch={{ optionFilterProp: 'label' }}
        options={[...resources].map(([value, words]) => ({ value, label: label(words) }))}
        onChange={(next?: string) => change({ resource: next })}
      />
    </div>
  );
}
