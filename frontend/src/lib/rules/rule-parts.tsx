import './rules.css';
import { Form, Input, InputNumber, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordSelect } from '@/lib/fields/record-select';

/** Parts that the forms of several rules share. */
export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="gx-rule-group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

export function NameField() {
  const { t } = useTranslation('rule');
  return (
    <Form.Item
      name="name"
      label={t('name')}
      rules={[{ required: true, whitespace: true, message: t('name_required') }]}
    >
      <Input maxLength={200} />
    </Form.Item>
  );
}

interface NumberFieldProps {
  name: string;
  label: string;
  unit?: string;
  min?: number;
  max?: number;
  /** Shown where an empty field means something. */
  empty?: string;
  isRequired?: boolean;
}

export function NumberField({ name, label, unit, min = 0, max = 3650, empty, isRequired = false }: NumberFieldProps) {
  const { t } = useTranslation('rule');
  return (
    <Form.Item name={name} label={label} rules={isRequired ? [{ required: true, message: t('number_required') }] : []}>
      <InputNumber min={min} max={max} precision={0} suffix={unit} placeholder={empty} style={{ width: '100%' }} />
    </Form.Item>
  );
}

interface SwitchFieldProps {
  name: string;
  label: string;
  text?: string;
  /** It stays as it is. */
  isFixed?: boolean;
}

export function SwitchField({ name, label, text, isFixed }: SwitchFieldProps) {
  return (
    <div className="gx-rule-switch">
      <Form.Item name={name} valuePropName="checked" noStyle>
        <Switch aria-label={label} size="small" disabled={isFixed} />
      </Form.Item>
      <span>
        {label}
        {text && <small className="gx-faint">{text}</small>}
      </span>
    </div>
  );
}

/** For whom: people, roles, departments with those below; naming nobody means everybody, unless said otherwise. */
export function AudienceFields({ nobody }: { nobody?: string }) {
  const { t } = useTranslation('rule');
  return (
    <>
      <Form.Item name="user_ids" label={t('audience.users')}>
        <RecordSelect path="/users" isMany placeholder={nobody ?? t('audience.everybody')} />
      </Form.Item>
      <div className="gx-form-grid">
        <Form.Item name="role_ids" label={t('audience.roles')}>
          <RecordSelect path="/roles" isMany />
        </Form.Item>
        <Form.Item name="department_ids" label={t('audience.departments')}>
          <RecordSelect path="/departments" isMany />
        </Form.Item>
      </div>
    </>
  );
}
