// Fixed words of the hit card.
import type { Locale } from '../../domain/access/actor.ts';

const CHECK_TEXTS = {
  'not-yet-confirmed': {
    ky: 'Азырынча такталган жок. Кармалганын жарыялабаңыз, экинчи сапты чакырыңыз.',
    ru: 'Ещё не подтверждено. Не объявляйте о задержании, вызовите вторую линию.',
    kk: 'Әлі расталған жоқ. Ұсталғанын жарияламаңыз, екінші желіні шақырыңыз.',
    en: 'Not yet confirmed. Do not announce an arrest; call second line.',
  },
} as const satisfies Record<string, Record<Locale, string>>;

export const checkText = (locale: Locale, code: keyof typeof CHECK_TEXTS): string =>
  CHECK_TEXTS[code][locale];
