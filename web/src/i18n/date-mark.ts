// What stands between day, month and year; by itself, so that a booth does not load how dates are read to show one.
import type { Locale } from './locale.ts';

/** Russian, Kyrgyz and Kazakh write points, English strokes; the day always comes first. */
export const DATE_MARK: Readonly<Record<Locale, string>> = { ky: '.', ru: '.', kk: '.', en: '/' };
