import { FileTextOutlined } from '@ant-design/icons';
import { Button, Modal, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath, request, urlOf } from '@/lib/api/client';
import { problemFrom } from '@/lib/api/problem';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { useToast } from '@/lib/resource/use-toast';
import { workCalendar } from './work-calendar.resource';

/** Holidays out of a file, or those that come with the product. */
export function ImportDialog({ into, onClose }: { into: Row; onClose: () => void }) {
  const { t } = useTranslation('calendar');
  const toast = useToast();
  const [isSending, setSending] = useState(false);
  const send = async (file?: File) => {
    setSending(true);
    try {
      const answer = await request(urlOf('/calendars/{id}/import', { id: into.id }), {
        method: 'POST',
        headers: { 'Content-Type': 'application/octet-stream' },
        body: file ?? '',
      });
      if (!answer.ok) throw await problemFrom(answer);
      const imported = (await answer.json()) as Row;
      const refresh = () => invalidate(workCalendar.list);
      const undo = async () => {
        const body = { exceptions: into.exceptions };
        await callPath('patch', workCalendar.item, { path: { id: into.id }, body, ifMatch: imported.version });
        refresh();
      };
      refresh();
      toast.done(t('imported'), () => undo().catch(toast.failed));
      onClose();
    } catch (error) {
      toast.failed(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <Modal open title={t('import')} footer={null} onCancel={onClose}>
      <p className="gx-faint">{t('import_text')}</p>
      <Button block type="primary" loading={isSending} className="gx-calendar-official" onClick={() => void send()}>
        {t('import_official')}
      </Button>
      <Upload.Dragger
        accept=".json,.csv"
        showUploadList={false}
        disabled={isSending}
        beforeUpload={(file) => {
          void send(file);
          return false;
        }}
      >
        <p className="gx-import-icon">
          <FileTextOutlined />
        </p>
        <p>{t('import_file')}</p>
        <p className="gx-faint">{t('import_forms')}</p>
      </Upload.Dragger>
    </Modal>
  );
}
