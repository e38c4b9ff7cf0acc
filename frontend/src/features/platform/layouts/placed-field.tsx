import { CloseOutlined, SettingOutlined } from '@ant-design/icons';
import { Button, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/lib/fields/status-tag';
import { ConditionInput } from '@/lib/list/condition-input';
import { MoveHandle } from '@/lib/order/move-handle';
import type { Placed } from '@/lib/resource/layout';

interface PlacedFieldProps {
  /** The records it is about. */
  of: string;
  name: string;
  field: Placed;
  canRise: boolean;
  canSink: boolean;
  /** The sections that it can go to. */
  sections: { key: string; label: string }[];
  drag: object;
  onMove: (by: -1 | 1) => void;
  onDrop: (section: string) => void;
  onChange: (change: Partial<Placed>) => void;
  onRemove: () => void;
}

/** A field in its place, and what is said of it there. */
export function PlacedField(props: PlacedFieldProps) {
  const { of, name, field, canRise, canSink, sections, drag, onMove, onDrop, onChange, onRemove } = props;
  const { t } = useTranslation('layout');
  const [isOpen, setOpen] = useState(false);
  const more = sections.map(({ key, label }) => ({ key, label: t('move_to', { name: label }) }));
  const marks = (['read_only', 'required', 'show_when', 'require_when'] as const).filter((mark) => field[mark]);
  return (
    <li className="gx-placed" {...drag}>
      <div>
        <MoveHandle
          id={field.key}
          name={name}
          canRise={canRise}
          canSink={canSink}
          onMove={onMove}
          more={more}
          onChoose={onDrop}
        />
        <span className="gx-placed-name">{name}</span>
        <span className="gx-tags">
          {marks.map((mark) => (
            <StatusTag key={mark}>{t(`mark.${mark}`)}</StatusTag>
          ))}
        </span>
        <Button
          type="text"
          size="small"
          icon={<SettingOutlined />}
          aria-label={t('settings_of', { name })}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        />
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('remove', { name })}
          onClick={onRemove}
        />
      </div>
      {isOpen && (
        <div className="gx-placed-more">
          {(['read_only', 'required'] as const).map((flag) => (
            <span key={flag} className="gx-placed-flag">
              <Switch
                size="small"
                aria-label={t('flag_of', { name, flag: t(`mark.${flag}`) })}
                checked={field[flag] === true}
                onChange={(next) => onChange({ [flag]: next })}
              />
              {t(`mark.${flag}`)}
            </span>
          ))}
          {(['show_when', 'require_when'] as const).map((when) => (
            <div key={when}>
              <span className="gx-faint">{t(when)}</span>
              <ConditionInput of={of} value={field[when]} onChange={(next) => onChange({ [when]: next })} />
            </div>
          ))}
        </div>
      )}
    </li>
  );
}
