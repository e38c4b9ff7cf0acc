import { UserDeleteOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Popover, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '@/lib/api/query';
import { Failure } from '@/lib/list/list-states';
import './reports.css';

const KINDS = ['daily', 'weekly', 'monthly'] as const;

/** Whose report of the last day, week or month is not there. */
export function MissingReports() {
  const { t } = useTranslation('work_report');
  return (
    <Popover trigger="click" placement="bottomRight" destroyOnHidden title={t('missing_title')} content={<Missing />}>
      <Button icon={<UserDeleteOutlined />}>{t('missing')}</Button>
    </Popover>
  );
}

function Missing() {
  const { t } = useTranslation('work_report');
  const [kind, setKind] = useState<(typeof KINDS)[number]>('daily');
  const found = useQuery(query('/work-reports/missing', { query: { kind } }));
  const people = found.data?.items ?? [];
  return (
    <div className="gx-missing">
      <Segmented
        value={kind}
        onChange={setKind}
        options={KINDS.map((it) => ({ value: it, label: t(`kind.${it}`) }))}
        aria-label={t('kind_label')}
      />
      {found.isPending && <Skeleton active title={false} />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data && people.length === 0 && <p className="gx-faint">{t('missing_none')}</p>}
      <ul>
        {people.map((it) => (
          <li key={it.user_id}>{it.user_name}</li>
        ))}
      </ul>
    </div>
  );
}
