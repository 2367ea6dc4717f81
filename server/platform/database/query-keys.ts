// Keys for the texts of searches in the audit log, one a month: when a key is destroyed its texts can be read by nobody,
// while the rows, which are chained and sealed, stay as they are.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Vault } from '../security/vault.ts';

/** Binds an encrypted text to its column. */
const AUDIT_SECRET = 'audit_event.sealed_data';

const KEY_CONTEXT = 'query_key.key';
/** First byte of a text under a month's key; 1 are those of earlier releases, under the installation's own. */
const VERSION = 2;
const MONTH_BYTES = 7;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Turns texts into what is stored; made for one instant. */
export type SealText = (text: string) => Buffer;

/** For entries that carry no text. */
export const withoutText: SealText = () => {
  throw new Error('these entries carry no text');
};

export interface QueryKeys {
  /** The month's key is made when its first text is written. */
  sealerFor(now: Date): Promise<SealText>;
  /** @throws when the key was destroyed, or the value was changed */
  open(sealed: Uint8Array): Promise<string>;
  /** Destroys the keys of all months before that of `before`. @returns the months */
  destroyBefore(before: Date): Promise<string[]>;
  /** Months whose keys would be destroyed. */
  dueBefore(before: Date): Promise<string[]>;
}

const monthOf = (instant: Date): string => instant.toISOString().slice(0, MONTH_BYTES);

function seal(key: Buffer, month: string, text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(AUDIT_SECRET + month));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), Buffer.from(month), nonce, cipher.getAuthTag(), body]);
}

function unseal(key: Buffer, month: string, rest: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, rest.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(AUDIT_SECRET + month))
    .setAuthTag(rest.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(rest.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString(
    'utf8',
  );
}

export function createQueryKeys(pool: pg.Pool, vault: Vault): QueryKeys {
  /** Only the month that is being written: a key that is destroyed must not live on in memory. */
  let held: { month: string; seal: SealText } | null = null;

  async function read(month: string): Promise<Buffer | null> {
    const { rows } = await pool.query<{ key: Buffer | null }>('select key from query_key where month = $1', [
      month,
    ]);
    const sealed = rows[0]?.key ?? null;
    return sealed && Buffer.from(vault.decrypt(KEY_CONTEXT, sealed), 'base64');
  }

  async function make(month: string): Promise<Buffer> {
    const fresh = vault.encrypt(KEY_CONTEXT, randomBytes(32).toString('base64'));
    await pool.query('insert into query_key (month, key) values ($1, $2) on conflict do nothing', [
      month,
      fresh,
    ]);
    // Another process may have been first.
    const key = await read(month);
    if (!key) throw new Error('the key of this month was destroyed');
    return key;
  }

  const due = 'from query_key where key is not null and month < $1';
  return {
    async sealerFor(now) {
      const month = monthOf(now);
      if (held?.month !== month) {
        const key = (await read(month)) ?? (await make(month));
        held = { month, seal: (text) => seal(key, month, text) };
      }
      return held.seal;
    },
    async open(sealed) {
      const bytes = Buffer.from(sealed);
      if (bytes[0] !== VERSION) return vault.decrypt(AUDIT_SECRET, bytes);
      const month = bytes.subarray(1, 1 + MONTH_BYTES).toString();
      const key = await read(month);
      if (!key) throw new Error('the key of this text was destroyed');
      return unseal(key, month, bytes.subarray(1 + MONTH_BYTES));
    },
    async destroyBefore(before) {
      const { rows } = await pool.query<{ month: string }>(
        'update query_key set key = null, destroyed_at = now() where key is not null and month < $1 returning month',
        [monthOf(before)],
      );
      return rows.map(({ month }) => month).sort();
    },
    async dueBefore(before) {
      const { rows } = await pool.query<{ month: string }>(`select month ${due} order by month`, [
        monthOf(before),
      ]);
      return rows.map(({ month }) => month);
    },
  };
}
