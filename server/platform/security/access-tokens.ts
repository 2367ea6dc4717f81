// Access tokens: short-lived signed statements of who and which session, never of what he may do.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';

/** Pinned: a token that names another algorithm is not looked at. */
export const ALGORITHM = 'ES256';

export const ACCESS_TOKEN_SECONDS = 600;

const ISSUER = 'izdoo';
const AUDIENCE = 'izdoo-api';

/** Far longer than any token of ours. */
const MAX_LENGTH = 2_000;

export interface AccessClaims {
  readonly userId: string;
  readonly sessionId: string;
}

/** @returns a new pair of keys in PEM form */
export function newKeyPair(): { publicKey: string; privateKey: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

export const readPublicKey = (pem: string): KeyObject => createPublicKey(pem);
export const readPrivateKey = (pem: string): KeyObject => createPrivateKey(pem);

/** @param endsAt the end of the token's life */
export function signAccessToken(
  { kid, privateKey }: { kid: string; privateKey: KeyObject },
  { userId, sessionId }: AccessClaims,
  now: Date,
  endsAt: Date,
): string {
  const seconds = (date: Date) => Math.floor(date.getTime() / 1000);
  return jwt.sign({ sid: sessionId, iat: seconds(now), exp: seconds(endsAt) }, privateKey, {
    algorithm: ALGORITHM,
    keyid: kid,
    issuer: ISSUER,
    audience: AUDIENCE,
    subject: userId,
  });
}

/** @returns the key that the token says it was signed with: a claim, not yet a proof */
export function keyIdOf(token: string): string | null {
  if (token.length > MAX_LENGTH) return null;
  try {
    return jwt.decode(token, { complete: true })?.header.kid ?? null;
  } catch {
    return null;
  }
}

export interface VerifiedClaims extends AccessClaims {
  readonly expiresAt: Date;
}

/** @returns what the token states, or null when signature, algorithm, issuer, audience or life do not hold */
export function verifyAccessToken(token: string, publicKey: KeyObject, now: Date): VerifiedClaims | null {
  try {
    const claims = jwt.verify(token, publicKey, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      clockTimestamp: Math.floor(now.getTime() / 1000),
    });
    if (typeof claims === 'string') return null;
    const { sub, sid, exp } = claims as { sub?: unknown; sid?: unknown; exp?: unknown };
    if (typeof sub !== 'string' || typeof sid !== 'string' || typeof exp !== 'number') return null;
    return { userId: sub, sessionId: sid, expiresAt: new Date(exp * 1000) };
  } catch {
    return null;
  }
}
