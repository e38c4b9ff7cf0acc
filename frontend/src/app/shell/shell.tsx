import { useQuery } from '@tanstack/react-query';
import { Outlet, useMatches } from '@tanstack/react-router';
import { App as AntdApp } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '@/lib/api/session';
import { useShortcut } from '@/lib/keyboard/use-shortcut';
import { titleWith, useUnread } from '@/lib/notifications/notifications';
import { useFollowUpRequest } from '@/lib/record/follow-up-request';
import { useConflict } from '@/lib/resource/conflict';
import { isAllowed } from '@/lib/resource/permissions';
import { useActionRequest } from '@/lib/resource/start-action';
import { Forbidden } from '../errors/forbidden';
import { followChanges } from '../live';
import { useNetwork } from '../network';
import { usePreferences } from '../preferences';
import { useReady } from '../skeleton';
import { THEME_CLASS } from '../theme';
import { BottomNav } from './bottom-nav';
import { Header } from './header';
import { SideNav } from './side-nav';
import { useFocusReturn } from './use-focus-return';
import './shell.css';

const CommandPalette = lazy(() => import('./command-palette').then((it) => ({ default: it.CommandPalette })));
const ShortcutsHelp = lazy(() => import('@/lib/keyboard/shortcuts-help').then((it) => ({ default: it.ShortcutsHelp })));
const ActionDialog = lazy(() => import('@/lib/resource/action-dialog').then((it) => ({ default: it.ActionDialog })));
const FollowUpDialog = lazy(() =>
  import('@/lib/record/follow-up-dialog').then((it) => ({ default: it.FollowUpDialog })),
);
const ConflictDialog = lazy(() =>
  import('@/lib/resource/conflict-dialog').then((it) => ({ default: it.ConflictDialog })),
);

/** The frame round every page of a signed-in person. */
export function Shell() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'palette' | 'help' | null>(null);
  const isNarrow = usePreferences((state) => state.isNavNarrow);
  const close = () => setOpen(null);
  useReady();
  useEffect(followChanges, []);
  useFocusReturn();
  useShortcut('mod+k', t('shortcut.palette'), () => setOpen('palette'));
  useShortcut('?', t('shortcut.help'), () => setOpen('help'));
  return (
    <AntdApp className={`${THEME_CLASS} gx-shell`} message={{ top: 56, maxCount: 3 }} component="div">
      <a className="gx-skip" href="#content">
        {t('skip_to_content')}
      </a>
      <SideNav isNarrow={isNarrow} />
      <div className="gx-frame">
        <Header onPalette={() => setOpen('palette')} onHelp={() => setOpen('help')} />
        <OfflineBanner />
        <main id="content" className="gx-content" tabIndex={-1}>
          <Page />
        </main>
        <BottomNav />
      </div>
      <Suspense fallback={null}>
        {open === 'palette' && <CommandPalette onClose={close} onHelp={() => setOpen('help')} />}
        {open === 'help' && <ShortcutsHelp onClose={close} />}
        <Dialogs />
      </Suspense>
    </AntdApp>
  );
}

/** Dialogs of the library, loaded when one is first asked for. */
function Dialogs() {
  const isActing = useActionRequest((state) => state.request !== null || state.result !== null);
  const isInConflict = useConflict((state) => state.current !== null);
  const isLogging = useFollowUpRequest((state) => state.request !== null);
  return (
    <>
      {isActing && <ActionDialog />}
      {isLogging && <FollowUpDialog />}
      {isInConflict && <ConflictDialog />}
    </>
  );
}

/** The page, if one may see it; its title is the window's. */
function Page() {
  const { t } = useTranslation();
  const { data: session } = useQuery(sessionQuery);
  const unread = useUnread();
  const matches = useMatches();
  const missing = matches
    .map((match) => match.staticData.permission)
    .find((permission) => permission !== undefined && !isAllowed(session, permission));
  const title = matches.findLast((match) => match.staticData.title)?.staticData.title;
  useEffect(() => {
    document.title = titleWith(unread, title ? `${t(title)} · ${t('product')}` : t('product'));
  }, [title, unread, t]);
  // The frame stays, whatever a page still waits for.
  return <Suspense fallback={null}>{missing ? <Forbidden permission={missing} /> : <Outlet />}</Suspense>;
}

function OfflineBanner() {
  const { t } = useTranslation();
  const isOnline = useNetwork((state) => state.isOnline);
  if (isOnline) return null;
  return (
    <div className="gx-banner" role="alert">
      {t('offline_banner')}
    </div>
  );
}
