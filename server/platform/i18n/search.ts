// Texts of what cannot be searched for.
import type { Locale } from '../../domain/access/actor.ts';

export const searchTexts = {
  'no-name-in-text': {
    ky: 'Текстте ысым жок',
    ru: 'В тексте нет имени',
    kk: 'Мәтінде есім жоқ',
    en: 'The text holds no name',
  },
  'no-number-in-text': {
    ky: 'Текстте номер жок',
    ru: 'В тексте нет номера',
    kk: 'Мәтінде нөмір жоқ',
    en: 'The text holds no number',
  },
  'nothing-asked': {
    ky: 'Ысымды, документтин номерин же жеке номерди көрсөтүңүз',
    ru: 'Укажите имя, номер документа или личный номер',
    kk: 'Есімді, құжат нөмірін немесе жеке нөмірді көрсетіңіз',
    en: 'State a name, a document number or a national id',
  },
} as const satisfies Record<string, Record<Locale, string>>;
