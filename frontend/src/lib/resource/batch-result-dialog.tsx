import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { queryClient } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { toCsv } from '@/lib/format/csv';
import { download } from '@/lib/format/download';
import type { BatchResult } from './batch';
import type { Resource } from './define-resource';

function rowOf(resource: Resource, id: string): Row | undefined {
  const pages = queryClient.getQueriesData<{ items?: Row[] }>({ queryKey: [resource.list] });
  return pages.flatMap(([, page]) => page?.items ?? []).find((row) => row.id === id);
}

/** n done, m refused and why; the refused ones can be taken home. */
export function BatchResultDialog(props: { resource: Resource; result: BatchResult; onClose: () => void }) {
  const { resource, result, onClose } = props;
  const { t } = useTranslation();
  const refused = result.failed.map((it) => {
    const row = rowOf(resource, it.id);
    return { ...it, title: row ? resource.titleOf(row) : it.id };
  });
  const save = () =>
    download(
      'refused.csv',
      toCsv([['id', 'name', 'code', 'reason'], ...refused.map((it) => [it.id, it.title, it.code, it.message])]),
    );
  return (
    <Modal
      open
      title={t('batch_result', { done: result.succeeded.length, refused: refused.length })}
      onCancel={onClose}
      footer={[
        <Button key="save" onClick={save}>
          {t('download_refused')}
        </Button>,
        <Button key="close" type="primary" onClick={onClose}>
          {t('close')}
        </Button>,
      ]}
    >
      <ul className="gx-refused">
        {refused.slice(0, 100).map((it) => (
          <li key={it.id}>
            <b>{it.title}</b> <span>{it.message}</span>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
