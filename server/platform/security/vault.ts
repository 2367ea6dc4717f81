// Keys that are all derived from the installation's one secret, and encryption of single fields.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomFillSync } from 'node:crypto';

export interface Vault {
  /** AES-256-GCM; `context` (table.column) is authenticated, so a value cannot be moved to another place. */
  encrypt(context: string, text: string): Buffer;
  /** @throws when the value was changed, belongs elsewhere, or was encrypted with another secret */
  decrypt(context: string, sealed: Uint8Array): string;
  /** Keyed hash (HMAC-SHA-256): equal texts can be found without being readable. */
  digest(context: string, text: string): Buffer;
  /** 32 bytes for one named use. */
  derive(use: string): Buffer;
}

const VERSION = 1;
const NONCE_BYTES = 12;

/** To ask for chance costs more than to encrypt with it: it is fetched for many values at once, and no part is given out twice. */
const nonces = Buffer.alloc(NONCE_BYTES * 256);
let used = nonces.length;

function freshNonce(): Buffer {
  if (used === nonces.length) {
    randomFillSync(nonces);
    used = 0;
  }
  used += NONCE_BYTES;
  return nonces.subarray(used - NONCE_BYTES, used);
}

export function createVault(secret: string): Vault {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', secret, 'izdoo', use, 32));
  const fieldKey = derive('field-encryption');
  const hashKey = derive('keyed-hash');
  return {
    derive,
    encrypt(context, text) {
      const nonce = freshNonce();
      const cipher = createCipheriv('aes-256-gcm', fieldKey, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]);
    },
    decrypt(context, sealed) {
      const bytes = Buffer.from(sealed);
      if (bytes[0] !== VERSION) throw new Error('unknown version of an encrypted field');
      const decipher = createDecipheriv('aes-256-gcm', fieldKey, bytes.subarray(1, 13))
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(13, 29));
      return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()]).toString('utf8');
    },
    digest: (context, text) =>
      createHmac('sha256', hashKey).update(context).update('\0').update(text).digest(),
  };
}
