import { Button, Checkbox, Form, Select, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { RecordSelect } from '@/lib/fields/record-select';
import { setFieldProblems } from '@/lib/resource/form-problems';
import { useCan } from '@/lib/resource/permissions';
import { useSave } from '@/lib/resource/use-save';
import { useToast } from '@/lib/resource/use-toast';
import { useChannelWords } from '../channel-words';
import type { EventInfo } from '../events';
import { bodyOf, CHANNELS, KINDS, NAMED, type Typed, typedOf } from './rule';
import { notificationRule } from './rules.resource';

interface RuleFormProps {
  it: EventInfo;
  own: Row | undefined;
  /** Other rules of the same event hold beside it. */
  isOneOfMany: boolean;
  onDirty: (isDirty: boolean) => void;
}

/** Who is told, and how else than in the app. */
export function RuleForm({ it, own, isOneOfMany, onDirty }: RuleFormProps) {
  const { t } = useTranslation('notification_rule');
  const channelWords = useChannelWords();
  const can = useCan();
  const toast = useToast();
  const [form] = Form.useForm<Typed>();
  const { save } = useSave(notificationRule);
  const [isSaving, setSaving] = useState(false);
  const isActive = Form.useWatch('is_active', form) ?? typedOf(it, own).is_active;
  const mayChange = own ? own.allowed_actions.includes('update') : can('notification_rule:create');
  const submit = async (typed: Typed) => {
    setSaving(true);
    try {
      const body = bodyOf(it.event, { ...typedOf(it, own), ...typed });
      if (own) await save(own, body);
      else {
        await callPath('post', notificationRule.list, { body });
        toast.done(t('common:saved'));
      }
      invalidate(notificationRule.list);
      onDirty(false);
    } catch (error) {
      if (!setFieldProblems(form, error)) toast.failed(error);
    } finally {
      setSaving(false);
    }
  };
  const reset = async () => {
    if (!own) return;
    try {
      await callPath('delete', notificationRule.item, { path: { id: own.id }, ifMatch: own.version });
      invalidate(notificationRule.list);
      form.setFieldsValue(typedOf(it, undefined));
      onDirty(false);
      toast.done(t(isOneOfMany ? 'removed_one' : 'reset_done'));
    } catch (error) {
      toast.failed(error);
    }
  };
  const somebody = {
    validator: () => {
      const typed = form.getFieldsValue();
      const isNobody = [typed.kinds, ...NAMED.map((kind) => typed[kind])].every((list) => !list?.length);
      return typed.is_active && isNobody ? Promise.reject(new Error(t('somebody'))) : Promise.resolve();
    },
  };
  return (
    <Form
      form={form}
      name={`notice-rule${own?.id ?? ''}`}
      layout="vertical"
      disabled={!mayChange}
      initialValues={typedOf(it, own)}
      onValuesChange={() => onDirty(true)}
      onFinish={(typed) => void submit(typed)}
    >
      <Form.Item name="is_active" label={t('active')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item name="kinds" label={t('who')} rules={[somebody]} hidden={!isActive}>
        <Select mode="multiple" options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      </Form.Item>
      <div className="gx-form-grid" hidden={!isActive}>
        {NAMED.map((kind) => (
          <Form.Item key={kind} name={kind} label={t(`also.${kind}`)} hidden={!isActive}>
            <RecordSelect path={`/${kind}`} isMany />
          </Form.Item>
        ))}
      </div>
      <Form.Item name="channels" label={t('channels')} extra={t('channels_text')} hidden={!isActive}>
        <Checkbox.Group options={CHANNELS.map((value) => ({ value, label: channelWords(value) }))} />
      </Form.Item>
      <Form.Item name="urgent" label={t('urgent')} valuePropName="checked" extra={t('urgent_text')} hidden={!isActive}>
        <Switch />
      </Form.Item>
      {mayChange && (
        <div className="gx-form-foot">
          {own && (
            <Button className="gx-notice-reset" onClick={() => void reset()}>
              {t(isOneOfMany ? 'remove_one' : 'reset')}
            </Button>
          )}
          <Button type="primary" htmlType="submit" loading={isSaving}>
            {t('common:save')}
          </Button>
        </div>
      )}
    </Form>
  );
}
