import {
  BellOutlined,
  KeyOutlined,
  LaptopOutlined,
  LogoutOutlined,
  QuestionCircleOutlined,
  SearchOutlined,
} from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/lib/api/session';
import { MenuButton } from '@/lib/menu/menu-button';
import { Can, useCan } from '@/lib/resource/permissions';
import { chooseLanguage } from '../i18n';
import { type Language, type ThemeChoice, usePreferences } from '../preferences';
import { signOut } from '../session';
import { Bell } from './bell';
import '@/lib/fields/fields.css';

const THEMES: ThemeChoice[] = ['system', 'light', 'dark'];
const LANGUAGES: [Language, string][] = [
  ['zh-CN', '简体中文'],
  ['en', 'English'],
];

export function Header({ onPalette, onHelp }: { onPalette: () => void; onHelp: () => void }) {
  const { t } = useTranslation();
  const isMac = navigator.platform.startsWith('Mac');
  return (
    <header className="gx-header">
      <button type="button" className="gx-search-button" onClick={onPalette}>
        <SearchOutlined />
        <span className="gx-ellipsis">{t('palette.placeholder')}</span>
        <kbd>{isMac ? '⌘ K' : 'Ctrl K'}</kbd>
      </button>
      <span className="gx-header-tools">
        <Button
          type="text"
          icon={<QuestionCircleOutlined />}
          aria-label={t('shortcut.title')}
          className="gx-wide-only"
          onClick={onHelp}
        />
        <Can do="notification:read">
          <Bell />
        </Can>
        <AccountMenu />
      </span>
    </header>
  );
}

function AccountMenu() {
  const { t, i18n } = useTranslation();
  const session = useSession();
  const can = useCan();
  const navigate = useNavigate();
  const theme = usePreferences((state) => state.theme);
  const name = session?.user.name ?? '';
  const leave = async () => {
    await signOut().catch(() => undefined);
    await navigate({ to: '/login' });
  };
  const choose = (key: string) => {
    const [what, value] = key.split(':');
    if (what === 'theme') usePreferences.setState({ theme: value as ThemeChoice });
    if (what === 'language') void chooseLanguage(value as Language);
    if (what === 'sessions') void navigate({ to: '/sessions' });
    if (what === 'notify') void navigate({ to: '/notification-preferences' });
    if (what === 'password') void navigate({ to: '/password' });
    if (what === 'leave') void leave();
  };
  return (
    <MenuButton
      items={[
        ...THEMES.map((it, index) => ({
          key: `theme:${it}`,
          label: t(`theme.${it}`),
          isChecked: theme === it,
          heading: index === 0 ? t('theme.title') : undefined,
        })),
        ...LANGUAGES.map(([key, label], index) => ({
          key: `language:${key}`,
          label,
          isChecked: i18n.language === key,
          heading: index === 0 ? t('language') : undefined,
        })),
        {
          key: 'sessions',
          icon: <LaptopOutlined />,
          label: t('auth.sessions'),
          heading: `${name} · ${session?.user.login ?? ''}`,
        },
        ...(can('notification:read') ? [{ key: 'notify', icon: <BellOutlined />, label: t('bell.preferences') }] : []),
        { key: 'password', icon: <KeyOutlined />, label: t('auth.change_password') },
        { key: 'leave', icon: <LogoutOutlined />, label: t('auth.sign_out') },
      ]}
      onChoose={choose}
      trigger={(props) => (
        <button type="button" className="gx-account" aria-label={t('account', { name })} {...props}>
          <span className="gx-avatar" aria-hidden="true">
            {/[一-鿿]/.test(name) ? name.slice(-1) : name.slice(0, 1).toUpperCase()}
          </span>
          <span className="gx-account-name">{name}</span>
        </button>
      )}
    />
  );
}
