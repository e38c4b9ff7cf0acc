import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import { nameOf } from '@/lib/resource/define-resource';
import { useCan } from '@/lib/resource/permissions';
import { showBatchResult } from '@/lib/resource/start-action';
import { useAction } from '@/lib/resource/use-action';
import type { ListState } from '@/lib/resource/use-resource-list';
import { useToast } from '@/lib/resource/use-toast';

const TOGETHER = 8;

/** Into the recycle bin, with the way back in the toast instead of a question before. */
export function DeleteRecords({ list }: { list: ListState }) {
  const { t } = useTranslation();
  const can = useCan();
  const toast = useToast();
  const { resource } = list;
  const { runBatch, isRunning, progress } = useAction(resource);
  if (!can(`${resource.key}:delete`)) return null;

  const restore = async (ids: string[]) => {
    const name = nameOf(resource);
    const one = (id: string) =>
      callPath('post', '/recycle-bin/{resource}/{id}/restore', { path: { resource: name, id } });
    try {
      // A few at a time: deleting took any number of them.
      for (let at = 0; at < ids.length; at += TOGETHER) await Promise.all(ids.slice(at, at + TOGETHER).map(one));
    } catch (error) {
      toast.failed(error);
    }
    invalidate(resource.list);
  };
  const remove = async () => {
    try {
      const { succeeded, failed } = await runBatch(list.subject, 'delete');
      list.select(new Set());
      if (failed.length > 0) showBatchResult(resource, { succeeded, failed });
      if (succeeded.length > 0) toast.done(t('deleted', { count: succeeded.length }), () => restore(succeeded));
    } catch (error) {
      toast.failed(error);
    }
  };
  return (
    <Button size="small" danger icon={<DeleteOutlined />} loading={isRunning} onClick={() => void remove()}>
      {progress ? t('progress', progress) : t('delete')}
    </Button>
  );
}
