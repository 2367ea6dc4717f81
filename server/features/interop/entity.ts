// A person of the registry as a FollowTheMoney entity: what the reader may see, and nothing else.
import { formatPartialDate, partialDateOf } from '../../domain/dates/partial-date.ts';
import type { NameType } from '../../domain/persons/vocabulary.ts';
import type { OpenPerson } from '../persons/service.ts';
import type { FtmEntity } from './contract.ts';

export const DATASET = 'default';

const PROPERTY_OF: Readonly<Partial<Record<NameType, string>>> = {
  PRIMARY: 'name',
  DOCUMENT: 'name',
  TRANSLITERATED: 'name',
  RELIGIOUS: 'alias',
  ALIAS_STRONG: 'alias',
  ALIAS_WEAK: 'weakAlias',
  NICKNAME: 'weakAlias',
  BIRTH: 'previousName',
  FORMER: 'previousName',
};

const GENDERS: Readonly<Record<string, string>> = { M: 'male', F: 'female', X: 'other' };

/** Codes of two letters in lower case, as FollowTheMoney writes states; others are kept in three letters. */
export type ShortCountry = (alpha3: string) => string;

export function entityOf(person: OpenPerson, country: ShortCountry, wanted: boolean): FtmEntity {
  const { row, names, birthDates, nationalities, documents, nationalIds, described } = person;
  const properties = new Map<string, Set<string>>();
  const add = (name: string | undefined, value: string | null | undefined) => {
    if (!name || !value) return;
    properties.set(name, (properties.get(name) ?? new Set()).add(value));
  };
  for (const { type, full, family, given, patronymic } of names) {
    // A name that was misused belongs to somebody else.
    if (type === 'MISUSED') continue;
    add(PROPERTY_OF[type], full);
    if (type !== 'PRIMARY') continue;
    add('lastName', family);
    add('firstName', given);
    add('fatherName', patronymic);
  }
  for (const { year, month, day } of birthDates)
    add('birthDate', formatPartialDate(partialDateOf(year, month, day)));
  for (const one of nationalities) add('nationality', country(one.country));
  for (const { type, number } of documents) add(type === 'PASSPORT' ? 'passportNumber' : 'idNumber', number);
  for (const { value } of nationalIds) add('idNumber', value);
  add('gender', GENDERS[row.sex]);
  if (described) {
    add('birthPlace', row.birthPlace);
    add('birthCountry', row.birthCountry && country(row.birthCountry));
  }
  if (wanted) add('topics', 'wanted');
  return {
    id: row.id,
    caption: captionOf(person),
    schema: 'Person',
    properties: Object.fromEntries([...properties].map(([name, values]) => [name, [...values]])),
    datasets: [DATASET],
    referents: [],
    target: wanted,
    first_seen: row.createdAt.toISOString(),
    last_seen: row.updatedAt.toISOString(),
    last_change: row.updatedAt.toISOString(),
  };
}

export const captionOf = ({ names, row }: OpenPerson): string =>
  (names.find(({ type }) => type === 'PRIMARY') ?? names.find(({ type }) => type !== 'MISUSED'))?.full ??
  row.registryNumber;
