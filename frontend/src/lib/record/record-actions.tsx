import { DeleteOutlined, MoreOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '@/lib/keyboard/use-shortcut';
import { MenuButton } from '@/lib/menu/menu-button';
import { actionsFor, startAction } from '@/lib/resource/start-action';
import type { RecordState } from '@/lib/resource/use-record';
import { useToast } from '@/lib/resource/use-toast';

/** The verbs the server allows on this record now: primary ones as buttons, the rest and deleting under "more". */
export function RecordActions({ of: record, except = [] }: { of: RecordState; except?: string[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toast = useToast();
  const { data, resource } = record;
  const actions = data ? actionsFor(resource, data).filter((it) => !except.includes(it.name)) : [];
  const start = (name: string) => {
    const action = actions.find((it) => it.name === name);
    if (data && action) startAction(resource, action, { record: data, count: 1, onDone: record.retry });
  };
  const remove = async () => {
    try {
      await record.remove();
      void navigate({ to: resource.list } as never);
    } catch (error) {
      toast.failed(error);
    }
  };
  const canDelete = record.allowed.has('delete');
  const primary = actions.filter((it) => it.isPrimary);
  const rest = actions.filter((it) => !it.isPrimary);
  useShortcut('.', t('more_actions'), () => document.querySelector<HTMLElement>('[data-more-actions]')?.click());
  return (
    <>
      {primary.map((action, at) => (
        <Button
          key={action.name}
          type={at === 0 ? 'primary' : 'default'}
          icon={action.icon}
          danger={action.isDanger}
          onClick={() => start(action.name)}
        >
          {t(action.label)}
        </Button>
      ))}
      {(rest.length > 0 || canDelete) && (
        <MenuButton
          items={[
            ...rest.map((it) => ({ key: it.name, label: t(it.label), icon: it.icon, isDanger: it.isDanger })),
            ...(canDelete ? [{ key: DELETE, label: t('delete'), icon: <DeleteOutlined />, isDanger: true }] : []),
          ]}
          onChoose={(key) => (key === DELETE ? void remove() : start(key))}
          trigger={(props) => (
            <Button icon={<MoreOutlined />} aria-label={t('more_actions')} data-more-actions {...props} />
          )}
        />
      )}
    </>
  );
}

const DELETE = '(delete)';
