// Passwords that are long enough and still among the first that an attacker tries.

const WORDS = [
  'password',
  'passw0rd',
  'qwerty',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'йцукен',
  'фывапролдж',
  'пароль',
  'сырсөз',
  'құпиясөз',
  'admin',
  'administrator',
  'letmein',
  'welcome',
  'iloveyou',
  'monkey',
  'dragon',
  'izdoo',
  'издөө',
  'bishkek',
  'бишкек',
  'kyrgyzstan',
  'кыргызстан',
  'changeme',
  'secret',
  'test',
  'user',
  'abc',
  'abcdef',
];

const RUNS = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
];

/** Fewest different characters that a password may be made of. */
const MIN_VARIETY = 5;

/** @returns whether the password is a common word with digits or signs around it, a run of keys, or repetition */
export function isCommonPassword(password: string): boolean {
  const text = password.toLowerCase();
  if (new Set(text).size < MIN_VARIETY) return true;
  const plain = text.replace(/[^\p{Letter}\p{Number}]/gu, '');
  if (RUNS.some((run) => run.includes(plain))) return true;
  const core = plain.replace(/^\d+|\d+$/g, '');
  return WORDS.some((word) => core.length > 0 && core.replaceAll(word, '') === '');
}
