// What the properties of a FollowTheMoney entity ask for.
import { readBirth, readSex } from '../imports/values.ts';
import type { Sex } from '../persons/vocabulary.ts';

/** What is asked about a person by another system, in texts. */
export interface AskedPerson {
  readonly names: readonly string[];
  /** As parsePartialDate reads them. */
  readonly births: readonly string[];
  readonly sex: Sex | null;
  /** As the other system writes states. */
  readonly countries: readonly string[];
  readonly documents: readonly string[];
  readonly nationalIds: readonly string[];
}

/** Schemata of which a person is one. */
const PERSON_SCHEMATA = ['Person', 'LegalEntity', 'Thing'];

export const meansPersons = (schema: string): boolean => PERSON_SCHEMATA.includes(schema);

/** What the model has beside persons: nobody of them is here. Any other word is none of the model. */
const OTHER_SCHEMATA = new Set(
  (
    'Address Airplane Analyzable Article Assessment Asset Associate Audio BankAccount Call CallForTenders Company ' +
    'Contract ContractAward CourtCase CourtCaseParty CryptoWallet Debt Directorship Document Documentation ' +
    'EconomicActivity Email Employment Event Family Folder HyperText Identification Image Interest Interval License ' +
    'Membership Mention Message Note Occupancy Organization Ownership Package Page Pages Passport Payment Permit ' +
    'PlainText Position Post Project ProjectParticipant PublicBody RealEstate Representation Row Sanction Security ' +
    'Similar Succession Table TaxRoll Trip UnknownLink UserAccount Value Vehicle Vessel Video Workbook'
  ).split(' '),
);

/** A misspelt schema must not be answered with nobody. */
export const isSchema = (schema: string): boolean => meansPersons(schema) || OTHER_SCHEMATA.has(schema);

type Value = string | number;
type GivenProperties = Readonly<Record<string, Value | readonly Value[]>>;
type Properties = Readonly<Record<string, string | readonly string[]>>;

/** @returns every property as a list of texts, as the model has them */
export const textsOf = (given: GivenProperties): Record<string, string[]> =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, [value].flat().map(String)]));

const MOST_NAMES = 10;

/** Parts of a name do not stand alone: they make one name where no whole one is given. */
export function askedByProperties(properties: Properties): AskedPerson {
  const all = (...names: string[]): string[] =>
    names
      .flatMap((name) => properties[name] ?? [])
      .map((text) => text.trim())
      .filter((text) => text !== '');
  const whole = all('name', 'alias', 'previousName');
  const given = all('firstName')[0];
  const parts = [all('lastName')[0], given, all('fatherName', 'middleName', 'secondName')[0]].filter(Boolean);
  const names = whole.length > 0 ? whole : parts.length > 0 ? [parts.join(' ')] : [];
  return {
    names: [...new Set(names)].slice(0, MOST_NAMES),
    births: all('birthDate').flatMap((text) => readBirth(text)?.date ?? []),
    sex: readSex(all('gender')[0] ?? '') ?? null,
    countries: all('nationality', 'citizenship', 'country'),
    documents: all('passportNumber', 'passport'),
    nationalIds: all('idNumber', 'taxNumber', 'registrationNumber'),
  };
}
