// A caller of a running server over real HTTP: signs in as a demo account and sends JSON.
import { needsSecondFactor } from '../../server/domain/access/permission.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, DEMO_TOTP_SECRET } from '../../server/features/seed/demo-accounts.ts';
import { totpCode } from '../../server/platform/security/totp.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into member by member.
type Body = any;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
  readonly text: string;
}

/** Sends one request. @throws when nobody answers within `patience` milliseconds */
export async function send(
  url: string,
  method: string,
  path: string,
  { body, headers = {}, patience = 30_000 }: { body?: unknown; headers?: object; patience?: number } = {},
): Promise<Answer> {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
    body: body === undefined ? null : JSON.stringify(body),
    signal: AbortSignal.timeout(patience),
  });
  const text = await answer.text();
  const isJson = /json/.test(answer.headers.get('content-type') ?? '');
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    body: isJson ? JSON.parse(text) : undefined,
  };
}

export interface Signed {
  readonly token: string;
  readonly refreshCookie: string;
  readonly userId: string;
}

/** Signs in as a demo account. A code works once: who signs in twice within 30 s as the same account is refused. */
export async function signIn(url: string, login: string): Promise<Signed> {
  const account = DEMO_ACCOUNTS.find((one) => one.login === login);
  if (!account) throw new Error(`${login} is no demo account`);
  const code = needsSecondFactor([account.role]) ? { code: totpCode(DEMO_TOTP_SECRET, new Date()) } : {};
  const { status, body, headers, text } = await send(url, 'POST', '/v1/sessions', {
    body: { login, password: DEMO_PASSWORD, ...code },
  });
  if (status !== 201) throw new Error(`${login} could not sign in: ${status} ${text}`);
  return { token: body.accessToken, refreshCookie: cookieOf(headers), userId: body.user.id };
}

/** @returns the refresh cookie of an answer as `name=value` */
export const cookieOf = (headers: Headers): string => headers.getSetCookie()[0]?.split(';')[0] ?? '';

export const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

/** The demo person whom a check with this document must always find. */
export const DEMO_TRAVELLER = {
  family: 'TESTBEKOV',
  given: 'ZHENISH',
  birthDate: '1980-02-15',
  document: { number: 'AC1234567', state: 'KGZ' },
};
