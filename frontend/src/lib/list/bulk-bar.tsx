import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/lib/resource/permissions';
import { startAction } from '@/lib/resource/start-action';
import type { ListState } from '@/lib/resource/use-resource-list';

/** What can be done with the chosen rows, or with all that match. */
export function BulkBar({ list, children }: { list: ListState; children?: ReactNode }) {
  const { t } = useTranslation();
  if (list.selected.length === 0 && !list.isAllSelected) return null;
  const all = list.total?.value ?? list.count;
  const canTakeAll =
    !list.isAllSelected && list.selected.length >= Math.min(list.count, 50) && all > list.selected.length;
  return (
    <div className="gx-bulk" role="toolbar" aria-label={t('bulk.title')}>
      <span aria-live="polite">
        {list.isAllSelected
          ? t('bulk.all_selected', { count: all })
          : t('bulk.selected', { count: list.selected.length })}
      </span>
      {canTakeAll && (
        <Button type="link" size="small" onClick={() => list.select(list.selectedIds, true)}>
          {t('bulk.select_all', { count: all })}
        </Button>
      )}
      <span className="gx-bulk-actions">{children}</span>
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        aria-label={t('bulk.clear')}
        onClick={() => list.select(new Set())}
      />
    </div>
  );
}

/** The resource's own verbs that take a selection, for those who may. */
export function BulkActions({ list, only }: { list: ListState; only?: string[] }) {
  const { t } = useTranslation();
  const can = useCan();
  const { resource } = list;
  const actions = (resource.actions ?? []).filter(
    (action) => action.isBatch && (!only || only.includes(action.name)) && can(`${resource.key}:${action.name}`),
  );
  return (
    <>
      {actions.map((action) => (
        <Button
          key={action.name}
          size="small"
          icon={action.icon}
          danger={action.isDanger}
          onClick={() =>
            startAction(resource, action, {
              subject: list.subject,
              count: list.subjectCount,
              onDone: () => list.select(new Set()),
            })
          }
        >
          {t(action.label)}
        </Button>
      ))}
    </>
  );
}
