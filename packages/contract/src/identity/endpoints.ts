import { z } from 'zod';
import { endpoint, roles } from '../endpoint.ts';
import { done, lang, momentShape, phoneShape } from '../shapes.ts';

const user = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  lang,
  phone: z.string().optional(),
  merchantIds: z.array(z.string()),
});

const session = z.object({ token: z.string(), user });

export const endpoints = {
  requestCode: endpoint({
    method: 'POST',
    path: '/v1/codes',
    summary: 'Sends a one-time code to a phone.',
    access: 'public',
    body: z.object({ phone: phoneShape, purpose: z.enum(['signIn', 'sign', 'pay']) }),
    reply: z.object({ expiresAt: momentShape }),
    refusals: ['code.tooMany'],
  }),
  signInByPhone: endpoint({
    method: 'POST',
    path: '/v1/sessions/phone',
    summary: 'Signs a merchant in with a one-time code; the first time also registers.',
    access: 'public',
    body: z.object({ phone: phoneShape, code: z.string().regex(/^\d{6}$/) }),
    session: 'opens',
    reply: session,
    refusals: ['code.wrong', 'code.expired'],
  }),
  signInByPassword: endpoint({
    method: 'POST',
    path: '/v1/sessions/password',
    summary: 'Signs staff or an agent in.',
    access: 'public',
    body: z.object({ login: z.string().min(1).max(64), password: z.string().min(1).max(200) }),
    session: 'opens',
    reply: session,
    refusals: ['signIn.wrong', 'signIn.locked'],
  }),
  me: endpoint({
    method: 'GET',
    path: '/v1/me',
    summary: 'Says who is signed in.',
    access: 'signedIn',
    reply: z.object({ user }),
  }),
  changeMe: endpoint({
    method: 'PATCH',
    path: '/v1/me',
    summary: 'Changes the name or the language of the signed-in person.',
    access: 'signedIn',
    body: z.object({ name: z.string().trim().min(1).max(40).optional(), lang: lang.optional() }),
    reply: z.object({ user }),
  }),
  signOut: endpoint({
    method: 'DELETE',
    path: '/v1/sessions/current',
    summary: 'Ends this session.',
    session: 'closes',
    access: 'signedIn',
    reply: done,
  }),
} as const;
