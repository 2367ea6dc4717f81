// What a person is found and compared by: one row made of all names, dates and numbers, each with who may use it.
import { type GrantingAlert, type Scope, type SourceFacts, scopeOf, scopeTokens } from '../access/scope.ts';
import type { PartialDate } from '../dates/partial-date.ts';
import { partialDateOf } from '../dates/partial-date.ts';
import type { YearRange } from '../matching/match.ts';
import type { AnalysedName } from '../names/analysed-name.ts';
import type { NameEngine, NameInput } from '../names/engine.ts';
import { nameBeginnings } from './name-beginnings.ts';
import {
  alertTags,
  birthTags,
  markTags,
  nationalityTag,
  placeTag,
  sexTag,
  soundsOfWords,
  type TaggedAlert,
  type TaggedMark,
} from './search-tags.ts';
import type { NameType, Sex } from './vocabulary.ts';

export interface SearchName extends SourceFacts {
  readonly id: string;
  readonly type: NameType;
  readonly full: string;
  readonly family?: string | null;
  readonly given?: string | null;
  readonly patronymic?: string | null;
  readonly mrzForm?: string | null;
  readonly language?: string | null;
}

export interface SearchBirth extends SourceFacts {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  readonly isApproximate: boolean;
  readonly yearFrom: number | null;
  readonly yearTo: number | null;
}

/** Numbers as normaliseDocumentNumber gives them. */
export interface SearchDocument extends SourceFacts {
  readonly normNumber: string;
  readonly issuingState: string;
}

/** A person with everything that a search row is made of, whoever may see it. */
export interface SearchAggregate {
  readonly id: string;
  readonly version: number;
  readonly sex: Sex;
  readonly ownerAudience: readonly string[];
  readonly mergedIntoId: string | null;
  readonly names: readonly SearchName[];
  readonly births: readonly SearchBirth[];
  readonly nationalities: readonly (SourceFacts & { readonly country: string })[];
  readonly documents: readonly SearchDocument[];
  readonly nationalIds: readonly (SourceFacts & { readonly normValue: string })[];
  readonly marks: readonly (SourceFacts & TaggedMark)[];
  /** Where the person was born, in the words of the recording side. */
  readonly birthPlace: SourceFacts & { readonly texts: readonly string[] };
  /** All alerts on the person: they open the rows of their own side to their readers. */
  readonly alerts: readonly (GrantingAlert & TaggedAlert)[];
}

/** `scope` is a place in `scopes`. */
export interface Scoped {
  readonly scope: number;
}

export interface PersonSearchRow {
  readonly personId: string;
  readonly personVersion: number;
  readonly keyVersion: number;
  /** Distinct signed 32-bit keys of all names. */
  readonly keys: readonly number[];
  readonly names: readonly (Scoped & {
    readonly id: string;
    readonly type: NameType;
    readonly raw: string;
    readonly packed: string;
  })[];
  readonly births: readonly ((PartialDate | YearRange) & Scoped)[];
  readonly sex: Sex;
  readonly nationalities: readonly (Scoped & { readonly state: string })[];
  readonly documents: readonly (Scoped & { readonly number: string; readonly state: string })[];
  readonly nationalIds: readonly (Scoped & { readonly value: string })[];
  /** 'D:<document number>' and 'N:<national id>'. */
  readonly exact: readonly string[];
  /** Distinct tags of everything, whoever may use it: a necessary condition of every filter (search-tags.ts). */
  readonly tags: readonly string[];
  /** Tags that stand in no other column, with who may use them: birthplace and marks. */
  readonly traits: readonly (Scoped & { readonly tag: string })[];
  /** Distinct beginnings of the words of all names (name-beginnings.ts). */
  readonly beginnings: readonly string[];
  readonly scopes: readonly Scope[];
  /** Every token that may open a part of the row: without one of them the person is never a candidate. */
  readonly audience: readonly string[];
}

/**
 * @returns the row, or null for a person who cannot be found: merged into another record, or without a name
 */
