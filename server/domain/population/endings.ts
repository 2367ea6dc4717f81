// How family names and patronymics are formed of given names, and how they change with the sex of the bearer.

/** One name in the two forms that the bearer's sex asks for. */
export interface Gendered {
  readonly m: string;
  readonly f: string;
}

const VOWEL_END = /[аеёиоуыэюяіәөүұӣӯaeiouäöüəı]$/iu;
const HUSHING_END = /[жшчщц]$/iu;

/** The feminine of a Russian family name; names that do not change come back as they are. */
export function russianFeminine(family: string): string {
  if (/(?:[оеё]в|[иы]н)$/u.test(family)) return `${family}а`;
  if (/[сцз]кий$|.{3}[ыо]й$/u.test(family)) return `${family.slice(0, -2)}ая`;
  if (/.ний$/u.test(family)) return `${family.slice(0, -2)}яя`;
  return family;
}

/** The feminine of a Ukrainian family name; -ко, -ук, -ів and the like stay. */
export function ukrainianFeminine(family: string): string {
  if (/(?:[оеє]в|[іїи]н)$/u.test(family)) return `${family}а`;
  if (/[бвгґджзклмнпрстфхцчшщ]ий$/u.test(family)) return `${family.slice(0, -2)}а`;
  return family;
}

/** A family name of a given name, in Cyrillic: Асан → Асанов, Муса → Мусаев, Бакай → Бакаев, Сатыбалды → Сатыбалдиев. */
export function cyrillicFamily(given: string): string {
  if (/[ьй]$/u.test(given)) return `${given.slice(0, -1)}ев`;
  if (/[ыіӣ]$/u.test(given)) return `${given.slice(0, -1)}иев`;
  // Kazakh у after a vowel is a consonant.
  if (/[аәеиоыіүұ]у$/u.test(given)) return `${given}ов`;
  return `${given}${VOWEL_END.test(given) || HUSHING_END.test(given) ? 'ев' : 'ов'}`;
}

/** The given name or stem behind a family name in -ов/-ев: Асанов → Асан, Мусаев → Муса, Токобаев → Токобай. */
export function stemOf(family: string): string {
  return family.replace(/баев$/u, 'бай').replace(/(?<=[аеиоу])ев$|[ое]в$|ин$/u, '');
}

/** Karim → Karimov, Abdulla → Abdullayev. */
export function uzbekFamily(given: string): string {
  if (given.endsWith('y')) return `${given}ev`;
  return VOWEL_END.test(given) ? `${given}yev` : `${given}ov`;
}

/** Oraz → Orazow, Ata → Ataýew, Toýly → Toýlyýew, Baý → Baýew. */
export function turkmenFamily(given: string): string {
  if (given.endsWith('ý')) return `${given}ew`;
  return VOWEL_END.test(given) || /y$/u.test(given) ? `${given}ýew` : `${given}ow`;
}

/** Məmməd → Məmmədov, Mustafa → Mustafayev. */
export function azerbaijaniFamily(given: string): string {
  if (given.endsWith('y')) return `${given}ev`;
  return VOWEL_END.test(given) ? `${given}yev` : `${given}ov`;
}

/** Məmməd → Məmmədli, Qasım → Qasımlı, Nəsib → Nəsibli, Oruc → Oruclu: the ending follows the last vowel. */
export function azerbaijaniLi(given: string): string {
  const last = /[aıoueəiöü](?=[^aıoueəiöü]*$)/u.exec(given.replaceAll('İ', 'i').toLowerCase())?.[0] ?? 'i';
  const ending = 'aı'.includes(last) ? 'lı' : 'eəi'.includes(last) ? 'li' : 'ou'.includes(last) ? 'lu' : 'lü';
  return given + ending;
}

const IRREGULAR_FATHERS: Readonly<Record<string, string>> = {
  Илья: 'Ильич',
  Никита: 'Никитич',
  Лука: 'Лукич',
  Фома: 'Фомич',
  Кузьма: 'Кузьмич',
  Лев: 'Львович',
  Павел: 'Павлович',
  Пётр: 'Петрович',
  Петр: 'Петрович',
  Яков: 'Яковлевич',
  Михаил: 'Михайлович',
  Гавриил: 'Гаврилович',
  Данила: 'Данилович',
};

/** The patronymic that Russian makes of a father's name, in its masculine form: Иван → Иванович, Муса → Мусаевич. */
export function russianPatronymic(father: string): string {
  const irregular = IRREGULAR_FATHERS[father];
  if (irregular !== undefined) return irregular;
  if (/[бвгджзклмнпстфх]рий$|[кгх]ий$/u.test(father)) return `${father.slice(0, -1)}евич`;
  if (father.endsWith('ий')) return `${father.slice(0, -2)}ьевич`;
  if (/[йь]$/u.test(father)) return `${father.slice(0, -1)}евич`;
  if (/[аеёиоуыэюя]$/u.test(father)) return `${father.replace(/ы$/u, 'и')}евич`;
  return `${father}${HUSHING_END.test(father) ? 'евич' : 'ович'}`;
}

/** Иванович → Ивановна, Ильич → Ильинична. */
export function russianPatronymicFeminine(masculine: string): string {
  if (/[ое]вич$/u.test(masculine)) return `${masculine.slice(0, -2)}на`;
  return masculine === 'Никитич' ? 'Никитична' : masculine.replace(/ич$/u, 'инична');
}

/** Иван → Иванович, Микола → Миколайович, with the feminine. */
export function ukrainianPatronymic(father: string): Gendered {
  const known = UKRAINIAN_FATHERS[father];
  if (known) return known;
  if (father.endsWith('й')) return { m: `${father}ович`, f: `${father.slice(0, -1)}ївна` };
  const stem = father.replace(/[оаяиі]$/u, '');
  return { m: `${stem}ович`, f: `${stem.replace(/ь$/u, '')}івна` };
}

const UKRAINIAN_FATHERS: Readonly<Record<string, Gendered>> = {
  Микола: { m: 'Миколайович', f: 'Миколаївна' },
  Ілля: { m: 'Ілліч', f: 'Іллівна' },
  Лука: { m: 'Лукич', f: 'Луківна' },
  Григорій: { m: 'Григорович', f: 'Григорівна' },
  Яків: { m: 'Якович', f: 'Яківна' },
  Федір: { m: 'Федорович', f: 'Федорівна' },
  Лев: { m: 'Львович', f: 'Львівна' },
  Сава: { m: 'Савич', f: 'Савівна' },
};
