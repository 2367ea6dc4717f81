// Cookies as a plain record.
import type { IncomingMessage } from 'node:http';
import { parseCookie } from 'cookie';

const NONE: Readonly<Record<string, string | undefined>> = Object.freeze({});

export const readCookies = ({ headers }: IncomingMessage): Readonly<Record<string, string | undefined>> =>
  headers.cookie ? parseCookie(headers.cookie) : NONE;
