// Signed texts between installations: JSON Web Signatures in flattened form with Ed25519 (RFC 7515, RFC 8037).
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { Signer } from './signer.ts';

export interface SignedText {
  readonly protected: string;
  readonly payload: string;
  readonly signature: string;
}

const bytesOf = ({ protected: head, payload }: Omit<SignedText, 'signature'>): Buffer =>
  Buffer.from(`${head}.${payload}`, 'ascii');

export function signText(signer: Signer, content: object): SignedText {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = {
    protected: encode({ alg: 'EdDSA', typ: 'izdoo-exchange', kid: signer.keyId }),
    payload: encode(content),
  };
  return { ...text, signature: signer.sign(bytesOf(text)).toString('base64url') };
}

/** @returns which key the text names; null when the head is none of ours */
export function keyIdOf({ protected: head }: SignedText): string | null {
  try {
    const { alg, typ, kid } = JSON.parse(Buffer.from(head, 'base64url').toString('utf8')) as Record<
      string,
      unknown
    >;
    return alg === 'EdDSA' && typ === 'izdoo-exchange' && typeof kid === 'string' ? kid : null;
  } catch {
    return null;
  }
}

/** @returns the content when the key signed it; undefined otherwise */
export function openText(text: SignedText, publicKeyPem: string): unknown {
  const signature = Buffer.from(text.signature, 'base64url');
  if (!verify(null, bytesOf(text), createPublicKey(publicKeyPem), signature)) return undefined;
  try {
    return JSON.parse(Buffer.from(text.payload, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** @returns the short name of an Ed25519 key; null when the text is no such key */
export function keyIdOfPem(publicKeyPem: string): string | null {
  let key: KeyObject;
  try {
    key = createPublicKey(publicKeyPem);
  } catch {
    return null;
  }
  if (key.asymmetricKeyType !== 'ed25519') return null;
  return createHash('sha256')
    .update(key.export({ format: 'der', type: 'spki' }))
    .digest('hex')
    .slice(0, 16);
}
