// Which of the four languages a request asks for.
import { LOCALES, type Locale } from '../../domain/access/actor.ts';

const isLocale = (tag: string): tag is Locale => (LOCALES as readonly string[]).includes(tag);

/** @returns the best language of an `Accept-Language` header, or null when it names none of ours */
export function negotiateLocale(header: string | undefined): Locale | null {
  if (!header) return null;
  let best: Locale | null = null;
  let bestWeight = 0;
  for (const part of header.slice(0, 200).split(',')) {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
    const tag = range.split('-')[0] ?? '';
    const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
    const weight = quality ? Number(quality.trim().slice(2)) : 1;
    if (isLocale(tag) && weight > bestWeight) {
      best = tag;
      bestWeight = weight;
    }
  }
  return best;
}
