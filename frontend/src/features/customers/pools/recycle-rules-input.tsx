import { Checkbox, InputNumber, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { LEVELS, RECYCLE_KINDS, type RecycleRule, ruleOf } from './recycle-rule';

interface RecycleRulesInputProps {
  /** Given by `Form.Item`. */
  value?: RecycleRule[];
  onChange?: (rules: RecycleRule[]) => void;
}

/** After how many days without follow-up or deal a customer goes back, level by level. */
export function RecycleRulesInput({ value = [], onChange }: RecycleRulesInputProps) {
  const { t } = useTranslation('rule');
  const put = (rule: RecycleRule) =>
    onChange?.(
      RECYCLE_KINDS.flatMap((kind) => (kind === rule.kind ? rule : (value.find((it) => it.kind === kind) ?? []))),
    );
  return (
    <>
      {RECYCLE_KINDS.map((kind) => {
        const rule = ruleOf(value, kind);
        const name = t(`sea.kind.${kind}`);
        return (
          <fieldset key={kind} className="gx-recycle-rule">
            <legend>
              <Switch
                size="small"
                aria-label={name}
                checked={rule.enabled}
                onChange={(enabled) => put({ ...rule, enabled })}
              />{' '}
              {name}
            </legend>
            {rule.enabled && (
              <>
                <span className="gx-recycle-levels">
                  {LEVELS.map((level) => (
                    <InputNumber
                      key={level}
                      prefix={t('sea.level', { level })}
                      aria-label={`${name} ${level}`}
                      min={1}
                      max={3650}
                      precision={0}
                      placeholder={t('sea.never')}
                      value={rule.days[level]}
                      onChange={(days) => put({ ...rule, days: { ...rule.days, [level]: days } })}
                    />
                  ))}
                </span>
                <Checkbox
                  checked={rule.include_dealt}
                  onChange={(event) => put({ ...rule, include_dealt: event.target.checked })}
                >
                  {t('sea.include_dealt')}
                </Checkbox>
                <Checkbox
                  checked={rule.include_with_open_opportunity}
                  onChange={(event) => put({ ...rule, include_with_open_opportunity: event.target.checked })}
                >
                  {t('sea.include_open')}
                </Checkbox>
              </>
            )}
          </fieldset>
        );
      })}
    </>
  );
}
