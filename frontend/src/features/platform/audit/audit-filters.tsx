import { getRouteApi } from '@tanstack/react-router';
import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
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

export function LogFilters() {
  const { t } = useTranslation('audit');
  const { search, change } = useFilter();
  const { action, result, from, until } = search;
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
      <DatePicker.RangePicker
        allowEmpty
        aria-label={t('days')}
        value={[from ? dayjs(from) : null, until ? dayjs(until) : null]}
        onChange={(days) => change({ from: days?.[0]?.format('YYYY-MM-DD'), until: days?.[1]?.format('YYYY-MM-DD') })}
      />
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
