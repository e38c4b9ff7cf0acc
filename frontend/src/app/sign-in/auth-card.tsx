import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '../i18n';
import { useReady } from '../skeleton';
import { THEME_CLASS } from '../theme';
import './auth-card.css';

interface AuthCardProps {
  title: string;
  problem?: string;
  children: ReactNode;
  foot?: ReactNode;
}

/** The frame of the pages before one is in. */
export function AuthCard({ title, problem, children, foot }: AuthCardProps) {
  const { t, i18n } = useTranslation();
  useReady();
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <main className={`${THEME_CLASS} gx-auth`}>
      <div className="gx-auth-card">
        <p className="gx-auth-product">
          <img src="/favicon.svg" alt="" width={40} height={40} />
          {t('product')}
        </p>
        <h1>{title}</h1>
        <p className="gx-faint">{t('auth.slogan')}</p>
        {problem && <Alert type="error" showIcon title={problem} role="alert" />}
        {children}
        <footer>
          {foot}
          <button type="button" className="gx-plain" lang={other} onClick={() => void chooseLanguage(other)}>
            {other === 'en' ? 'English' : '简体中文'}
          </button>
        </footer>
      </div>
    </main>
  );
}
