import { Form, Input, Modal, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/lib/api/problem';
import { StatusTag } from '@/lib/fields/status-tag';
import { useToast } from '@/lib/resource/use-toast';
import type { Word } from './word';

/** Colours that are readable in light and dark. */
const COLORS = ['red', 'orange', 'gold', 'green', 'cyan', 'blue', 'purple', 'magenta'] as const;

interface WordDialogProps {
  word: Word | undefined;
  taken: string[];
  onSave: (word: Word) => Promise<unknown>;
  onClose: () => void;
}

/** One word: how it reads in both languages, its colour, and what is stored. */
export function WordDialog({ word, taken, onSave, onClose }: WordDialogProps) {
  const { t } = useTranslation('dictionary');
  const [form] = Form.useForm<Word>();
  const toast = useToast();
  const [isSaving, setSaving] = useState(false);
  const submit = async (values: Word) => {
    setSaving(true);
    try {
      await onSave({ ...word, ...values, en: values.en?.trim() || null, color: values.color || null });
      onClose();
    } catch (error) {
      if (isProblem(error, 422)) form.setFields([{ name: 'code', errors: error.errors.map((it) => it.message) }]);
      else toast.failed(error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <Modal
      open
      title={word ? t('edit_what', { name: word.zh }) : t('add')}
      okText={t('common:save')}
      cancelText={t('common:cancel')}
      confirmLoading={isSaving}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" initialValues={word ?? { active: true }} onFinish={submit}>
        <Form.Item name="zh" label={t('zh')} rules={[{ required: true, whitespace: true, message: t('required') }]}>
          <Input autoFocus maxLength={200} onPressEnter={() => form.submit()} />
        </Form.Item>
        <Form.Item name="en" label={t('en')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="code"
          label={t('code')}
          extra={t('code_text')}
          rules={[
            { required: true, message: t('required') },
            { pattern: /^[\w.+-]{1,64}$/, message: t('code_wrong') },
            {
              validator: (_, code: string) =>
                !word && taken.includes(code) ? Promise.reject(new Error(t('code_taken'))) : Promise.resolve(),
            },
          ]}
        >
          <Input disabled={word !== undefined} maxLength={64} />
        </Form.Item>
        <Form.Item name="color" label={t('color')}>
          <ColorChoice />
        </Form.Item>
        <Form.Item name="default" label={t('default_label')} valuePropName="checked">
          <Switch size="small" />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** Given by `Form.Item`. */
function ColorChoice({ value, onChange }: { value?: string | null; onChange?: (color: string | null) => void }) {
  const { t } = useTranslation('dictionary');
  return (
    <span className="gx-colors" role="radiogroup" aria-label={t('color')}>
      {[null, ...COLORS].map((color) => (
        <button
          key={color}
          type="button"
          role="radio"
          aria-checked={(value ?? null) === color}
          onClick={() => onChange?.(color)}
        >
          <StatusTag color={color ?? undefined}>{t(`colors.${color ?? 'none'}`)}</StatusTag>
        </button>
      ))}
    </span>
  );
}
