import { Modal } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFollowUpRequest } from './follow-up-request';

const LogActivity = lazy(() => import('./log-activity').then((it) => ({ default: it.LogActivity })));

/** The form to log a follow-up, over whatever page asked for it. */
export function FollowUpDialog() {
  const { t } = useTranslation();
  const request = useFollowUpRequest((state) => state.request);
  const close = () => useFollowUpRequest.setState({ request: null });
  if (!request) return null;
  const { resource, row } = request;
  return (
    <Modal
      open
      title={`${t('activity.title')} · ${String(row.name ?? '')}`}
      footer={null}
      onCancel={close}
      destroyOnHidden
    >
      <Suspense fallback={null}>
        <LogActivity key={row.id} resource={resource} row={row} onLogged={close} />
      </Suspense>
    </Modal>
  );
}
