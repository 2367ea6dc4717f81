// What a frozen definition is: a short name for the head of a column, and the rule by which the number was made.
import type { Locale } from '../access/actor.ts';

export type FourTexts = Readonly<Record<Locale, string>>;

export interface Definition {
  readonly name: FourTexts;
  readonly rule: FourTexts;
}

export const define = (
  [kyName, ky]: [string, string],
  [ruName, ru]: [string, string],
  [kkName, kk]: [string, string],
  [enName, en]: [string, string],
): Definition => ({
  name: { ky: kyName, ru: ruName, kk: kkName, en: enName },
  rule: { ky, ru, kk, en },
});
