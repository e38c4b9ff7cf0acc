import { CheckCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import type { CellProps } from '@/lib/fields/field-kind';
import type { Resource } from '@/lib/resource/define-resource';
import { useAction } from '@/lib/resource/use-action';
import { useToast } from '@/lib/resource/use-toast';
import { lead } from './lead.resource';

const CLAIM = { name: 'claim', label: 'lead:action.claim' };

/** Takes a lead out of its pool, at once. */
export function ClaimButton({ row, isWide = false }: { row: Row; isWide?: boolean }) {
  const { t } = useTranslation('lead');
  const { run } = useAction(lead);
  const toast = useToast();
  const [isRunning, setRunning] = useState(false);
  if (!row.allowed_actions?.includes('claim')) return <span className="gx-faint">{t('assigned_only')}</span>;
  const claim = async () => {
    setRunning(true);
    try {
      await run(row, CLAIM);
    } catch (error) {
      toast.failed(error);
    } finally {
      setRunning(false);
    }
  };
  return (
    <Button
      type="primary"
      ghost={!isWide}
      size={isWide ? 'middle' : 'small'}
      icon={<CheckCircleOutlined />}
      loading={isRunning}
      aria-label={t('claim_what', { name: lead.titleOf(row) })}
      onClick={(event) => {
        event.stopPropagation();
        void claim();
      }}
    >
      {t('action.claim')}
    </Button>
  );
}

/** All rows of the pool are in the same state: there the column offers to change it. */
function ClaimCell({ row }: CellProps) {
  return <ClaimButton row={row} />;
}

export const pooledLead: Resource = { ...lead, toneOf: undefined, cells: { ...lead.cells, status: ClaimCell } };
