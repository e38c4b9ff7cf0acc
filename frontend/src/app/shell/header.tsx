import {
  BulbOutlined,
  GlobalOutlined,
  KeyOutlined,
  LogoutOutlined,
  QuestionCircleOutlined,
  SearchOutlined,
} from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/lib/api/session';
import { chooseLanguage } from '../i18n';
import { type Language, type ThemeChoice, usePreferences } from '../preferences';
import { signOut } from '../session';

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
        <AccountMenu />
      </span>
    </header>
  );
}

function AccountMenu() {
  const { t, i18n } = useTranslation();
  const session = useSession();
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
    if (what === 'password') void navigate({ to: '/password' });
    if (what === 'leave') void leave();
  };
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        selectedKeys: [`theme:${theme}`, `language:${i18n.language}`],
        items: [
          { key: 'who', type: 'group', label: `${name} · ${session?.user.login ?? ''}` },
          {
            key: 'theme',
            icon: <BulbOutlined />,
            label: t('theme.title'),
            children: THEMES.map((it) => ({ key: `theme:${it}`, label: t(`theme.${it}`) })),
          },
          {
            key: 'language',
            icon: <GlobalOutlined />,
            label: t('language'),
            children: LANGUAGES.map(([key, label]) => ({ key: `language:${key}`, label })),
          },
          { key: 'password', icon: <KeyOutlined />, label: t('auth.change_password') },
          { type: 'divider' },
          { key: 'leave', icon: <LogoutOutlined />, label: t('auth.sign_out') },
        ],
        onClick: ({ key }) => choose(key),
      }}
    >
      <button type="button" className="gx-account" aria-label={t('account', { name })}>
        <span className="gx-avatar" aria-hidden="true">
          {/[一-鿿]/.test(name) ? name.slice(-1) : name.slice(0, 1).toUpperCase()}
        </span>
        <span className="gx-account-name">{name}</span>
      </button>
    </Dropdown>
  );
}
