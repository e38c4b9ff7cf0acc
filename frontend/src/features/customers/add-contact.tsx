import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { Can } from '@/lib/resource/permissions';
import { contact } from './contact.resource';

const RecordForm = lazy(() => import('@/lib/record/record-form').then((it) => ({ default: it.RecordForm })));

const ASKED = ['name', 'mobile', 'title', 'role_in_deal', 'phone', 'email', 'wechat', 'department', 'gender', 'remark'];

/** A new contact of this customer, without leaving the page. */
export function AddContact({ to }: { to: Row }) {
  const { t } = useTranslation('contact');
  const [isOpen, setOpen] = useState(false);
  return (
    <Can do="contact:create">
      <Button size="small" icon={<PlusOutlined />} onClick={() => setOpen(true)}>
        {t('add')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <RecordForm
            resource={contact}
            fields={ASKED}
            initial={{ customer_id: to.id }}
            onClose={() => {
              setOpen(false);
              invalidate('/contacts', '/customers/{id}/timeline');
            }}
          />
        </Suspense>
      )}
    </Can>
  );
}
