import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { ToneIcon } from './tone-icon';

const TONES = ['late', 'soon'] as const;

/** What the colours of the rows mean: told to whoever points at it, comes to it by keyboard or taps it. */
export function ToneLegend({ meaning }: { meaning: Record<(typeof TONES)[number], string> }) {
  const { t } = useTranslation();
  return (
    <Popover
      trigger={['hover', 'focus']}
      placement="bottomRight"
      content={
        <dl className="gx-legend">
          {TONES.map((tone) => (
            <div key={tone} data-tone={tone}>
              <dt>
                <ToneIcon tone={tone} />
                {t(`tone.${tone}`)}
              </dt>
              <dd>{meaning[tone]}</dd>
            </div>
          ))}
        </dl>
      }
    >
      <Button type="text" size="small" icon={<QuestionCircleOutlined />} aria-label={t('tone.legend')} />
    </Popover>
  );
}
