import { DeleteOutlined, EditOutlined, SendOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import { StatusTag } from '@/lib/fields/status-tag';
import { formatDate, formatTime } from '@/lib/format/date';
import { startAction } from '@/lib/resource/start-action';
import { useSave } from '@/lib/resource/use-save';
import { useToast } from '@/lib/resource/use-toast';
import { knowledge } from './knowledge.resource';
import { isExpired, KindCell, StatusCell } from './knowledge-cells';

/** One thing known, with what one may do about it. */
export function KnowledgeEntry({ row, onEdit }: { row: Row; onEdit: () => void }) {
  const { t } = useTranslation('customer_knowledge');
  const toast = useToast();
  const { remove } = useSave(knowledge);
  const can = new Set(row.allowed_actions);
  const publish = knowledge.actions?.find((it) => it.name === 'publish');
  const field = { key: '', kind: 'choice', label: { zh: '', en: '' } } as const;
  const isOver = isExpired(row.valid_until);
  const facts = [
    t('confidence_of', { word: t(`confidence.${row.confidence}`) }),
    row.valid_until ? t('until', { date: formatDate(row.valid_until) }) : '',
    t(`visibility.${row.visibility}`),
    String(row.created_by_name ?? ''),
    formatTime(row.created_at),
  ];
  return (
    <li className="gx-knowledge" data-off={isOver || undefined}>
      <header>
        <KindCell value={row.kind} field={field} row={row} />
        <StatusCell value={row.status} field={field} row={row} />
        {isOver && <StatusTag>{t('expired')}</StatusTag>}
        <span>
          {publish && can.has('publish') && (
            <Button icon={<SendOutlined />} onClick={() => startAction(knowledge, publish, { record: row, count: 1 })}>
              {t('action.publish')}
            </Button>
          )}
          {can.has('update') && <Button type="text" icon={<EditOutlined />} aria-label={t('edit')} onClick={onEdit} />}
          {can.has('delete') && (
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('common:delete')}
              onClick={() => void remove(row).catch(toast.failed)}
            />
          )}
        </span>
      </header>
      <p>{String(row.text)}</p>
      <small>{facts.filter(Boolean).join(' · ')}</small>
    </li>
  );
}
