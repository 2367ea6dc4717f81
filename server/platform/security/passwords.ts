// Passwords: argon2id hashes, temporary passwords, and which passwords are refused.
import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { isCommonPassword } from './common-passwords.ts';

/** Cost of one hash; `memoryCost` in KiB. */
export interface PasswordCost {
  readonly memoryCost: number;
  readonly timeCost: number;
  readonly parallelism: number;
}

/** Above the least that OWASP's Password Storage Cheat Sheet asks of argon2id (46 MiB, one pass). */
export const PASSWORD_COST: PasswordCost = { memoryCost: 47_104, timeCost: 2, parallelism: 1 };

export interface Passwords {
  hash(password: string): Promise<string>;
  /** @param stored null for an account that does not exist: the same work is done, and the answer is false */
  matches(stored: string | null, password: string): Promise<boolean>;
}

/** Keyboards compose letters differently; the same text must stay the same password. */
const canonical = (password: string): string => password.normalize('NFC');

export function createPasswords(cost: PasswordCost = PASSWORD_COST): Passwords {
  return {
    hash: (password) => hash(canonical(password), cost),
    async matches(stored, password) {
      if (stored !== null) return verify(stored, canonical(password));
      // Verifying is hashing once more, so a hash that nobody needs takes the time of a real look.
      await hash(canonical(password), cost);
      return false;
    },
  };
}

export const MIN_PASSWORD = 12;

export type PasswordFault = 'password-too-short' | 'password-holds-login' | 'password-too-common';

/** @returns why a new password is refused; nothing when it is fine. Length counts characters, not bytes. */
export function passwordFaults(password: string, login: string): PasswordFault[] {
  const faults: PasswordFault[] = [];
  if ([...password].length < MIN_PASSWORD) faults.push('password-too-short');
  if (password.toLowerCase().includes(login.toLowerCase())) faults.push('password-holds-login');
  if (isCommonPassword(password)) faults.push('password-too-common');
  return faults;
}

/** Letters and digits that are not mistaken for one another when read aloud or copied by hand. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** @returns a password for one first login: 16 signs in groups of four, 79 bits */
export function newTemporaryPassword(): string {
  const signs = Array.from({ length: 16 }, () => READABLE[randomInt(READABLE.length)]).join('');
  return (signs.match(/.{4}/g) ?? []).join('-');
}
