// The cookie that carries a refresh token: no script reads it, no other site sends it, only session routes get it.
import { stringifySetCookie } from 'cookie';

export const REFRESH_COOKIE = 'izdoo_refresh';

export interface CookieSettings {
  /** Only over HTTPS. */
  readonly secure: boolean;
}

/** @returns the `Set-Cookie` header; an empty token removes the cookie */
export const refreshCookie = (token: string, maxAgeSeconds: number, { secure }: CookieSettings): string =>
  stringifySetCookie(REFRESH_COOKIE, token, {
    httpOnly: true,
    sameSite: 'strict',
    secure,
    path: '/v1/sessions',
    maxAge: token === '' ? 0 : Math.max(0, Math.floor(maxAgeSeconds)),
  });
