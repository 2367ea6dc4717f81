import { beforeEach, describe, expect, it, vi } from 'vitest';

const argon2 = vi.hoisted(() => ({ hash: vi.fn(), verify: vi.fn() }));
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>();
  argon2.hash.mockImplementation(real.hash);
  argon2.verify.mockImplementation(real.verify);
  return argon2;
});

const { createPasswords, newTemporaryPassword, PASSWORD_COST, passwordFaults } = await import(
  './passwords.ts'
);

const CHEAP = { memoryCost: 1024, timeCost: 1, parallelism: 1 };

beforeEach(() => {
  argon2.hash.mockClear();
  argon2.verify.mockClear();
});

describe('passwords', () => {
  it('are hashed with argon2id at the stated cost, each time with another salt', async () => {
    const passwords = createPasswords();
    const [first, second] = await Promise.all([
      passwords.hash('a long password'),
      passwords.hash('a long password'),
    ]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=47104,t=2,p=1\$/);
    expect(second).not.toBe(first);
  });

  it('match themselves and nothing else, however the letters were composed', async () => {
    const passwords = createPasswords(CHEAP);
    const stored = await passwords.hash('йод и ёлка: долго'.normalize('NFD'));
    expect(await passwords.matches(stored, 'йод и ёлка: долго'.normalize('NFC'))).toBe(true);
    expect(await passwords.matches(stored, 'йод и ёлка: долго ')).toBe(false);
    expect(await passwords.matches(stored, 'Йод и ёлка: долго')).toBe(false);
  });

  it('cost an unknown login the same work as a known one', async () => {
    const passwords = createPasswords();
    const stored = await passwords.hash('a long password');
    argon2.hash.mockClear();
    expect(await passwords.matches(stored, 'guess')).toBe(false);
    expect([argon2.verify.mock.calls.length, argon2.hash.mock.calls.length]).toEqual([1, 0]);
    expect(await passwords.matches(null, 'guess')).toBe(false);
    expect([argon2.verify.mock.calls.length, argon2.hash.mock.calls.length]).toEqual([1, 1]);
    expect(argon2.hash).toHaveBeenLastCalledWith('guess', PASSWORD_COST);
  });
});

describe('a new password', () => {
  it.each([
    ['seven green lanterns', 'someone', []],
    ['жети жашыл чырак', 'someone', []],
    ['short-one', 'someone', ['password-too-short']],
    ['😀😀😀😀😀😀', 'someone', ['password-too-short', 'password-too-common']],
    ['xx-SomeOne-2026-xx', 'someone', ['password-holds-login']],
    ['password1234', 'someone', ['password-too-common']],
    ['Password-Password', 'someone', ['password-too-common']],
    ['2026Qwertyuiop!', 'someone', ['password-too-common']],
    ['123456789012', 'someone', ['password-too-common']],
    ['abcabcabcabc', 'someone', ['password-too-common']],
    ['ПарольПароль1', 'someone', ['password-too-common']],
    ['abcdefghijkl', 'someone', ['password-too-common']],
    ['aaaaaaaaaaaabbbb', 'someone', ['password-too-common']],
  ])('%s of %s has the faults %j', (password, login, faults) => {
    expect(passwordFaults(password, login)).toEqual(faults);
  });
});

describe('temporary passwords', () => {
  it('differ, can be read aloud, and pass the rules of passwords', () => {
    const made = Array.from({ length: 200 }, newTemporaryPassword);
    expect(new Set(made).size).toBe(200);
    for (const password of made) {
      expect(password).toMatch(/^(?:[a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}$/);
      expect(passwordFaults(password, 'someone')).toEqual([]);
    }
  });
});
