// Signatures of webhooks after the Standard Webhooks specification (symmetric form, v1).
import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';

/** @returns a new secret of 32 random bytes in the form that receivers' libraries read */
export const newWebhookSecret = (): string => `${PREFIX}${randomBytes(32).toString('base64')}`;

/**
 * @param secrets the present one first, then one that is being replaced
 * @param id the same in every attempt, so that a receiver can tell a repetition
 * @returns headers for the body as it is sent, byte by byte
 */
export function signedHeaders(
  secrets: readonly string[],
  id: string,
  at: Date,
  body: string,
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
