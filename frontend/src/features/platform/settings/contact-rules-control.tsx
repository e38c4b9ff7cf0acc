import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rulesOf } from './contact-rule';
import { useContactRuleWords } from './use-contact-rule-words';

const ContactRulesDrawer = lazy(() =>
  import('./contact-rules-drawer').then((it) => ({ default: it.ContactRulesDrawer })),
);

interface ContactRulesControlProps {
  label: string;
  value: unknown;
  isDisabled: boolean;
  onCommit: (value: unknown) => void;
}

/** The rules in words, and the way to change them. */
export function ContactRulesControl({ label, value, isDisabled, onCommit }: ContactRulesControlProps) {
  const { t } = useTranslation('setting');
  const { say } = useContactRuleWords();
  const [isOpen, setOpen] = useState(false);
  const rules = rulesOf(value);
  return (
    <div className="gx-contact-rules">
      <ul>
        {rules.map((rule) => (
          <li key={JSON.stringify(rule)} data-off={!rule.active || undefined}>
            {say(rule)}
          </li>
        ))}
      </ul>
      {!isDisabled && (
        <Button
          icon={<EditOutlined />}
          aria-label={t('contact_rule.edit_what', { name: label })}
          onClick={() => setOpen(true)}
        >
          {t('contact_rule.edit')}
        </Button>
      )}
      {isOpen && (
        <Suspense fallback={null}>
          <ContactRulesDrawer label={label} rules={rules} onSave={onCommit} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
