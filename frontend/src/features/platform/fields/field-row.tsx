import { EditOutlined, StopOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import { StatusTag } from '@/lib/fields/status-tag';
import { MoveHandle } from '@/lib/order/move-handle';

interface FieldRowProps {
  row: Row;
  at: number;
  of: number;
  drag: object;
  onMove: (by: -1 | 1) => void;
  onEdit: () => void;
  onRetire: () => void;
}

const MARKS = ['required', 'is_unique', 'searchable', 'sensitive'] as const;

/** A field among those of its records. */
export function FieldRow({ row, at, of, drag, onMove, onEdit, onRetire }: FieldRowProps) {
  const { t } = useTranslation('custom_field');
  const name = String(row.label);
  const can = new Set(row.allowed_actions);
  return (
    <li {...(can.has('update') ? drag : {})}>
      {can.has('update') && (
        <MoveHandle id={row.id} name={name} canRise={at > 0} canSink={at < of - 1} onMove={onMove} />
      )}
      <span className="gx-field-name">
        <b>{name}</b> <code className="gx-faint">{String(row.key)}</code>
      </span>
      <span className="gx-faint">{t(`type.${row.type}`)}</span>
      <span className="gx-tags">
        {MARKS.filter((mark) => row[mark] === true).map((mark) => (
          <StatusTag key={mark}>{t(`mark.${mark}`)}</StatusTag>
        ))}
      </span>
      <span>
        {can.has('update') && (
          <Button type="text" icon={<EditOutlined />} aria-label={t('edit_what', { name })} onClick={onEdit} />
        )}
        {can.has('delete') && (
          <Button type="text" icon={<StopOutlined />} aria-label={t('retire_what', { name })} onClick={onRetire} />
        )}
      </span>
    </li>
  );
}
