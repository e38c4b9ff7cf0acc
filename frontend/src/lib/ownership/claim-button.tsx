import { CheckCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import type { CellProps } from '@/lib/fields/field-kind';
import type { Resource } from '@/lib/resource/define-resource';
import { useAction } from '@/lib/resource/use-action';
import { useToast } from '@/lib/resource/use-toast';

const CLAIM = { name: 'claim', label: 'ownership.claim' };

interface ClaimButtonProps {
  resource: Resource;
  row: Row;
  isWide?: boolean;
}

/** Takes a record out of its pool, at once. */
export function ClaimButton({ resource, row, isWide = false }: ClaimButtonProps) {
  const { t } = useTranslation();
  const { run } = useAction(resource);
  const toast = useToast();
  const [isRunning, setRunning] = useState(false);
  if (!row.allowed_actions?.includes('claim')) return <span className="gx-faint">{t('ownership.assigned_only')}</span>;
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
      aria-label={t('ownership.claim_what', { name: resource.titleOf(row) })}
      onClick={(event) => {
        event.stopPropagation();
        void claim();
      }}
    >
      {t('ownership.claim')}
    </Button>
  );
}

/** The resource as a pool shows it: all rows are in the same state, so that column offers to change it. */
export function pooled(resource: Resource): Resource {
  const ClaimCell = ({ row }: CellProps) => <ClaimButton resource={resource} row={row} />;
  return { ...resource, toneOf: undefined, cells: { ...resource.cells, status: ClaimCell } };
}
