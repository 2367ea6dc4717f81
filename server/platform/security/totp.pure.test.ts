import { Secret } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { newTotpSecret, totpCode, totpStep, totpUri } from './totp.ts';

const at = (seconds: number) => new Date(seconds * 1000);

describe('one-time codes', () => {
  // RFC 6238 appendix B, SHA-1, last six of the eight digits.
  const RFC = Secret.fromLatin1('12345678901234567890').base32;
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('at %i s is %s', (seconds, code) => {
    expect(totpCode(RFC, at(seconds))).toBe(code);
    expect(totpStep(RFC, code, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it('name the step that they belong to, one before or after, and none further away', () => {
    const secret = newTotpSecret();
    const code = totpCode(secret, at(3_000));
    expect(totpStep(secret, code, at(3_030))).toBe(100);
    expect(totpStep(secret, code, at(2_999))).toBe(100);
    expect(totpStep(secret, code, at(3_060))).toBeNull();
    expect(totpStep(secret, code, at(2_940))).toBeNull();
    expect(totpStep(newTotpSecret(), code, at(3_000))).toBeNull();
  });

  it('come from secrets of 160 bits that an app can read', () => {
    const secret = newTotpSecret();
    expect(Secret.fromBase32(secret).bytes).toHaveLength(20);
    expect(totpUri(secret, 'a.login')).toBe(
      `otpauth://totp/Izdoo:a.login?issuer=Izdoo&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
  });
});
