import { Drawer, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import { useIsWide } from '@/lib/format/use-media';
import { useLeaveGuard } from '@/lib/record/use-leave-guard';
import { useLabel } from '@/lib/resource/meta';
import { useCan } from '@/lib/resource/permissions';
import type { EventInfo } from '../events';
import { RuleForm } from './rule-form';
import { TemplateForm } from './template-form';
import '@/lib/record/record.css';

interface EventDrawerProps {
  it: EventInfo;
  own: Row[];
  onClose: () => void;
}

/** Who is told of one event, and in which words. */
export function EventDrawer({ it, own, onClose }: EventDrawerProps) {
  const { t } = useTranslation('notification_rule');
  const label = useLabel();
  const can = useCan();
  const isWide = useIsWide();
  const [part, setPart] = useState<'rule' | 'words'>('rule');
  const [isDirty, setDirty] = useState(false);
  const guard = useLeaveGuard(() => isDirty);
  const choose = (next: 'rule' | 'words') =>
    void guard.leave(() => {
      setDirty(false);
      setPart(next);
    });
  return (
    <Drawer
      open
      title={label(it.label) || it.event}
      size={isWide ? 640 : '100%'}
      onClose={() => void guard.leave(onClose)}
      maskClosable={false}
    >
      {can('notification_template:read') && (
        <Segmented
          block
          className="gx-notice-parts"
          value={part}
          options={[
            { value: 'rule', label: t('part.rule') },
            { value: 'words', label: t('part.words') },
          ]}
          onChange={choose}
        />
      )}
      {part === 'rule' &&
        (own.length > 0 ? own : [undefined]).map((rule) => (
          <RuleForm key={rule?.id ?? ''} it={it} own={rule} isOneOfMany={own.length > 1} onDirty={setDirty} />
        ))}
      {part === 'words' && <TemplateForm it={it} onDirty={setDirty} />}
    </Drawer>
  );
}
