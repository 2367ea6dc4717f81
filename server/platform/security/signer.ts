// Signatures of the installation: Ed25519, with keys that only its secret yields, one per use.
import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { Vault } from './vault.ts';

export interface Signer {
  /** Short name of the public key. */
  readonly keyId: string;
  /** For those who check from outside. */
  readonly publicKeyPem: string;
  sign(hash: Buffer): Buffer;
  verify(hash: Buffer, signature: Buffer): boolean;
}

/** What stands before the 32 bytes of an Ed25519 seed in a PKCS #8 key (RFC 8410). */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** @param use what is signed: `audit-signing`, `case-manifest-signing` */
export function createSigner(vault: Vault, use: string): Signer {
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_ED25519, vault.derive(use)]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(privateKey);
  const keyId = createHash('sha256')
    .update(publicKey.export({ format: 'der', type: 'spki' }))
    .digest('hex')
    .slice(0, 16);
  return {
    keyId,
    publicKeyPem: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    sign: (hash) => sign(null, hash, privateKey),
    verify: (hash, signature) => verify(null, hash, publicKey, signature),
  };
}
