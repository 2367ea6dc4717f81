// What a searcher narrows the results by: as tags that an engine can look up, and as the exact test on what he may see.
import type { EffectiveStatus } from '../alerts/effective-status.ts';
import type { AlertStatus, AlertType } from '../alerts/vocabulary.ts';
import type { YearRange } from '../matching/match.ts';
import type { NameEngine } from '../names/engine.ts';
import {
  bodyPartTag,
  markOnTag,
  markTag,
  nationalityTag,
  ownerTag,
  placeTag,
  sexTag,
  soundsOfWords,
  statusTags,
  typeTag,
  uncacTag,
  yearTag,
} from './search-tags.ts';
import type { Sex } from './vocabulary.ts';

/** Every member that is given must hold; in a list one value is enough. Numbers as normaliseDocumentNumber gives them. */
export interface PersonFilter {
  readonly sexes?: readonly Sex[];
  /** ISO 3166-1 alpha-3. */
  readonly nationalities?: readonly string[];
  /** Both ends included; persons of whom no year is known do not fall in it. */
  readonly birthYears?: YearRange;
  /** Words of a place, in any script; all of them must be in the birthplace. */
  readonly birthPlace?: string;
  /** One mark must have both. */
  readonly mark?: { readonly kind?: string; readonly bodyPart?: string };
  readonly documentNumber?: string;
  readonly nationalId?: string;
  readonly alert?: AlertFilter;
}

/** One alert that the reader may see must have all of it. */
export interface AlertFilter {
  readonly ownerStates?: readonly string[];
  readonly types?: readonly AlertType[];
  readonly statuses?: readonly EffectiveStatus[];
  /** Articles 15–25 of the UN Convention against Corruption. */
  readonly uncacArticles?: readonly number[];
}

/** Groups of tags: a row must share at least one tag with every group. */
export type TagGroups = readonly (readonly string[])[];

const OF_CLOCK: Partial<Record<EffectiveStatus, readonly AlertStatus[]>> = {
  EXPIRED: ['EXPIRED', 'ACTIVE', 'LOCATED', 'SUSPENDED'],
  NOT_YET_VALID: ['ACTIVE', 'LOCATED'],
};

/** @returns the stored statuses that the clock can turn into the effective one */
export const storedStatuses = (status: EffectiveStatus): readonly AlertStatus[] =>
  OF_CLOCK[status] ?? [status as AlertStatus];

const given = (...groups: readonly (readonly string[] | undefined)[]): string[][] =>
  groups.flatMap((group) => (group === undefined ? [] : [[...group]]));

/** What a filter asks of the person himself: exact, when compared with the tags that the reader may use. */
export function personGroups(engine: Pick<NameEngine, 'analyse'>, filter: PersonFilter): TagGroups {
  const { sexes, nationalities, birthYears, birthPlace, mark } = filter;
  return [
    ...given(sexes?.map(sexTag), nationalities?.map(nationalityTag), birthYears && yearTags(birthYears)),
    ...(birthPlace === undefined ? [] : soundsOfWords(engine, birthPlace).map((word) => [placeTag(word)])),
    ...(mark ? markGroups(engine, mark) : []),
  ];
}

const yearTags = ({ from, to }: YearRange): string[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => yearTag(from + step));

function markGroups(
  engine: Pick<NameEngine, 'analyse'>,
  { kind, bodyPart }: NonNullable<PersonFilter['mark']>,
): string[][] {
  const places = bodyPart === undefined ? [] : soundsOfWords(engine, bodyPart);
  if (kind === undefined) return places.map((sounds) => [bodyPartTag(sounds)]);
  return places.length === 0 ? [[markTag(kind)]] : places.map((sounds) => [markOnTag(kind, sounds)]);
}

/** What a filter asks of an alert: necessary only, because one alert must have all of it and the clock counts. */
export function alertGroups({ ownerStates, types, statuses, uncacArticles }: AlertFilter): TagGroups {
  return given(
    ownerStates?.map(ownerTag),
    types?.map(typeTag),
    statuses && [...new Set(statuses.flatMap(storedStatuses).flatMap(statusTags))],
    uncacArticles?.map(uncacTag),
  );
}

/** @returns whether the tags meet every group */
export function meetsGroups(tags: ReadonlySet<string>, groups: TagGroups): boolean {
  return groups.every((group) => group.some((tag) => tags.has(tag)));
}

export interface FilteredAlert {
  readonly type: AlertType;
  readonly status: EffectiveStatus;
  readonly ownerState: string;
  readonly uncacArticles: readonly number[];
}

/** @returns whether this one alert has all that is asked */
export function alertMeets(alert: FilteredAlert, filter: AlertFilter): boolean {
  const { ownerStates, types, statuses, uncacArticles } = filter;
  return (
    (ownerStates?.includes(alert.ownerState) ?? true) &&
    (types?.includes(alert.type) ?? true) &&
    (statuses?.includes(alert.status) ?? true) &&
    (uncacArticles?.some((article) => alert.uncacArticles.includes(article)) ?? true)
  );
}
