// Words of the border check: the hit card, problems of the document, and what is wrong with a machine-readable zone.
import type { Locale } from '../../domain/access/actor.ts';
import type { DocumentProblem } from '../../domain/checks/told.ts';

type Words = Readonly<Record<Locale, string>>;

const PROBLEM_TEXTS = {
  STOLEN: {
    ky: 'Документ уурдалган деп катталган. Экинчи линияны чакырыңыз.',
    ru: 'Документ числится украденным. Вызовите вторую линию.',
    kk: 'Құжат ұрланған деп тіркелген. Екінші желіні шақырыңыз.',
    en: 'The document is recorded as stolen. Call second line.',
  },
  LOST: {
    ky: 'Документ жоголгон деп катталган. Экинчи линияны чакырыңыз.',
    ru: 'Документ числится утерянным. Вызовите вторую линию.',
    kk: 'Құжат жоғалған деп тіркелген. Екінші желіні шақырыңыз.',
    en: 'The document is recorded as lost. Call second line.',
  },
  REVOKED: {
    ky: 'Документ жокко чыгарылган. Экинчи линияны чакырыңыз.',
    ru: 'Документ аннулирован. Вызовите вторую линию.',
    kk: 'Құжат жарамсыз деп танылған. Екінші желіні шақырыңыз.',
    en: 'The document was revoked. Call second line.',
  },
  FORGED: {
    ky: 'Бул номердеги документ жасалма деп катталган. Экинчи линияны чакырыңыз.',
    ru: 'Документ с этим номером числится поддельным. Вызовите вторую линию.',
    kk: 'Осы нөмірлі құжат жалған деп тіркелген. Екінші желіні шақырыңыз.',
    en: 'A document of this number is recorded as forged. Call second line.',
  },
  GENUINE_FRAUDULENTLY_OBTAINED: {
    ky: 'Документ алдамчылык жолу менен алынган деп катталган. Экинчи линияны чакырыңыз.',
    ru: 'Документ числится полученным обманным путём. Вызовите вторую линию.',
    kk: 'Құжат алдау жолымен алынған деп тіркелген. Екінші желіні шақырыңыз.',
    en: 'The document is recorded as obtained by fraud. Call second line.',
  },
  EXPIRED: {
    ky: 'Документтин мөөнөтү өткөн. Экинчи линияны чакырыңыз.',
    ru: 'Срок действия документа истёк. Вызовите вторую линию.',
    kk: 'Құжаттың мерзімі өткен. Екінші желіні шақырыңыз.',
    en: 'The document has expired. Call second line.',
  },
  MISPRINTED: {
    ky: 'Документтеги текшерүү цифрасы туура эмес басылган. Экинчи линияны чакырыңыз.',
    ru: 'Контрольная цифра напечатана в документе неверно. Вызовите вторую линию.',
    kk: 'Құжаттағы бақылау цифры қате басылған. Екінші желіні шақырыңыз.',
    en: 'A check digit is printed wrongly in the document. Call second line.',
  },
} as const satisfies Record<DocumentProblem, Words>;

const CHECK_TEXTS = {
  'not-yet-confirmed': {
    ky: 'Азырынча такталган жок. Кармалганын жарыялабаңыз, экинчи линияны чакырыңыз.',
    ru: 'Ещё не подтверждено. Не объявляйте о задержании, вызовите вторую линию.',
    kk: 'Әлі расталған жоқ. Ұсталғанын жарияламаңыз, екінші желіні шақырыңыз.',
    en: 'Not yet confirmed. Do not announce an arrest; call second line.',
  },
  ...PROBLEM_TEXTS,
} as const satisfies Record<string, Words>;

export const checkText = (locale: Locale, code: keyof typeof CHECK_TEXTS): string =>
  CHECK_TEXTS[code][locale];

/** What is wrong with a question at the border. */
export const checkFaultTexts = {
  'mrz-format': {
    ky: 'Машина окуй турган зона толук окулган жок: аны кайра окутуңуз',
    ru: 'Машиночитаемая зона прочитана не полностью: считайте её ещё раз',
    kk: 'Машина оқитын аймақ толық оқылмады: оны қайта оқытыңыз',
    en: 'The machine-readable zone was not read whole: read it again',
  },
  'mrz-wrong-sign': {
    ky: '{line}-сап: бул талаада мындай белги болбойт, документке карап оңдоңуз',
    ru: 'Строка {line}: такого знака в этом поле не бывает, исправьте по документу',
    kk: '{line}-жол: бұл өрісте мұндай таңба болмайды, құжатқа қарап түзетіңіз',
    en: 'Line {line}: no such sign can stand in this field, correct it from the document',
  },
  'mrz-check-digit': {
    ky: '{line}-сап: талаа менен текшерүү цифрасы дал келбейт, документке карап оңдоңуз',
    ru: 'Строка {line}: поле и контрольная цифра не сходятся, исправьте по документу',
    kk: '{line}-жол: өріс пен бақылау цифры сәйкес келмейді, құжатқа қарап түзетіңіз',
    en: 'Line {line}: the field and its check digit do not agree, correct it from the document',
  },
  'mrz-not-a-date': {
    ky: '{line}-сап: мындай күн жок, документке карап оңдоңуз',
    ru: 'Строка {line}: такой даты нет, исправьте по документу',
    kk: '{line}-жол: мұндай күн жоқ, құжатқа қарап түзетіңіз',
    en: 'Line {line}: there is no such date, correct it from the document',
  },
  'mrz-empty': {
    ky: '{line}-сап: талаа бош, документке карап толтуруңуз',
    ru: 'Строка {line}: поле пусто, заполните по документу',
    kk: '{line}-жол: өріс бос, құжатқа қарап толтырыңыз',
    en: 'Line {line}: the field is empty, fill it in from the document',
  },
  'corrections-without-mrz': {
    ky: 'Оңдоолор машина окуй турган зона менен гана берилет',
    ru: 'Исправления даются только вместе с машиночитаемой зоной',
    kk: 'Түзетулер машина оқитын аймақпен бірге ғана беріледі',
    en: 'Corrections come only with a machine-readable zone',
  },
  'mrz-or-fields': {
    ky: 'Же машина окуй турган зонаны, же талааларды бериңиз, экөөнү бирге эмес',
    ru: 'Передайте либо машиночитаемую зону, либо поля, но не то и другое',
    kk: 'Не машина оқитын аймақты, не өрістерді беріңіз, екеуін бірге емес',
    en: 'Send either the machine-readable zone or the fields, not both',
  },
} as const satisfies Record<string, Words>;
