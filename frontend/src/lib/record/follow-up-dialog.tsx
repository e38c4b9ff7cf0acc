import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFollowUpRequest } from './follow-up-request';
import { LogActivity } from './log-activity';

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
      <LogActivity key={row.id} resource={resource} row={row} onLogged={close} />
    </Modal>
  );
}
