import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/lib/resource/permissions';
import type { ListState } from '@/lib/resource/use-resource-list';

const BulkEditDialog = lazy(() => import('./bulk-edit-dialog').then((it) => ({ default: it.BulkEditDialog })));

/** One field of many records at once. */
export function BulkEdit({ list }: { list: ListState }) {
  const { t } = useTranslation();
  const can = useCan();
  const [isOpen, setOpen] = useState(false);
  if (!can(`${list.resource.key}:update`)) return null;
  return (
    <>
      <Button size="small" icon={<EditOutlined />} onClick={() => setOpen(true)}>
        {t('bulk.edit')}
      </Button>
      <Suspense fallback={null}>{isOpen && <BulkEditDialog list={list} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
