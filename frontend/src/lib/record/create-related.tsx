import { Button } from 'antd';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Resource } from '@/lib/resource/define-resource';
import { useCan } from '@/lib/resource/permissions';
import type { RecordState } from '@/lib/resource/use-record';

interface CreateRelatedProps {
  /** The record in sight. */
  of: RecordState;
  /** What is made; its definition names the form. */
  resource: Resource;
  label: string;
  icon: ReactNode;
  size?: 'small' | 'middle';
}

/** Makes a record about the one in sight, without leaving it. */
export function CreateRelated({ of: record, resource, label, icon, size }: CreateRelatedProps) {
  const { t } = useTranslation(['common', resource.key]);
  const can = useCan();
  const [isOpen, setOpen] = useState(false);
  const { form: Form } = resource;
  if (!Form || !record.data || !can(`${resource.key}:create`)) return null;
  const about = { subject: record.resource.key, subject_id: record.id };
  return (
    <>
      <Button size={size} icon={icon} onClick={() => setOpen(true)}>
        {t(label)}
      </Button>
      <Suspense fallback={null}>{isOpen && <Form about={about} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
