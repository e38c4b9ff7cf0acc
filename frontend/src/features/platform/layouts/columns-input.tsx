import { CloseOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { MoveHandle } from '@/lib/order/move-handle';
import { movedBefore, movedBy } from '@/lib/order/moved';
import { useDrag } from '@/lib/order/use-drag';
import { useLabel, useMeta } from '@/lib/resource/meta';

interface ColumnsInputProps {
  of: string;
  /** Given by `Form.Item`. */
  value?: string[];
  onChange?: (keys: string[]) => void;
}

/** The columns of the list, from left to right. */
export function ColumnsInput({ of, value = [], onChange }: ColumnsInputProps) {
  const { t } = useTranslation('layout');
  const label = useLabel();
  const { fields, byKey } = useMeta(of);
  const { item } = useDrag((dragged, before) => onChange?.(movedBefore(value, dragged, before)));
  const nameOf = (key: string) => label(byKey.get(key)?.label) || key;
  const free = fields.filter(({ key, readable }) => readable !== false && !value.includes(key));
  return (
    <div className="gx-sections">
      {value.length > 0 && (
        <ol>
          {value.map((key, at) => (
            <li key={key} className="gx-placed" {...item(key)}>
              <div>
                <MoveHandle
                  id={`column-${key}`}
                  name={t('column', { name: nameOf(key) })}
                  canRise={at > 0}
                  canSink={at < value.length - 1}
                  onMove={(by) => onChange?.(movedBy(value, key, by))}
                />
                <span className="gx-placed-name">{nameOf(key)}</span>
                <Button
                  type="text"
                  size="small"
                  icon={<CloseOutlined />}
                  aria-label={t('remove', { name: t('column', { name: nameOf(key) }) })}
                  onClick={() => onChange?.(value.filter((it) => it !== key))}
                />
              </div>
            </li>
          ))}
        </ol>
      )}
      <Select
        size="small"
        aria-label={t('add_column')}
        placeholder={t('add_column')}
        value={null}
        options={free.map(({ key }) => ({ value: key, label: nameOf(key) }))}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        onChange={(key: string | null) => key && onChange?.([...value, key])}
      />
    </div>
  );
}
