import { StarFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/lib/fields/status-tag';
import { useLabel, useMeta } from '@/lib/resource/meta';
import './customers.css';

/** Roles of those who sell what we make. */
export const DEALER_ROLES = ['distributor', 'dealer', 'wholesaler', 'agent'];

/** What everybody should know of a customer at sight: a key account, a dealer. */
export function Marks({ isKeyAccount, role }: { isKeyAccount: boolean; role: unknown }) {
  const { t } = useTranslation('customer');
  const label = useLabel();
  const { byKey } = useMeta('customers');
  const isDealer = DEALER_ROLES.includes(String(role));
  if (!isKeyAccount && !isDealer) return null;
  const dealer = byKey.get('role')?.options?.find((it) => it.value === role);
  return (
    <span className="gx-marks">
      {isKeyAccount && (
        <span className="gx-key-account">
          <StarFilled /> {t('key_account')}
        </span>
      )}
      {isDealer && <StatusTag color="purple">{label(dealer?.label) || String(role)}</StatusTag>}
    </span>
  );
}
