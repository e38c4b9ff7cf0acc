import { createRoot } from 'react-dom/client';
import { startI18n } from './app/i18n';
import { watchNetwork } from './app/network';
import { Providers } from './app/providers';
import { makeRouter } from './app/router';
import { onSignedOut } from './lib/api/client';

const router = makeRouter();

watchNetwork();
onSignedOut(() => {
  const { href } = router.state.location;
  if (!href.startsWith('/login')) void router.navigate({ to: '/login', search: { redirect: href } });
});
const root = document.getElementById('root');
if (root) void startI18n().then(() => createRoot(root).render(<Providers router={router} />));
