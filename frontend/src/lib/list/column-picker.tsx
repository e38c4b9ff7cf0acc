import { ArrowDownOutlined, ArrowUpOutlined, PushpinFilled, PushpinOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFieldName } from '@/lib/resource/use-field-name';
import type { ListState } from '@/lib/resource/use-resource-list';
import { changeColumn, moveColumn, toggleColumn } from './columns';

/** Shows, hides, pins and orders columns. */
export function ColumnPicker({ list }: { list: ListState }) {
  const { t } = useTranslation();
  const fieldName = useFieldName(list.resource);
  const { columns, setColumns, fields, fieldOf } = list;
  const chosen = columns.filter((it) => fieldOf.has(it.key));
  const others = fields.filter((field) => field.readable !== false && !columns.some((it) => it.key === field.key));
  const name = (key: string) => {
    const field = fieldOf.get(key);
    return field ? fieldName(field) : key;
  };
  return (
    <div className="gx-columns">
      <ul>
        {chosen.map(({ key, pinned }, at) => (
          <li key={key}>
            <Checkbox checked disabled={chosen.length === 1} onChange={() => setColumns(toggleColumn(columns, key))}>
              {name(key)}
            </Checkbox>
            <span>
              <Button
                type="text"
                size="small"
                icon={pinned ? <PushpinFilled /> : <PushpinOutlined />}
                aria-label={t('columns.pin', { name: name(key) })}
                aria-pressed={pinned ?? false}
                onClick={() => setColumns(changeColumn(columns, key, { pinned: !pinned }))}
              />
              <Button
                type="text"
                size="small"
                icon={<ArrowUpOutlined />}
                disabled={at === 0}
                aria-label={t('columns.up', { name: name(key) })}
                onClick={() => setColumns(moveColumn(columns, key, chosen[at - 1]?.key ?? null))}
              />
              <Button
                type="text"
                size="small"
                icon={<ArrowDownOutlined />}
                disabled={at === chosen.length - 1}
                aria-label={t('columns.down', { name: name(key) })}
                onClick={() => setColumns(moveColumn(columns, key, chosen[at + 2]?.key ?? null))}
              />
            </span>
          </li>
        ))}
        {others.map(({ key }) => (
          <li key={key}>
            <Checkbox checked={false} onChange={() => setColumns(toggleColumn(columns, key))}>
              {name(key)}
            </Checkbox>
          </li>
        ))}
      </ul>
      <Button type="link" size="small" disabled={!list.hasOwnColumns} onClick={() => setColumns(undefined)}>
        {t('columns.reset')}
      </Button>
    </div>
  );
}
