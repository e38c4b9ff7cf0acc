import { ClockCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Tone } from '@/lib/resource/define-resource';

const ICONS = { late: ExclamationCircleOutlined, soon: ClockCircleOutlined };

/** What presses, said by a sign too: colour alone says nothing to some. */
export function ToneIcon({ tone }: { tone: Tone }) {
  const { t } = useTranslation();
  if (tone === 'none') return null;
  const Icon = ICONS[tone];
  return <Icon className={`gx-tone-${tone}`} title={t(`tone.${tone}`)} aria-label={t(`tone.${tone}`)} />;
}
