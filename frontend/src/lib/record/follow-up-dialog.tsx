import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFollowUpRequest } from './follow-up-request';
import { LogActivity } from './log-activity';

/** The form to log a follow-up, over whatever page asked for it. Mounted once, in the shell. */
export function FollowUpDialog() {
  const { t } = useTranslation();
  const request = useFollowUpRequest((state) => state.request);
  const close = () => useFollowUpRequest.setState({ request: null });
  if (!request) return null;
  const name = typeof request.row.name === 'string' ? request.row.name : '';
  return (
    <Modal
      open
      title={[t('activity.title'), name].filter(Boolean).join(' · ')}
      footer={null}
      onCancel={close}
      destroyOnHidden
    >
      <LogActivity key={request.row.id} {...request} outcome="reached" onLogged={close} />
    </Modal>
  );
}
