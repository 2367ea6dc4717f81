// The word that every printed page of training mode bears, so that none is ever taken for a real one.
import type { Locale } from '../../domain/access/actor.ts';
import type { PrintedDocument } from './printed-document.ts';

const WORD: Readonly<Record<Locale, string>> = {
  ky: 'ОКУУ РЕЖИМИ',
  ru: 'УЧЕБНЫЙ РЕЖИМ',
  kk: 'ОҚУ РЕЖИМІ',
  en: 'TRAINING',
};

/** @returns the document with the word in its watermark, at the foot of each page and first among the warnings of the cover */
export function markTraining(document: PrintedDocument): PrintedDocument {
  const word = WORD[document.language as Locale];
  const { cover, watermark } = document;
  return {
    ...document,
    watermark: `${word} · ${watermark}`,
    cover: { ...cover, warnings: [word, ...cover.warnings] },
  };
}
