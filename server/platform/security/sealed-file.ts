// A file for one device: encrypted to its key (X25519, HKDF, AES-256-GCM), signed by the installation (Ed25519).
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  verify,
} from 'node:crypto';
import type { Signer } from './signer.ts';

/** Not made by the installation that is trusted, for another device, or changed since. */
export class UnreadableSealedFile extends Error {
  override readonly name = 'UnreadableSealedFile';
}

interface Envelope {
  readonly format: string;
  readonly version: 1;
  readonly ephemeral: string;
  readonly nonce: string;
  readonly body: string;
  readonly signature: string;
}

export function makeDeviceKey(): { privatePem: string; publicPem: string } {
  const { privateKey, publicKey } = generateKeyPairSync('x25519');
  return {
    privatePem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    publicPem: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
  };
}

/** @throws UnreadableSealedFile when it is no such key */
function keyOf(pem: string, read: (pem: string) => KeyObject): KeyObject {
  try {
    const key = read(pem);
    if (key.asymmetricKeyType === 'x25519') return key;
  } catch {
    // Falls through to the one answer for everything that is no such key.
  }
  throw new UnreadableSealedFile('not the key of a device');
}

/** Short name of a device's key, for logs. */
export const deviceKeyId = (publicPem: string): string =>
  createHash('sha256')
    .update(keyOf(publicPem, createPublicKey).export({ format: 'der', type: 'spki' }))
    .digest('hex')
    .slice(0, 16);

const bodyKey = (privateKey: KeyObject, publicKey: KeyObject, ephemeral: string, format: string): Buffer =>
  Buffer.from(
    hkdfSync('sha256', diffieHellman({ privateKey, publicKey }), Buffer.from(ephemeral), format, 32),
  );

const digestOf = ({ format, version, ephemeral, nonce, body }: Omit<Envelope, 'signature'>): Buffer =>
  createHash('sha256').update([format, version, ephemeral, nonce, body].join('\n')).digest();

/** @param format names what the file holds; a file of another format is not read for it */
export function sealFor(devicePublicPem: string, format: string, content: string, signer: Signer): string {
  const device = keyOf(devicePublicPem, createPublicKey);
  const pair = generateKeyPairSync('x25519');
  const ephemeral = pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', bodyKey(pair.privateKey, device, ephemeral, format), nonce);
  const sealed = Buffer.concat([cipher.update(content, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  const envelope = {
    format,
    version: 1,
    ephemeral,
    nonce: nonce.toString('base64'),
    body: sealed.toString('base64'),
  } as const;
  return JSON.stringify({ ...envelope, signature: signer.sign(digestOf(envelope)).toString('base64') });
}

/**
 * @param trustedPem the installation's public key, brought to the device by hand
 * @throws UnreadableSealedFile
 */
export function openSealed(
  text: string,
  format: string,
  keys: { devicePrivatePem: string; trustedPem: string },
): string {
  try {
    const envelope = JSON.parse(text) as Envelope;
    const trusted = createPublicKey(keys.trustedPem);
    const signature = Buffer.from(envelope.signature, 'base64');
    if (envelope.format !== format || envelope.version !== 1) throw new Error('another kind of file');
    if (!verify(null, digestOf(envelope), trusted, signature)) throw new Error('not signed');
    const ephemeral = createPublicKey({
      key: Buffer.from(envelope.ephemeral, 'base64'),
      format: 'der',
      type: 'spki',
    });
    const device = keyOf(keys.devicePrivatePem, createPrivateKey);
    const bytes = Buffer.from(envelope.body, 'base64');
    const decipher = createDecipheriv(
      'aes-256-gcm',
      bodyKey(device, ephemeral, envelope.ephemeral, format),
      Buffer.from(envelope.nonce, 'base64'),
    ).setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new UnreadableSealedFile('tampered, for another device, or not from the trusted installation', {
      cause,
    });
  }
}

/** A keyed hash that only the holder of the device's private key can make. */
export const deviceDigest = (devicePrivatePem: string, text: string): string =>
  createHmac('sha256', hkdfSync('sha256', devicePrivatePem, '', 'device-notes', 32) as unknown as Buffer)
    .update(text)
    .digest('base64');