export function searchRow(person: SearchAggregate, engine: NameEngine): PersonSearchRow | null {
  if (person.mergedIntoId !== null || person.names.length === 0) return null;
  const scopes = scopeList(person.alerts);
  const keys = new Set<number>();
  const scopedBirths = person.births.flatMap((row) => {
    const scope = scopes.of(row);
    return birthsOf(row).map((birth) => ({ ...birth, scope }));
  });
  // A name's own birth dates make the keys that find it among its namesakes.
  const births = scopedBirths.filter((birth) => 'year' in birth);
  const analysedNames: AnalysedName[] = [];
  const names = person.names.flatMap((row) => {
    const scope = scopes.of(row);
    const undated = isUndated(scopedBirths, scope);
    return spellings(row).map(({ raw, input }) => {
      const analysed = engine.analyse(input);
      analysedNames.push(analysed);
      for (const key of engine.indexKeys(analysed, births, undated)) keys.add(key);
      return { id: row.id, type: row.type, raw, packed: engine.pack(analysed), scope };
    });
  });
  const nationalities = person.nationalities.map((row) => ({ state: row.country, scope: scopes.of(row) }));
  const documents = person.documents.map((row) => ({
    number: row.normNumber,
    state: row.issuingState,
    scope: scopes.of(row),
  }));
  const nationalIds = person.nationalIds.map((row) => ({ value: row.normValue, scope: scopes.of(row) }));
  const traits = traitsOf(person, engine, scopes.of);
  const tags = new Set([
    sexTag(person.sex),
    ...person.nationalities.map(({ country }) => nationalityTag(country)),
    ...birthTags(scopedBirths),
    ...traits.map(({ tag }) => tag),
    ...person.alerts.flatMap(alertTags),
  ]);
  const exact = new Set([
    ...documents.map(({ number }) => `D:${number}`),
    ...nationalIds.map(({ value }) => `N:${value}`),
  ]);
  return {
    personId: person.id,
    personVersion: person.version,
    keyVersion: engine.keyVersion,
    keys: [...keys],
    names,
    births: scopedBirths,
    sex: person.sex,
    nationalities,
    documents,
    nationalIds,
    exact: [...exact],
    tags: [...tags],
    traits,
    beginnings: nameBeginnings(analysedNames),
    scopes: scopes.list,
    audience: [...new Set([...person.ownerAudience, ...scopes.list.flatMap(scopeTokens)])],
  };
}

/**
 * Whether some reader may know the name and no year of birth to go with it. Whoever may use the name sees a date that stands in its
 * scope; another's date may be hidden from him.
 */
export const isUndated = (births: PersonSearchRow['births'], scope: number): boolean =>
  births.some((birth) => !('year' in birth)) || !births.some((birth) => birth.scope === scope);

/** @returns whether a change of the alert leaves the row of its person as it is */
export function isFoundAlike(
  before: GrantingAlert & TaggedAlert,
  after: GrantingAlert & TaggedAlert,
): boolean {
  const inRow = ({ audience, startsAt, endsAt, ...alert }: GrantingAlert & TaggedAlert) =>
    JSON.stringify([audience, startsAt, endsAt, alertTags(alert)]);
  return inRow(before) === inRow(after);
}

function traitsOf(
  { marks, birthPlace }: SearchAggregate,
  engine: NameEngine,
  scopeOfSource: (source: SourceFacts) => number,
): PersonSearchRow['traits'] {
  const tagged = marks.map((mark) => ({ tags: markTags(engine, mark), scope: scopeOfSource(mark) }));
  const places = birthPlace.texts.flatMap((text) => soundsOfWords(engine, text)).map(placeTag);
  if (places.length > 0) tagged.push({ tags: places, scope: scopeOfSource(birthPlace) });
  return tagged.flatMap(({ tags, scope }) => [...new Set(tags)].map((tag) => ({ tag, scope })));
}

/** Rows of one source and sensitivity share a scope, so that a reader's right is worked out once for all of them. */
function scopeList(alerts: readonly GrantingAlert[]): { list: Scope[]; of(source: SourceFacts): number } {
  const list: Scope[] = [];
  const places = new Map<string, number>();
  return {
    list,
    of(source) {
      const { sourceState, sourceAgencyId, sensitivity, alertId } = source;
      const key = `${sourceState} ${sourceAgencyId} ${sensitivity} ${alertId ?? ''}`;
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, list.length);
      return list.push(scopeOf(source, alerts)) - 1;
    },
  };
}

const wordCount = (text: string | null | undefined): number => text?.match(/\S+/gu)?.length ?? 0;

/** The ways a row spells the name: as written, and as its document's machine-readable zone has it. */
function spellings(row: SearchName): { raw: string; input: NameInput }[] {
  const { full, family, given, patronymic, mrzForm } = row;
  const language = row.language ? { language: row.language } : {};
  // Parts tell the roles of the words, but only where they hold every word of the full text.
  const complete =
    family &&
    (given || patronymic) &&
    wordCount(`${family} ${given ?? ''} ${patronymic ?? ''}`) >= wordCount(full);
  const written: NameInput = complete
    ? { family, ...(given && { given }), ...(patronymic && { patronymic }), ...language }
    : { full, ...language };
  return [{ raw: full, input: written }, ...(mrzForm ? [{ raw: mrzForm, input: { mrz: mrzForm } }] : [])];
}

/** A range of years and a date inside it both count; of an approximate date only the year does. */
function birthsOf(row: SearchBirth): (PartialDate | YearRange)[] {
  const [from, to] = [row.yearFrom ?? row.year, row.yearTo ?? row.year];
  const date = row.isApproximate ? { year: row.year } : partialDateOf(row.year, row.month, row.day);
  if (from === to) return [date];
  return 'month' in date ? [{ from, to }, date] : [{ from, to }];
}
