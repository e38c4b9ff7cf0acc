import { DatePicker, Form, Input, InputNumber, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import { RemoteSelectInput } from '@/lib/fields/remote-select';
import { fromZone, inZone, today } from '@/lib/format/date';
import { EditDrawer } from '@/lib/record/edit-drawer';
import { apiKey } from './api-key.resource';
import { ScopeSelect } from './scope-select';

interface ApiKeyDrawerProps {
  of: Row | undefined;
  onCreated: (made: Row) => void;
  onClose: () => void;
}

interface Typed {
  name: string;
  user_id?: string;
  scopes: string[];
  ip_allow?: string[];
  expires_at?: Dayjs | null;
  rate_per_minute?: number | null;
}

/** What a key may do, from where and until when. */
export function ApiKeyDrawer({ of: edited, onCreated, onClose }: ApiKeyDrawerProps) {
  const { t } = useTranslation('api_key');
  const required = [{ required: true, message: t('required') }];
  const bodyOf = ({ expires_at, user_id, ...typed }: Typed) => ({
    ...typed,
    ...(edited ? {} : { user_id }),
    ip_allow: typed.ip_allow ?? [],
    // A key is good to the end of its last day.
    expires_at: expires_at ? fromZone(expires_at.endOf('day')) : null,
  });
  const initial = edited && {
    ...edited,
    expires_at: typeof edited.expires_at === 'string' ? dayjs(inZone(edited.expires_at).format('YYYY-MM-DD')) : null,
  };
  return (
    <EditDrawer<Typed>
      resource={apiKey}
      of={edited}
      title={edited ? t('edit_what', { name: String(edited.name) }) : t('create')}
      initial={initial}
      bodyOf={bodyOf}
      onClose={onClose}
      onCreated={(made) => {
        onCreated(made);
        onClose();
      }}
    >
      <Form.Item name="name" label={t('name')} rules={required}>
        <Input autoFocus maxLength={100} />
      </Form.Item>
      {!edited && (
        <Form.Item name="user_id" label={t('user')} extra={t('user_text')}>
          <RemoteSelectInput path="/users" allowClear />
        </Form.Item>
      )}
      <Form.Item name="scopes" label={t('scopes')} extra={t('scopes_text')} rules={required}>
        <ScopeSelect />
      </Form.Item>
      <Form.Item name="ip_allow" label={t('addresses')} extra={t('addresses_text')}>
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', '，', ' ', '\n']} />
      </Form.Item>
      <div className="gx-form-grid">
        <Form.Item name="expires_at" label={t('expires')}>
          <DatePicker style={{ width: '100%' }} disabledDate={(day) => day.isBefore(today().format('YYYY-MM-DD'))} />
        </Form.Item>
        <Form.Item name="rate_per_minute" label={t('rate_label')}>
          <InputNumber min={1} max={60_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
    </EditDrawer>
  );
}
