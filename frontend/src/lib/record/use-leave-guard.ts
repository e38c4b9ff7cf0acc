import { useBlocker } from '@tanstack/react-router';
import { App } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { hasAccessToken } from '@/lib/api/client';

/**
 * Asks once before typed words are thrown away, by whatever way one leaves: the cross, Back, a link, the window.
 * `leave` is for closing, `pass` for what has been saved.
 */
export function useLeaveGuard(isDirty: (isSamePage: boolean) => boolean, onDiscard?: () => void) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const hasPassed = useRef(false);
  // Whoever is signed out comes back to his draft; asking him would keep him from signing in.
  const isHeld = (isSamePage = false) => !hasPassed.current && hasAccessToken() && isDirty(isSamePage);

  const ask = () =>
    new Promise<boolean>((resolve) => {
      modal.confirm({
        title: t('leave.title'),
        content: t('leave.text'),
        okText: t('leave.discard'),
        cancelText: t('leave.stay'),
        okButtonProps: { danger: true },
        onOk: () => {
          hasPassed.current = true;
          onDiscard?.();
          resolve(true);
        },
        onCancel: () => resolve(false),
      });
    });

  useBlocker({
    shouldBlockFn: async ({ current, next }) => isHeld(current.pathname === next.pathname) && !(await ask()),
    enableBeforeUnload: () => isHeld(),
  });

  return {
    leave: async (onClose: () => void) => {
      if (isHeld() && !(await ask())) return;
      hasPassed.current = true;
      onClose();
    },
    pass: () => {
      hasPassed.current = true;
    },
  };
}
