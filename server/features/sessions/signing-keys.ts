// The keys that sign access tokens: one is active, retired ones verify as long as a token of theirs may live.
import type { KeyObject } from 'node:crypto';
import { type Actor, systemActor } from '../../domain/access/actor.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import {
  ACCESS_TOKEN_SECONDS,
  type AccessClaims,
  ALGORITHM,
  keyIdOf,
  newKeyPair,
  readPrivateKey,
  readPublicKey,
  signAccessToken,
  type VerifiedClaims,
  verifyAccessToken,
} from '../../platform/security/access-tokens.ts';
import type { Vault } from '../../platform/security/vault.ts';
import { createShortCache } from './short-cache.ts';
import { createSigningKeyStore, type SigningKeyRow } from './signing-keys-store.ts';

/** How long a process may use what it read: another one may have rotated meanwhile. */
const REREAD_SECONDS = 60;
/** Longer than REREAD_SECONDS and any difference of clocks between machines. */
const MARGIN_SECONDS = 300;
const MAX_AGE_DAYS = 30;
/** A token that names an unknown key makes us look again, but forged ones not more often than this. */
const UNKNOWN_KEY_PAUSE_MS = 1_000;

const CONTEXT = 'signing_key.private_key';

interface KeyRing {
  readonly active: { readonly kid: string; readonly privateKey: KeyObject; readonly createdAt: Date } | null;
  readonly publicKeys: ReadonlyMap<string, KeyObject>;
  readonly readAt: number;
}

/** Leaves the transaction without a change. */
class KeyIsGood extends Error {}

export interface SigningKeys {
  /** @returns a token that lives ten minutes, but never longer than the session, and the instant of its end */
  sign(claims: AccessClaims, sessionEndsAt: Date): Promise<{ token: string; expiresAt: Date }>;
  /** @returns what the token states, or null when it is not ours or no longer good */
  verify(token: string): Promise<AccessClaims | null>;
  /** Makes a new active key; tokens signed with the old one stay good until their end. */
  rotate(actor: Actor): Promise<{ kid: string; retired: string[] }>;
  /** Rotates when the active key is missing or too old, and removes keys of the past; for the worker. */
  rotateIfDue(actor: Actor): Promise<void>;
}

export function createSigningKeys(deps: { database: Database; clock: Clock; vault: Vault }): SigningKeys {
  const { database, clock, vault } = deps;
  const store = createSigningKeyStore(database);
  let ring: KeyRing | null = null;
  let reading: Promise<KeyRing> | null = null;
  // A signature costs more than all other checks of a request: one that held a moment ago holds.
  const verified = createShortCache<VerifiedClaims>(clock, REREAD_SECONDS);
  let lastUnknownAt = Number.NEGATIVE_INFINITY;

  const seconds = (count: number) => count * 1000;
  const oldestUseful = () => new Date(clock.now().getTime() - seconds(ACCESS_TOKEN_SECONDS + MARGIN_SECONDS));
  const isOld = (createdAt: Date) =>
    clock.now().getTime() - createdAt.getTime() >= seconds(MAX_AGE_DAYS * 24 * 3600);

  /** @returns null when it was encrypted with another secret: such a key verifies, but cannot sign */
  function openPrivateKey(row: SigningKeyRow): KeyObject | null {
    try {
      return readPrivateKey(vault.decrypt(CONTEXT, row.privateKey));
    } catch {
      return null;
    }
  }

  async function read(): Promise<KeyRing> {
    const rows = await store.list(ALGORITHM, oldestUseful());
    const row = rows.find(({ retiredAt }) => retiredAt === null);
    const privateKey = row ? openPrivateKey(row) : null;
    const publicKeys = new Map(
      rows.map(({ kid, publicKey }) => [kid, ring?.publicKeys.get(kid) ?? readPublicKey(publicKey)]),
    );
    const active = row && privateKey ? { kid: row.kid, privateKey, createdAt: row.createdAt } : null;
    const fresh = { active, publicKeys, readAt: clock.now().getTime() };
    ring = fresh;
    return fresh;
  }

  /** Requests that need the keys at the same time share one look. */
  function reread(): Promise<KeyRing> {
    reading ??= read().finally(() => {
      reading = null;
    });
    return reading;
  }

  const isFresh = ({ readAt }: KeyRing, milliseconds: number) =>
    Math.abs(clock.now().getTime() - readAt) < milliseconds;

  const current = async () => (ring && isFresh(ring, seconds(REREAD_SECONDS)) ? ring : reread());

  /** @returns null when the active key is not due: another process was faster */
  async function replace(actor: Actor, isDue: (active: SigningKeyRow | null) => boolean) {
    const pair = newKeyPair();
    const kid = newId(clock.now().getTime());
    try {
      return await database.transaction(actor, async (tx) => {
        // Asked once nobody else can change it.
        if (!isDue(await store.lockActive(tx, ALGORITHM))) throw new KeyIsGood();
        const retired = await store.retireActive(tx, ALGORITHM);
        await store.removeRetired(tx, oldestUseful());
        const privateKey = Buffer.from(vault.encrypt(CONTEXT, pair.privateKey));
        await store.insert(tx, { kid, algorithm: ALGORITHM, publicKey: pair.publicKey, privateKey });
        tx.audit({ type: 'signing-key.rotated', subject: { type: 'system', id: kid }, data: { retired } });
        return { kid, retired };
      });
    } catch (error) {
      if (error instanceof KeyIsGood) return null;
      throw error;
    }
  }

  const isDue = (active: SigningKeyRow | null) =>
    active === null || isOld(active.createdAt) || openPrivateKey(active) === null;

  async function signer(): Promise<NonNullable<KeyRing['active']>> {
    const { active } = await current();
    if (active && !isOld(active.createdAt)) return active;
    await replace(systemActor('signing-keys', newId()), isDue);
    // Not a look that somebody else began before the change.
    const fresh = await read();
    if (!fresh.active) throw new Error('no signing key can be opened with the secret of this installation');
    return fresh.active;
  }

  async function check(token: string): Promise<VerifiedClaims | null> {
    const kid = keyIdOf(token);
    if (kid === null) return null;
    let keys = await current();
    if (!keys.publicKeys.has(kid)) {
      const now = clock.now().getTime();
      if (Math.abs(now - lastUnknownAt) < UNKNOWN_KEY_PAUSE_MS) return null;
      lastUnknownAt = now;
      keys = await reread();
    }
    const key = keys.publicKeys.get(kid);
    return key ? verifyAccessToken(token, key, clock.now()) : null;
  }

  return {
    async sign(claims, sessionEndsAt) {
      const key = await signer();
      const now = clock.now();
      const end = Math.min(now.getTime() + seconds(ACCESS_TOKEN_SECONDS), sessionEndsAt.getTime());
      const expiresAt = new Date(Math.floor(end / 1000) * 1000);
      return { token: signAccessToken(key, claims, now, expiresAt), expiresAt };
    },

    async verify(token) {
      const claims = await verified.get(token, () => check(token));
      return claims && clock.now() < claims.expiresAt ? claims : null;
    },

    async rotate(actor) {
      const rotated = await replace(actor, () => true);
      if (!rotated) throw new Error('a rotation that was asked for is always due');
      await read();
      return rotated;
    },

    async rotateIfDue(actor) {
      const { active } = await current();
      if (active && !isOld(active.createdAt)) return;
      await replace(actor, isDue);
      await read();
    },
  };
}
