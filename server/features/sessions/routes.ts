// The endpoints of signing in and of one's own account.

import { Reply, type Route, route } from '../../platform/http/route.ts';
import { REFRESH_COOKIE, refreshCookie } from '../../platform/security/refresh-cookie.ts';
import type { AccountService } from './account-service.ts';
import {
  loginBody,
  me,
  passwordChange,
  rotatedKey,
  secondFactorBody,
  secondFactorConfirmation,
  secondFactorOffer,
  sessionGrant,
  sessionList,
  sessionParams,
  sessionQuery,
} from './contract.ts';
import type { Granted, SessionService } from './service.ts';
import type { SigningKeys } from './signing-keys.ts';

export interface SessionRouteDeps {
  readonly sessions: SessionService;
  readonly accounts: AccountService;
  readonly keys: SigningKeys;
  readonly secureCookies: boolean;
}

export function sessionRoutes({ sessions, accounts, keys, secureCookies }: SessionRouteDeps): Route[] {
  const cookie = (token: string, seconds: number) => refreshCookie(token, seconds, { secure: secureCookies });
  const granted = ({ answer, refreshToken, refreshSeconds }: Granted) =>
    new Reply(answer, { cookies: [cookie(refreshToken, refreshSeconds)] });

  return [
    route({
      id: 'openSession',
      method: 'post',
      path: '/v1/sessions',
      tag: 'Sessions',
      summary: 'Sign in',
      description:
        'Accounts with a second factor send its code as well. The answer carries the access token; the refresh token comes as an httpOnly cookie. Six wrong attempts within 15 minutes lock the login for 15 minutes, whether it exists or not.',
      permission: 'public',
      rate: 'login',
      body: loginBody,
      success: { status: 201, body: sessionGrant },
      problems: ['invalid-credentials', 'second-factor-required'],
      example: { login: 'investigator', password: 'demo-Izdoo-2026' },
      handler: async ({ actor, body, userAgent }) => granted(await sessions.open(actor, body, userAgent)),
    }),
    route({
      id: 'refreshSession',
      method: 'post',
      path: '/v1/sessions/refresh',
      tag: 'Sessions',
      summary: 'Get a new access token with the refresh cookie',
      description:
        'Each refresh token works once. A second use ends the session (`session-ended`); within ten seconds of the first it is answered with `conflict`, because another tab of the same browser was faster: ask again with the new cookie.',
      permission: 'public',
      security: 'refresh-cookie',
      rate: 'read',
      success: {
        status: 200,
        body: sessionGrant,
        orNothing: 'Nobody is signed in here: no refresh cookie came along, or its session is over',
      },
      problems: ['session-ended', 'conflict'],
      handler: async ({ actor, cookies }) => {
        const token = cookies[REFRESH_COOKIE];
        const renewed = token ? await sessions.refresh(actor, token) : null;
        return renewed ? granted(renewed) : undefined;
      },
    }),
    route({
      id: 'listSessions',
      method: 'get',
      path: '/v1/sessions',
      tag: 'Sessions',
      summary: 'My living sessions, or those of a user of my state',
      permission: 'session.own',
      query: sessionQuery,
      success: { status: 200, body: sessionList },
      problems: ['not-found'],
      handler: ({ actor, query }) => sessions.list(actor, query.userId),
    }),
    route({
      id: 'closeCurrentSession',
      method: 'delete',
      path: '/v1/sessions/current',
      tag: 'Sessions',
      summary: 'Sign out',
      permission: 'session.own',
      success: { status: 204 },
      problems: ['not-found'],
      handler: async ({ actor }) => {
        await sessions.endCurrent(actor);
        return new Reply(undefined, { cookies: [cookie('', 0)] });
      },
    }),
    route({
      id: 'closeSession',
      method: 'delete',
      path: '/v1/sessions/{sessionId}',
      tag: 'Sessions',
      summary: 'End one of my sessions, or a session of a user of my state',
      permission: 'session.own',
      params: sessionParams,
      success: { status: 204 },
      problems: ['not-found'],
      handler: ({ actor, params }) => sessions.end(actor, params.sessionId),
    }),
    route({
      id: 'getMe',
      method: 'get',
      path: '/v1/me',
      tag: 'Account',
      summary: 'Who I am and what this session may use',
      permission: 'session.own',
      success: { status: 200, body: me },
      problems: ['not-found'],
      handler: ({ actor }) => accounts.me(actor),
    }),
    route({
      id: 'changeMyPassword',
      method: 'post',
      path: '/v1/me/password',
      tag: 'Account',
      summary: 'Change my password; my other sessions end',
      permission: 'session.own',
      rate: 'login',
      body: passwordChange,
      success: { status: 204 },
      problems: ['invalid-credentials', 'not-found'],
      handler: ({ actor, body }) => accounts.changePassword(actor, body),
    }),
    route({
      id: 'offerSecondFactor',
      method: 'post',
      path: '/v1/me/second-factor',
      tag: 'Account',
      summary: 'Begin to enrol a second factor',
      description: 'Nothing is in force until a code confirms it. A confirmed factor is never overwritten.',
      permission: 'session.own',
      rate: 'login',
      body: secondFactorBody,
      success: { status: 200, body: secondFactorOffer },
      problems: ['invalid-credentials', 'conflict', 'not-found'],
      handler: ({ actor, body }) => accounts.offerSecondFactor(actor, body),
    }),
    route({
      id: 'confirmSecondFactor',
      method: 'post',
      path: '/v1/me/second-factor/confirm',
      tag: 'Account',
      summary: 'Confirm the second factor with its first code',
      permission: 'session.own',
      rate: 'login',
      body: secondFactorConfirmation,
      success: { status: 200, body: me },
      problems: ['conflict', 'not-found'],
      example: { code: '123456' },
      handler: ({ actor, body }) => accounts.confirmSecondFactor(actor, body),
    }),
    route({
      id: 'rotateSigningKey',
      method: 'post',
      path: '/v1/signing-keys/rotate',
      tag: 'System',
      summary: 'Sign access tokens with a new key from now on',
      description: 'Tokens signed with the old key stay good until their end, ten minutes at most.',
      permission: 'signing-key.rotate',
      success: { status: 200, body: rotatedKey },
      handler: ({ actor }) => keys.rotate(actor),
    }),
  ];
}
