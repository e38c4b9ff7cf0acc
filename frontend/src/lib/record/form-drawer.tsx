import { Button, Drawer, Form, type FormInstance } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filesArrived } from '@/lib/files/files';
import { useIsWide } from '@/lib/format/use-media';
import { setFieldProblems } from '@/lib/resource/form-problems';
import { useToast } from '@/lib/resource/use-toast';
import { useLeaveGuard } from './use-leave-guard';
import './record.css';

/** A way to send a form; what it throws is shown beside the fields, or as a message. */
interface Way<T, M> {
  label: string;
  /** What has to be right for it; everything otherwise. */
  fields?: string[];
  onSave: (typed: T) => Promise<M>;
}

interface FormDrawerProps<T extends object, M> extends Partial<Way<T, M>> {
  title: string;
  width?: number;
  form: FormInstance<T>;
  /** Its fields have ids of their own: `content` is the page's. */
  name: string;
  initial?: object;
  onSave: (typed: T) => Promise<M>;
  /** Beside the usual way. */
  other?: Way<T, M>;
  /** Instead of closing. */
  onSaved?: (saved: M) => void;
  /** Instead of that: another one is typed. */
  again?: () => void;
  /** A word for what is refused; without one it is said as the server says it. */
  wordFor?: (error: unknown) => string | undefined;
  isDirty?: () => boolean;
  onDiscard?: () => void;
  onType?: (typed: T) => void;
  onClose: () => void;
  /** On the other side of the buttons. */
  foot?: ReactNode;
  children: ReactNode;
}

/** A form in a drawer: it asks before typed words are thrown away, and says what is refused where it was typed. */
export function FormDrawer<T extends object, M>(props: FormDrawerProps<T, M>) {
  const { title, width = 560, form, name, initial, other, foot, children, onType } = props;
  const { onClose, onSaved = onClose, again, wordFor, isDirty = () => form.isFieldsTouched(), onDiscard } = props;
  const { t } = useTranslation();
  const isWide = useIsWide();
  const toast = useToast();
  const usual: Way<T, M> = { label: props.label ?? t('save'), onSave: props.onSave };
  const [running, setRunning] = useState<string>();
  const guard = useLeaveGuard(isDirty, onDiscard);
  const close = () => void guard.leave(onClose);

  const run = async ({ label, fields, onSave }: Way<T, M>) => {
    if (running) return;
    setRunning(label);
    await filesArrived();
    const typed = await form.validateFields(fields as never).catch(() => undefined);
    try {
      if (!typed) return;
      const saved = await onSave(typed);
      if (again) return again();
      guard.pass();
      onSaved(saved);
    } catch (error) {
      const word = wordFor?.(error);
      if (word) toast.refused(word);
      else if (!setFieldProblems(form, error)) toast.failed(error);
    } finally {
      setRunning(undefined);
    }
  };
  const button = (way: Way<T, M>, type?: 'primary') => (
    <Button
      type={type}
      loading={running === way.label}
      disabled={running !== undefined && running !== way.label}
      onClick={() => void run(way)}
    >
      {way.label}
    </Button>
  );
  return (
    <Drawer
      open
      title={title}
      size={isWide ? width : '100%'}
      onClose={close}
      maskClosable={false}
      footer={
        <div className="gx-form-foot">
          {foot}
          {other ? button(other) : <Button onClick={close}>{t('cancel')}</Button>}
          {button(usual, 'primary')}
        </div>
      }
    >
      <Form
        form={form}
        name={name}
        layout="vertical"
        initialValues={initial}
        onValuesChange={(_, typed) => onType?.(typed)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void run(usual);
        }}
        onFinish={() => void run(usual)}
      >
        {children}
      </Form>
    </Drawer>
  );
}
