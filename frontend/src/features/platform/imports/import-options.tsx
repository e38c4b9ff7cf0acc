import { Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { RemoteSelect } from '@/lib/fields/remote-select';
import { useLabel } from '@/lib/resource/meta';
import type { ImportState } from './import-state';

const POOLS: Record<string, string> = { leads: '/lead-pools', customers: '/customer-pools' };

const MODES = ['create', 'update', 'upsert'] as const;
const DUPLICATES = ['skip', 'update', 'create'] as const;

interface ImportOptionsProps {
  of: ImportState;
  onChange: (change: Partial<ImportState>) => void;
}

/** How rows become records, and whose they are. */
export function ImportOptions({ of: it, onChange }: ImportOptionsProps) {
  const { t } = useTranslation('import');
  const label = useLabel();
  const pools = POOLS[it.resource];
  return (
    <section className="gx-import-options" aria-label={t('options')}>
      <h2>{t('options')}</h2>
      <Choice
        title={t('mode.title')}
        options={MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
        value={it.mode}
        onChange={(mode) => onChange({ mode })}
      />
      {it.mode !== 'create' && (
        <div className="gx-import-option">
          <span>{t('key')}</span>
          <Select
            className="gx-import-field"
            aria-label={t('key')}
            value={it.key ?? undefined}
            options={it.keys.map((key) => ({
              value: key,
              label: label(it.fields.find((field) => field.key === key)?.label) || key,
            }))}
            onChange={(key: string) => onChange({ key })}
          />
        </div>
      )}
      <Choice
        title={t('duplicates.title')}
        options={DUPLICATES.map((value) => ({ value, label: t(`duplicates.${value}`) }))}
        value={it.duplicates}
        onChange={(duplicates) => onChange({ duplicates })}
      />
      {pools && (
        <>
          <div className="gx-import-option">
            <span>{t('owner')}</span>
            <RemoteSelect
              path="/users"
              label={t('owner')}
              allowClear
              placeholder={it.pool_id ? undefined : t('owner_usual')}
              value={it.owner_id ?? undefined}
              onChange={(id) => onChange({ owner_id: (id as string) ?? null, pool_id: null })}
            />
          </div>
          <div className="gx-import-option">
            <span>{t('pool')}</span>
            <RemoteSelect
              path={pools}
              label={t('pool')}
              allowClear
              value={it.pool_id ?? undefined}
              onChange={(id) => onChange({ pool_id: (id as string) ?? null, owner_id: null })}
            />
          </div>
        </>
      )}
    </section>
  );
}

interface ChoiceProps<V> {
  title: string;
  options: { value: V; label: string }[];
  value: V;
  onChange: (value: V) => void;
}

function Choice<V extends string>({ title, options, value, onChange }: ChoiceProps<V>) {
  return (
    <div className="gx-import-option">
      <span>{title}</span>
      <Radio.Group
        aria-label={title}
        value={value}
        options={options}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
