// What an API key looks like, and whether one that was sent is good.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Actor } from '../../domain/access/actor.ts';
import { grants, PERMISSIONS, type Permission } from '../../domain/access/permission.ts';
import type { Purpose } from '../../domain/access/purpose.ts';

export const API_KEY_PREFIX = 'izk_';

export interface KeyFacts {
  readonly id: string;
  readonly secretHash: Uint8Array;
  readonly scopes: readonly string[];
  readonly expiresAt: Date;
  readonly revoked: boolean;
  /** Why it asks, where the protocol of the system that holds it cannot say so. */
  readonly purpose: Purpose | null;
  readonly agency: { readonly id: string; readonly state: string; readonly active: boolean };
}

export interface ApiKeyReader {
  find(id: string): Promise<KeyFacts | null>;
}

/** What a key may be given: what service accounts may do, without what only a person's session needs. */
export const KEY_SCOPES: readonly Permission[] = PERMISSIONS.filter(
  (permission) => permission !== 'session.own' && grants(['SVC'], permission),
);

/** Questions in foreign protocols are all that such a key can ask: the worst that a leak of it may do. */
const IN_ADDRESSES: readonly Permission[] = ['interop.ask', 'interop.open'];

/** Addresses end up in histories and in logs of proxies: a key that may do more is not taken from one. */
export const fitsAddresses = ({ scopes }: Pick<KeyFacts, 'scopes'>): boolean =>
  scopes.every((scope) => IN_ADDRESSES.includes(scope as Permission));

/** The secret is 256 random bits: a fast hash is enough, nobody can try them all. */
export const hashOfSecret = (secret: string) => createHash('sha256').update(secret).digest();

export const formatApiKey = (id: string, secret: string): string => `${API_KEY_PREFIX}${id}_${secret}`;

/** @returns null when the text is not of the form `izk_<uuid>_<secret>` */
export function parseApiKey(text: string): { id: string; secret: string } | null {
  const match = /^izk_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_([\w-]{43})$/.exec(text);
  return match?.[1] && match[2] ? { id: match[1], secret: match[2] } : null;
}

/** @returns who acts with the key, or null when the secret is wrong, or the key or its agency is no longer good */
export function keyActorOf(
  key: KeyFacts,
  secret: string,
  now: Date,
  origin: Pick<Actor, 'requestId' | 'ip' | 'locale'>,
): Actor | null {
  const isRight = timingSafeEqual(hashOfSecret(secret), key.secretHash);
  if (!isRight || key.revoked || key.expiresAt <= now || !key.agency.active) return null;
  return {
    kind: 'api-key',
    id: key.id,
    roles: ['SVC'],
    scopes: KEY_SCOPES.filter((scope) => key.scopes.includes(scope)),
    agencyId: key.agency.id,
    state: key.agency.state,
    sessionId: null,
    requestId: origin.requestId,
    ip: origin.ip,
    locale: origin.locale,
    purpose: key.purpose,
    idempotency: null,
  };
}
