import { App, Button } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ARRIVED } from '@/lib/api/once';
import { isProblem } from '@/lib/api/problem';

const UNDO_SECONDS = 8;

/** Short words after something happened, with a way back for eight seconds. */
export function useToast() {
  const { message } = App.useApp();
  const { t } = useTranslation();

  const done = useCallback(
    (text: string, undo?: () => Promise<unknown>) => {
      const key = crypto.randomUUID();
      const takeBack = async () => {
        message.destroy(key);
        await undo?.();
      };
      message.open({
        key,
        type: 'success',
        duration: undo ? UNDO_SECONDS : 3,
        content: undo ? (
          <span>
            {text}
            <Button type="link" size="small" onClick={takeBack}>
              {t('undo')}
            </Button>
          </span>
        ) : (
          text
        ),
      });
    },
    [message, t],
  );

  const failed = useCallback(
    (error: unknown) => {
      if (isProblem(error, 0)) message.error(t('problem.offline'));
      else if (isProblem(error) && error.code === ARRIVED) message.warning(t('problem.arrived'));
      else if (isProblem(error))
        message.error(error.errors.map((it) => it.message).join(t('separator')) || error.message);
      else message.error(t('problem.unknown'));
    },
    [message, t],
  );

  /** What could not be done, and that nothing is broken. */
  const refused = useCallback((text: string) => void message.warning(text), [message]);

  return { done, failed, refused };
}
