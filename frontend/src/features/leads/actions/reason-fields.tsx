import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { RecordSelect } from '@/lib/fields/record-select';
import { ReasonFields } from '@/lib/ownership/reason-fields';
import type { ActionFieldsProps } from '@/lib/resource/define-resource';
import { useMeta } from '@/lib/resource/meta';

export function ReturnFields({ count }: ActionFieldsProps) {
  const { t } = useTranslation('lead');
  const { byKey } = useMeta('leads');
  return (
    <>
      <p className="gx-faint gx-action-text">{t('return_text', { count })}</p>
      <ReasonFields options={byKey.get('pooled_reason')?.options ?? []} label={t('return_reason')} />
      <Form.Item name="pool_id" label={t('return_pool')} tooltip={t('return_pool_text')}>
        <RecordSelect path="/lead-pools" placeholder={t('return_pool_default')} />
      </Form.Item>
    </>
  );
}

export function InvalidateFields() {
  const { t } = useTranslation('lead');
  const { byKey } = useMeta('leads');
  return <ReasonFields options={byKey.get('invalid_reason')?.options ?? []} label={t('invalid_reason')} />;
}
