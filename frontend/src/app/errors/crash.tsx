import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '@/lib/list/list-states';
import { useReady } from '../skeleton';

const RELOADED = 'guanxi.reloaded';

/** After a new version was put up, an old page asks for scripts that are gone: one reload brings the new ones. */
function isOldVersion(error: unknown): boolean {
  return error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);
}

export function Crash({ error }: { error: unknown }) {
  const router = useRouter();
  const { t } = useTranslation();
  useReady();
  useEffect(() => {
    if (!isOldVersion(error) || sessionStorage.getItem(RELOADED)) return;
    sessionStorage.setItem(RELOADED, '1');
    window.location.reload();
  }, [error]);
  return (
    <main aria-label={t('failed.title')}>
      <Failure error={error} retry={() => void router.invalidate()} />
    </main>
  );
}
