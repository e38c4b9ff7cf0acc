import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, InputNumber, Segmented, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormDrawer } from '@/lib/record/form-drawer';
import { type ContactRule, changeRule, withRule } from './contact-rule';
import { useContactRuleWords } from './use-contact-rule-words';

interface ContactRulesDrawerProps {
  label: string;
  rules: ContactRule[];
  onSave: (rules: ContactRule[]) => void;
  onClose: () => void;
}

const MOST = 50;

/** Whom to speak to how often; of several rules that fit, the one that names most decides. */
export function ContactRulesDrawer({ label, rules, onSave, onClose }: ContactRulesDrawerProps) {
  const { t } = useTranslation('setting');
  const [form] = Form.useForm<{ rules: ContactRule[] }>();
  return (
    <FormDrawer
      title={label}
      width={640}
      form={form}
      name="contact_rules"
      initial={{ rules }}
      onSave={async (typed) => onSave(typed.rules)}
      onClose={onClose}
    >
      <p className="gx-faint">{t('contact_rule.text')}</p>
      <Form.Item name="rules" noStyle>
        <RulesInput />
      </Form.Item>
    </FormDrawer>
  );
}

interface RulesInputProps {
  /** Given by `Form.Item`. */
  value?: ContactRule[];
  onChange?: (rules: ContactRule[]) => void;
}

function RulesInput({ value: rules = [], onChange }: RulesInputProps) {
  const { t } = useTranslation('setting');
  return (
    <>
      <ol className="gx-contact-list">
        {rules.map((rule, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule has nothing but its place
          <li key={at}>
            <RuleFields
              rule={rule}
              onChange={(changes) => onChange?.(changeRule(rules, at, changes))}
              onRemove={() => onChange?.(rules.filter((_, index) => index !== at))}
            />
          </li>
        ))}
      </ol>
      <Button icon={<PlusOutlined />} disabled={rules.length >= MOST} onClick={() => onChange?.(withRule(rules))}>
        {t('contact_rule.add')}
      </Button>
    </>
  );
}

interface RuleFieldsProps {
  rule: ContactRule;
  onChange: (changes: Partial<ContactRule>) => void;
  onRemove: () => void;
}

function RuleFields({ rule, onChange, onRemove }: RuleFieldsProps) {
  const { t } = useTranslation('setting');
  const { optionsOf, say } = useContactRuleWords();
  const name = say(rule);
  return (
    <fieldset>
      <legend className="gx-visually-hidden">{name}</legend>
      <header>
        <Segmented
          value={rule.object}
          aria-label={t('contact_rule.object')}
          options={(['customer', 'lead'] as const).map((value) => ({ value, label: t(`contact_rule.of.${value}`) }))}
          onChange={(object) => onChange({ object })}
        />
        <Switch
          checked={rule.active}
          aria-label={t('contact_rule.active')}
          onChange={(active) => onChange({ active })}
        />
        <Button
          type="text"
          icon={<DeleteOutlined />}
          aria-label={t('contact_rule.remove', { name })}
          onClick={onRemove}
        />
      </header>
      <div className="gx-form-grid">
        {(['level', 'lifecycle', 'relationship'] as const)
          .filter((key) => key === 'level' || rule.object === 'customer')
          .map((key) => (
            <div key={key} className="gx-contact-field">
              <span aria-hidden="true">{t(`contact_rule.${key}`)}</span>
              <Select
                aria-label={t(`contact_rule.${key}`)}
                allowClear
                placeholder={t('contact_rule.any')}
                value={rule[key]}
                options={optionsOf(key)}
                onChange={(value: string | undefined) => onChange({ [key]: value ?? null })}
              />
            </div>
          ))}
        <div className="gx-contact-field">
          <span aria-hidden="true">{t('contact_rule.days')}</span>
          <InputNumber
            aria-label={t('contact_rule.days')}
            min={1}
            max={3650}
            precision={0}
            suffix={t('contact_rule.day')}
            placeholder={t('contact_rule.never')}
            value={rule.days}
            onChange={(days) => onChange({ days })}
          />
        </div>
        <div className="gx-contact-field">
          <span aria-hidden="true">{t('contact_rule.due_soon')}</span>
          <InputNumber
            aria-label={t('contact_rule.due_soon')}
            min={0}
            max={60}
            precision={0}
            suffix={t('contact_rule.day')}
            placeholder={t('contact_rule.usual')}
            value={rule.due_soon_days}
            onChange={(due_soon_days) => onChange({ due_soon_days })}
          />
        </div>
      </div>
    </fieldset>
  );
}
