import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { LoginPage } from '@/app/sign-in/login-page';

/** Only a page of ours: an address from outside would lead away after signing in. */
const ownPath = z.string().check(z.regex(/^\/(?![/\\])/));

export const Route = createFileRoute('/login')({
  validateSearch: z.object({ redirect: z.catch(z.optional(ownPath), undefined) }),
  component: LoginPage,
});
