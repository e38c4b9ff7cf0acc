import { useQuery } from '@tanstack/react-query';
import { Form, Skeleton } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '@/lib/api/query';
import { Failure } from '@/lib/list/list-states';
import type { Candidate } from '@/lib/record/candidates';
import type { ActionFieldsProps } from '@/lib/resource/define-resource';
import { useLabel, useMeta } from '@/lib/resource/meta';
import { ContactPart } from './contact-part';
import { CustomerPart } from './customer-part';

/** What the server would make of the lead, and what it may be the same as. */
export interface Preview {
  customer: Record<string, unknown>;
  contact: Record<string, unknown> | null;
  /** Filled fields that nothing takes over. */
  unmapped?: string[];
  duplicates: Candidate[];
}

/** What becomes of the lead: which customer, which contact. The values are the body of the request. */
export function ConvertFields({ record }: ActionFieldsProps) {
  const { t } = useTranslation('lead');
  const form = Form.useFormInstance();
  const label = useLabel();
  const { byKey } = useMeta('leads');
  const id = record?.id ?? '';
  const found = useQuery({ ...query('/leads/{id}/convert/preview', { path: { id } }), staleTime: 0, gcTime: 0 });
  const preview = found.data as Preview | undefined;
  useEffect(() => {
    if (!preview) return;
    form.setFieldsValue({
      customer: { mode: 'create', fields: preview.customer },
      contact: preview.contact ? { mode: 'create', fields: preview.contact } : { mode: 'none' },
    });
  }, [form, preview]);
  const stays = (preview?.unmapped ?? []).map((key) => label(byKey.get(key)?.label) || key);
  if (found.error) return <Failure error={found.error} retry={() => void found.refetch()} />;
  if (!preview) return <Skeleton active paragraph={{ rows: 6 }} />;
  return (
    <>
      <p className="gx-faint gx-action-text">{t('convert.text')}</p>
      <CustomerPart preview={preview} />
      <ContactPart preview={preview} />
      {stays.length > 0 && (
        <p className="gx-faint">{t('convert.stays', { fields: stays.join(t('common:separator')) })}</p>
      )}
    </>
  );
}
