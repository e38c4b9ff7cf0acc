import { Form, Modal } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { BatchResultDialog } from './batch-result-dialog';
import { setFieldProblems } from './form-problems';
import { showBatchResult, useActionRequest } from './start-action';
import { useAction } from './use-action';
import { useToast } from './use-toast';

type Request = NonNullable<ReturnType<typeof useActionRequest.getState>['request']>;

function close() {
  useActionRequest.setState({ request: null });
}

/** Runs what was asked for: at once, or after its form has been filled in. Mounted once, in the shell. */
export function ActionDialog() {
  const request = useActionRequest((state) => state.request);
  const result = useActionRequest((state) => state.result);
  return (
    <>
      {request && (request.action.fields ? <AskFirst request={request} /> : <RunAtOnce request={request} />)}
      {result && <BatchResultDialog {...result} onClose={() => useActionRequest.setState({ result: null })} />}
    </>
  );
}

function useRun({ resource, action, record, subject, onDone }: Request) {
  const { run, runBatch, isRunning, progress } = useAction(resource);
  const toast = useToast();
  const { t } = useTranslation();
  const start = async (body: Record<string, unknown>) => {
    if (record) {
      await run(record, action, body);
    } else if (subject) {
      const result = await runBatch(subject, action.name, body);
      if (result.failed.length > 0) showBatchResult(resource, result);
      else toast.done(t('batch_done', { action: t(action.label), count: result.succeeded.length }));
    }
    onDone?.();
  };
  return { start, isRunning, progress };
}

function RunAtOnce({ request }: { request: Request }) {
  const { start } = useRun(request);
  const toast = useToast();
  const started = useRef<Request | null>(null);
  useEffect(() => {
    // Effects run twice in development; an action must not.
    if (started.current === request) return;
    started.current = request;
    start({}).catch(toast.failed).finally(close);
  });
  return null;
}

/** Whoever asked for something answers at once. */
function focusFirst() {
  document.querySelector<HTMLElement>('.gx-ask :is(input, textarea)')?.focus();
}

const NOBODY = { ids: [] };

function AskFirst({ request }: { request: Request }) {
  const { action, record, resource, subject, count } = request;
  const [form] = Form.useForm();
  const { start, isRunning, progress } = useRun(request);
  const toast = useToast();
  const { t } = useTranslation();
  const Fields = action.fields;
  const submit = async (body: Record<string, unknown>) => {
    try {
      await start(body);
      close();
    } catch (error) {
      if (!setFieldProblems(form, error)) toast.failed(error);
    }
  };
  return (
    <Modal
      open
      title={
        record ? `${t(action.label)} · ${resource.titleOf(record)}` : t('action_on', { action: t(action.label), count })
      }
      okText={progress ? t('progress', progress) : t(action.label)}
      cancelText={t('cancel')}
      okButtonProps={{ danger: action.isDanger }}
      confirmLoading={isRunning}
      onOk={() => form.submit()}
      onCancel={close}
      destroyOnHidden
      afterOpenChange={(isOpen) => isOpen && focusFirst()}
    >
      <Form
        form={form}
        // Its fields have ids of their own: `content` is the page's.
        name="ask"
        className="gx-ask"
        layout="vertical"
        onFinish={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
        }}
        requiredMark
      >
        {Fields && (
          <Fields record={record} subject={record ? { ids: [record.id] } : (subject ?? NOBODY)} count={count} />
        )}
      </Form>
    </Modal>
  );
}
