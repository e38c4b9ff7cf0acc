import { LockOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/lib/list/list-states';

/** Says which permission is missing, so that one knows what to ask for. */
export function Forbidden({ permission }: { permission: string }) {
  const { t } = useTranslation();
  return (
    <EmptyState icon={<LockOutlined />} title={t('forbidden.title')} text={t('forbidden.ask')}>
      <code>{permission}</code>
    </EmptyState>
  );
}
