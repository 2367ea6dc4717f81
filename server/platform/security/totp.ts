// The second factor: time-based one-time codes (RFC 6238), six digits, 30 seconds.
import { Secret, TOTP } from 'otpauth';

const PERIOD_SECONDS = 30;

/** A clock that is one step off, before or behind, is forgiven. */
const TOLERANCE_STEPS = 1;

const generator = (secret: string, login: string): TOTP =>
  new TOTP({ issuer: 'Izdoo', label: login, period: PERIOD_SECONDS, secret: Secret.fromBase32(secret) });

/** @returns 160 random bits in base 32 (RFC 4226 section 4) */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** @returns the address that authenticator apps read from a QR code */
export const totpUri = (secret: string, login: string): string => generator(secret, login).toString();

/** @returns the code that an authenticator shows at an instant */
export const totpCode = (secret: string, at: Date): string =>
  generator(secret, '').generate({ timestamp: at.getTime() });

/**
 * @returns the number of the 30-second step that the code belongs to, or null when it fits none near the instant.
 * Whether that step was used before is for the caller to know.
 */
export function totpStep(secret: string, code: string, at: Date): number | null {
  const delta = generator(secret, '').validate({
    token: code,
    timestamp: at.getTime(),
    window: TOLERANCE_STEPS,
  });
  return delta === null ? null : Math.floor(at.getTime() / 1000 / PERIOD_SECONDS) + delta;
}
