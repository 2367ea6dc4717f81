// Reads how files call states: codes of two or three letters, names in four languages, and the long forms of lists.

interface NamedCountry {
  readonly alpha3: string;
  readonly alpha2: string | null;
  readonly names: readonly string[];
}

const LONG_FORMS: Readonly<Record<string, string>> = {
  'russian federation': 'RUS',
  'российская федерация': 'RUS',
  рф: 'RUS',
  'kyrgyz republic': 'KGZ',
  'кыргызская республика': 'KGZ',
  киргизия: 'KGZ',
  'республика казахстан': 'KAZ',
  'republic of kazakhstan': 'KAZ',
  'республика узбекистан': 'UZB',
  'syrian arab republic': 'SYR',
  'iran (islamic republic of)': 'IRN',
  'united states of america': 'USA',
  ussr: 'SUN',
  ссср: 'SUN',
};

/** Posters name the people instead of the state. */
const DEMONYMS: Readonly<Record<string, string>> = {
  american: 'USA',
  canadian: 'CAN',
  chinese: 'CHN',
  kazakh: 'KAZ',
  kyrgyz: 'KGZ',
  mexican: 'MEX',
  russian: 'RUS',
  tajik: 'TJK',
  ukrainian: 'UKR',
  uzbek: 'UZB',
};

const wordOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[^\p{L}]/gu, '');

/** @returns a function that gives the code of a state, or null for what no state is called */
export function createCountryReader(countries: readonly NamedCountry[]): (text: string) => string | null {
  const known = new Map(
    Object.entries({ ...LONG_FORMS, ...DEMONYMS }).map(([word, code]) => [wordOf(word), code]),
  );
  for (const { alpha3, alpha2, names } of countries)
    for (const word of [...names, alpha3, alpha2]) if (word) known.set(wordOf(word), alpha3);
  return (text) => known.get(wordOf(text)) ?? null;
}
