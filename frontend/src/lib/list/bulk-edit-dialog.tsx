import { Form, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '@/lib/fields/registry';
import { FormField } from '@/lib/record/form-field';
import { giveBack, rowsOf } from '@/lib/resource/batch';
import { setFieldProblems } from '@/lib/resource/form-problems';
import { useLabel } from '@/lib/resource/meta';
import { showBatchResult } from '@/lib/resource/start-action';
import { refresh, useAction } from '@/lib/resource/use-action';
import type { ListState } from '@/lib/resource/use-resource-list';
import { useToast } from '@/lib/resource/use-toast';

export function BulkEditDialog({ list, onClose }: { list: ListState; onClose: () => void }) {
  const { t } = useTranslation();
  const label = useLabel();
  const [form] = Form.useForm();
  const toast = useToast();
  const { runBatch, isRunning, progress } = useAction(list.resource);
  const [key, setKey] = useState<string>();
  // What is shown and changed on the record's own page alone is not for many at once.
  const writable = list.fields.filter((field) => field.writable && !kindOf(field).Panel);
  const field = key ? list.fieldOf.get(key) : undefined;

  const submit = async (values: Record<string, unknown>) => {
    if (!key) return;
    try {
      const before = await rowsOf(list.resource, list.subject, [key]);
      const subject = { ids: before.map((row) => row.id) };
      const result = await runBatch(subject, 'update', { changes: { [key]: values[key] ?? null } });
      const takeBack = async () => {
        await giveBack(list.resource.list, key, before, result.succeeded).catch(toast.failed);
        refresh(list.resource);
      };
      list.select(new Set());
      onClose();
      if (result.failed.length > 0) showBatchResult(list.resource, result);
      if (result.succeeded.length === 0) return;
      toast.done(t('batch_done', { action: t('bulk.edit'), count: result.succeeded.length }), takeBack);
    } catch (error) {
      if (!setFieldProblems(form, error)) toast.failed(error);
    }
  };
  return (
    <Modal
      open
      title={t('action_on', { action: t('bulk.edit'), count: list.subjectCount })}
      okText={progress ? t('progress', progress) : t('save')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !field }}
      confirmLoading={isRunning}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={submit}>
        <Form.Item label={t('bulk.field')} htmlFor="gx-bulk-field">
          <Select
            id="gx-bulk-field"
            autoFocus
            value={key}
            showSearch={{ optionFilterProp: 'label' }}
            options={writable.map((it) => ({ value: it.key, label: label(it.label) }))}
            onChange={setKey}
          />
        </Form.Item>
        {field && (
          <>
            <FormField key={field.key} field={{ ...field, required: false }} />
            <p className="gx-faint">{t('bulk.empty_clears')}</p>
          </>
        )}
      </Form>
    </Modal>
  );
}
