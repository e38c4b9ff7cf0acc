import { Button, Drawer, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/lib/api/problem';
import type { Row } from '@/lib/api/schema-types';
import { useIsWide } from '@/lib/format/use-media';
import { useLeaveGuard } from '@/lib/record/use-leave-guard';
import { useSave } from '@/lib/resource/use-save';
import { useToast } from '@/lib/resource/use-toast';
import { exampleOf, RESETS, type Segment } from './numbering-rule';
import { numberingRule } from './numbering-rule.resource';
import { SegmentsInput } from './segments-input';
import '@/lib/record/record.css';

/** The parts of a number, with the number they make above them. */
export function NumberingDrawer({ rule, onClose }: { rule: Row; onClose: () => void }) {
  const { t } = useTranslation('numbering_rule');
  const toast = useToast();
  const isWide = useIsWide();
  const { save, isSaving } = useSave(numberingRule);
  const [segments, setSegments] = useState(rule.segments as Segment[]);
  const [separator, setSeparator] = useState(String(rule.separator));
  const [reset, setReset] = useState(String(rule.reset));
  const [refusal, setRefusal] = useState<string>();
  const isSame = isSameAs(rule, { segments, separator, reset });
  const guard = useLeaveGuard(() => !isSame);
  const close = () => void guard.leave(onClose);
  const submit = async () => {
    try {
      await save(rule, { segments, separator, reset });
      guard.pass();
      onClose();
    } catch (error) {
      if (isProblem(error, 422)) setRefusal(error.errors.map((it) => it.message).join(t('common:separator')));
      else toast.failed(error);
    }
  };
  return (
    <Drawer
      open
      title={t('edit_what', { name: t(`object.${rule.object}`, { defaultValue: String(rule.object) }) })}
      size={isWide ? 560 : '100%'}
      onClose={close}
      maskClosable={false}
      footer={
        <div className="gx-form-foot">
          <Button onClick={close}>{t('common:cancel')}</Button>
          <Button type="primary" loading={isSaving} onClick={() => void submit()}>
            {t('common:save')}
          </Button>
        </div>
      }
    >
      <p className="gx-number-example" aria-live="polite">
        {t('example')} <code>{exampleOf(segments, separator)}</code>
      </p>
      <Form layout="vertical" onFinish={() => void submit()}>
        <Form.Item label={t('segments')} validateStatus={refusal ? 'error' : undefined} help={refusal}>
          <SegmentsInput value={segments} onChange={setSegments} />
        </Form.Item>
        <Form.Item label={t('separator')} htmlFor="gx-separator">
          <Input
            id="gx-separator"
            value={separator}
            maxLength={2}
            style={{ width: 90 }}
            onChange={(event) => setSeparator(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={t('reset_label')} htmlFor="gx-reset">
          <Select
            id="gx-reset"
            value={reset}
            options={RESETS.map((value) => ({ value, label: t(`reset.${value}`) }))}
            onChange={setReset}
          />
        </Form.Item>
      </Form>
    </Drawer>
  );
}

function isSameAs(rule: Row, typed: Record<string, unknown>): boolean {
  return Object.entries(typed).every(([key, value]) => JSON.stringify(rule[key]) === JSON.stringify(value));
}
