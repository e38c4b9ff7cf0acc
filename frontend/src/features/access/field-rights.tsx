import { Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel, useMeta } from '@/lib/resource/meta';
import { type FieldRule, withRule } from './role-rights';

/** The kinds of record whose fields roles can hide: the permission's object and the resource. */
const OBJECTS = [
  { object: 'lead', resource: 'leads' },
  { object: 'customer', resource: 'customers' },
  { object: 'contact', resource: 'contacts' },
] as const;
const ACCESS = ['hidden', 'read', 'write'] as const;
const MASKS = ['none', 'list', 'always'] as const;

interface FieldRightsProps {
  rules: FieldRule[];
  isReadOnly: boolean;
  onChange: (rules: FieldRule[]) => void;
}

/** Which fields this role hides, locks or covers. */
export function FieldRights({ rules, isReadOnly, onChange }: FieldRightsProps) {
  const { t } = useTranslation('role');
  const [resource, setResource] = useState<string>(OBJECTS[0].resource);
  return (
    <section aria-label={t('fields')}>
      <Segmented
        value={resource}
        options={OBJECTS.map((it) => ({ value: it.resource, label: t(`of.${it.object}`) }))}
        onChange={setResource}
      />
      {OBJECTS.filter((it) => it.resource === resource).map((it) => (
        <Fields key={it.resource} {...it} rules={rules} isReadOnly={isReadOnly} onChange={onChange} />
      ))}
    </section>
  );
}

function Fields({
  object,
  resource,
  rules,
  isReadOnly,
  onChange,
}: FieldRightsProps & { object: string; resource: string }) {
  const { t } = useTranslation('role');
  const label = useLabel();
  const { fields } = useMeta(resource);
  const ruleOf = (field: string): FieldRule =>
    rules.find((it) => it.object === object && it.field === field) ?? { object, field, access: 'write', mask: 'none' };
  const choices = fields.filter((field) => !['id', 'version'].includes(field.key) && !field.key.endsWith('_name'));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls can be scrolled by keyboard
    <div className="gx-table-scroll" tabIndex={0}>
      <table className="gx-table">
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            <th scope="col">{t('access.title')}</th>
            <th scope="col">{t('mask.title')}</th>
          </tr>
        </thead>
        <tbody>
          {choices.map((field) => {
            const rule = ruleOf(field.key);
            return (
              <tr key={field.key}>
                <th scope="row">{label(field.label)}</th>
                <td>
                  <Select
                    aria-label={`${label(field.label)} ${t('access.title')}`}
                    disabled={isReadOnly}
                    value={rule.access}
                    options={ACCESS.map((value) => ({ value, label: t(`access.${value}`) }))}
                    onChange={(access) => onChange(withRule(rules, { ...rule, access }))}
                  />
                </td>
                <td>
                  <Select
                    aria-label={`${label(field.label)} ${t('mask.title')}`}
                    disabled={isReadOnly || rule.access === 'hidden'}
                    value={rule.mask}
                    options={MASKS.map((value) => ({ value, label: t(`mask.${value}`) }))}
                    onChange={(mask) => onChange(withRule(rules, { ...rule, mask }))}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
