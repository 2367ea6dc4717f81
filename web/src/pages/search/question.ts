// What is asked for: words and numbers of a person stay in the memory of the tab, all else stands in the address.
//
// An address is kept by the browser's history, by bookmarks and by whoever it is sent to. So names, dates of birth,
// numbers and places never stand in it: the address names them by a random word, and signing out forgets them.
import { onGrant } from '../../session/tokens.ts';

/** Personal data of a question. */
export interface Words {
  readonly name: string;
  readonly birthDate: string;
  readonly documentNumber: string;
  readonly nationalId: string;
  readonly birthPlace: string;
  readonly markBodyPart: string;
}

export const NO_WORDS: Words = {
  name: '',
  birthDate: '',
  documentNumber: '',
  nationalId: '',
  birthPlace: '',
  markBodyPart: '',
};

const kept = new Map<string, Words>();
onGrant((grant) => {
  if (!grant) kept.clear();
});

/** @returns the word by which the address names it; undefined when nothing personal is asked */
export function keepWords(words: Words): string | undefined {
  if (Object.values(words).every((text) => text.trim() === '')) return undefined;
  const same = [...kept].find(([, known]) => JSON.stringify(known) === JSON.stringify(words));
  if (same) return same[0];
  const key = crypto.randomUUID().slice(0, 8);
  kept.set(key, words);
  return key;
}

/** After the page was loaded anew nothing is known any more. */
export const wordsOf = (key: string | undefined): Words => (key && kept.get(key)) || NO_WORDS;

export const SORTS = ['score', 'name', 'birthYear', 'newestAlert', 'registryNumber'] as const;
export type Sort = (typeof SORTS)[number];

/** The part of a question that names nobody: it may stand in an address. */
export interface SearchAddress {
  readonly q?: string;
  readonly sexes?: readonly string[];
  readonly nationalities?: readonly string[];
  readonly birthYearFrom?: number;
  readonly birthYearTo?: number;
  readonly ownerStates?: readonly string[];
  readonly alertTypes?: readonly string[];
  readonly alertStatuses?: readonly string[];
  readonly uncacArticles?: readonly number[];
  readonly markKind?: string;
  readonly sort?: Sort;
}

const texts = (value: unknown): string[] | undefined => {
  const list = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  return list.length > 0 ? list : undefined;
};

const year = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1850 && value <= 2200 ? value : undefined;

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w-]{1,40}$/.test(value) ? value : undefined;

/** Reads an address; what does not fit is passed over, since addresses are typed and cut by hand. */
export function readAddress(search: Record<string, unknown>): SearchAddress {
  const articles = Array.isArray(search['uncacArticles'])
    ? search['uncacArticles'].filter((one): one is number => typeof one === 'number')
    : [];
  const address = {
    q: word(search['q']),
    sexes: texts(search['sexes']),
    nationalities: texts(search['nationalities']),
    birthYearFrom: year(search['birthYearFrom']),
    birthYearTo: year(search['birthYearTo']),
    ownerStates: texts(search['ownerStates']),
    alertTypes: texts(search['alertTypes']),
    alertStatuses: texts(search['alertStatuses']),
    uncacArticles: articles.length > 0 ? articles : undefined,
    markKind: word(search['markKind']),
    sort: SORTS.find((sort) => sort === search['sort']),
  };
  return Object.fromEntries(Object.entries(address).filter(([, value]) => value !== undefined));
}

/** Everything that narrows a question, as the API takes and keeps it. */
export type Filters = Omit<SearchAddress, 'q' | 'sort'> &
  Partial<Pick<Words, 'birthPlace' | 'markBodyPart' | 'documentNumber' | 'nationalId'>>;

/** A kept question as it stands on the screen again. */
export function questionAgain(
  asked: { readonly name: string; readonly birthDate: string },
  filters: Filters | null,
): { address: SearchAddress; words: Words } {
  const { birthPlace = '', markBodyPart = '', documentNumber = '', nationalId = '', ...rest } = filters ?? {};
  return {
    address: readAddress({ ...rest }),
    words: { ...asked, birthPlace, markBodyPart, documentNumber, nationalId },
  };
}

const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

/** @returns the body of POST /v1/search/persons without its page; undefined when nothing is asked */
export function bodyOf(address: SearchAddress, words: Words) {
  const { q: _, sort, ...narrowed } = address;
  const filters = {
    ...narrowed,
    birthPlace: given(words.birthPlace),
    markBodyPart: given(words.markBodyPart),
    documentNumber: given(words.documentNumber),
    nationalId: given(words.nationalId),
  };
  const hasFilters = Object.values(filters).some((value) => value !== undefined);
  const name = given(words.name);
  const birthDate = given(words.birthDate);
  if (name === undefined && !hasFilters) return undefined;
  return { name, birthDate, sort, filters: hasFilters ? filters : undefined };
}
