import { Input, InputNumber, Select, Switch } from 'antd';
import { lazy, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '@/lib/fields/text';
import type { Filter } from '@/lib/resource/filter';
import { ContactRulesControl } from './contact-rules-control';
import type { Setting } from './setting';
import { useSettingWords } from './use-setting-words';

const ConditionInput = lazy(() => import('@/lib/list/condition-input').then((it) => ({ default: it.ConditionInput })));

interface SettingControlProps {
  setting: Setting;
  label: string;
  value: unknown;
  isDisabled: boolean;
  onType: (value: unknown) => void;
  /** Typing is over: on Enter, on leaving, or with a choice. */
  onCommit: (value: unknown) => void;
}

/** How a value of each kind is given. */
export function SettingControl(props: SettingControlProps) {
  const { wordsOf } = useSettingWords();
  const control = CONTROLS[props.setting.kind];
  // A kind that this version does not know yet is shown and left alone.
  return control ? control(props) : <code>{wordsOf(props.setting, props.value)}</code>;
}

const CONTROLS: Partial<Record<string, (props: SettingControlProps) => ReactNode>> = {
  int: (props) => <NumberControl {...props} />,
  decimal: (props) => <TextControl {...props} />,
  bool: ({ label, value, isDisabled, onCommit }) => (
    <Switch aria-label={label} checked={value === true} disabled={isDisabled} onChange={onCommit} />
  ),
  choice: (props) => <ChoiceControl {...props} />,
  choices: (props) => <ChoiceControl {...props} />,
  timezone: (props) => <ChoiceControl {...props} />,
  currency: (props) => <ChoiceControl {...props} />,
  level_days: (props) => <LevelControl {...props} />,
  minutes: (props) => <MinutesControl {...props} />,
  hours: (props) => <HoursControl {...props} />,
  contact_rules: ({ label, value, isDisabled, onCommit }) => (
    <ContactRulesControl label={label} value={value} isDisabled={isDisabled} onCommit={onCommit} />
  ),
  condition: ({ value, isDisabled, onCommit }) =>
    isDisabled ? null : <ConditionInput of="customers" value={value as Filter} onChange={onCommit} />,
};

function NumberControl({ setting, label, value, isDisabled, onType, onCommit }: SettingControlProps) {
  const { t } = useTranslation('setting');
  return (
    <InputNumber
      aria-label={label}
      value={value as number | null}
      min={setting.min ?? undefined}
      max={setting.max ?? undefined}
      precision={0}
      disabled={isDisabled}
      placeholder={setting.nullable ? t('none') : undefined}
      onChange={onType}
      onBlur={() => onCommit(value)}
      onPressEnter={() => onCommit(value)}
    />
  );
}

function TextControl({ label, value, isDisabled, onType, onCommit }: SettingControlProps) {
  return (
    <Input
      aria-label={label}
      inputMode="decimal"
      value={String(value ?? '')}
      disabled={isDisabled}
      onChange={(event) => onType(event.target.value)}
      onBlur={() => onCommit(value)}
      onKeyDown={(event) => event.key === 'Enter' && !isComposing(event) && onCommit(value)}
    />
  );
}

function ChoiceControl({ setting, label, value, isDisabled, onType, onCommit }: SettingControlProps) {
  const { wordOf } = useSettingWords();
  const isMany = setting.kind === 'choices';
  const choices = setting.kind === 'timezone' ? Intl.supportedValuesOf('timeZone') : (setting.choices ?? []);
  return (
    <Select
      aria-label={label}
      mode={isMany ? 'multiple' : undefined}
      value={value}
      disabled={isDisabled}
      options={choices.map((it) => ({ value: it, label: wordOf(setting, it) }))}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      onChange={isMany ? onType : onCommit}
      onBlur={() => isMany && onCommit(value)}
    />
  );
}

const LEVELS = ['A', 'B', 'C', 'D'] as const;

function LevelControl({ setting, label, value, isDisabled, onType, onCommit }: SettingControlProps) {
  const { t } = useTranslation('setting');
  const days = (value ?? {}) as Record<string, number | null>;
  return (
    <span className="gx-setting-levels">
      {LEVELS.map((level) => (
        <InputNumber
          key={level}
          aria-label={`${label} ${level}`}
          prefix={level}
          value={days[level]}
          min={setting.min ?? undefined}
          max={setting.max ?? undefined}
          precision={0}
          disabled={isDisabled}
          placeholder={t('none')}
          onChange={(next) => onType({ ...days, [level]: next })}
          onBlur={() => onCommit(days)}
          onPressEnter={() => onCommit(days)}
        />
      ))}
    </span>
  );
}

/** Full-width commas and digits are understood; what is no number is left for the server to refuse. */
function minutesOf(text: string): unknown[] {
  const parts = text.normalize('NFKC').split(/[,，、\s]+/);
  return parts.filter(Boolean).map((it) => (/^\d+$/.test(it) ? Number(it) : it));
}

function MinutesControl({ label, value, isDisabled, onType, onCommit }: SettingControlProps) {
  const text = Array.isArray(value) ? value.join(', ') : String(value ?? '');
  const commit = () => onCommit(minutesOf(text));
  return (
    <Input
      aria-label={label}
      value={text}
      disabled={isDisabled}
      onChange={(event) => onType(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && !isComposing(event) && commit()}
    />
  );
}

function HoursControl({ label, value, isDisabled, onType, onCommit }: SettingControlProps) {
  const { t } = useTranslation('setting');
  const [from, until] = value as [string, string];
  return (
    <span className="gx-setting-hours">
      <Input
        type="time"
        aria-label={`${label} ${t('from')}`}
        value={from}
        disabled={isDisabled}
        onChange={(event) => onType([event.target.value, until])}
        onBlur={() => onCommit(value)}
      />
      –
      <Input
        type="time"
        aria-label={`${label} ${t('until')}`}
        value={until}
        disabled={isDisabled}
        onChange={(event) => onType([from, event.target.value])}
        onBlur={() => onCommit(value)}
      />
    </span>
  );
}
