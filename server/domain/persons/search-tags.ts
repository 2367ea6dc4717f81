// What a person can be filtered by, as short tags: the row carries them, a filter names groups of them.
// The same test (every group shares a tag with the row) then works in memory, in PostgreSQL and in a search engine.
//
//   S:M  sex            N:KGZ  nationality      Y:1980  year of birth      P:<sounds>  word of the birthplace
//   M:SCAR  mark        B:<sounds>  word of the body part                  M:SCAR:<sounds>  both of one mark
//   O:KGZ  owner state  T:MISSING  alert type   A:ACTIVE  stored alert status          U:17  UNCAC article
import type { AlertStatus, AlertType } from '../alerts/vocabulary.ts';
import type { PartialDate } from '../dates/partial-date.ts';
import type { YearRange } from '../matching/match.ts';
import type { NameEngine } from '../names/engine.ts';
import type { Sex } from './vocabulary.ts';

export const sexTag = (sex: Sex): string => `S:${sex}`;
export const nationalityTag = (state: string): string => `N:${state}`;
export const yearTag = (year: number): string => `Y:${year}`;
export const placeTag = (sounds: string): string => `P:${sounds}`;
export const markTag = (kind: string): string => `M:${kind}`;
export const bodyPartTag = (sounds: string): string => `B:${sounds}`;
export const markOnTag = (kind: string, sounds: string): string => `M:${kind}:${sounds}`;
export const ownerTag = (state: string): string => `O:${state}`;
export const typeTag = (type: AlertType): string => `T:${type}`;
/** How one ended is asked of the alert itself: when it goes into the archive, no row has to be written for it. */
const ENDED: readonly AlertStatus[] = ['EXECUTED', 'WITHDRAWN', 'EXPIRED', 'ARCHIVED'];
export const statusTag = (status: AlertStatus): string => `A:${ENDED.includes(status) ? 'ENDED' : status}`;
/** @returns the tags by which an alert of that status is found: rows that were written before say how it ended */
export const statusTags = (status: AlertStatus): string[] => [
  statusTag(status),
  ...(ENDED.includes(status) ? ENDED.map((one) => `A:${one}`) : []),
];
export const uncacTag = (article: number): string => `U:${article}`;

/** A range is spelt out year by year; one wider than this says nothing that could be filtered by. */
const WIDEST_RANGE = 40;

/** @returns a tag for every year in which the person may be born */
export function birthTags(births: readonly (PartialDate | YearRange)[]): string[] {
  return births.flatMap((birth) => {
    if ('year' in birth) return [yearTag(birth.year)];
    if (birth.to - birth.from > WIDEST_RANGE) return [];
    return Array.from({ length: birth.to - birth.from + 1 }, (_, step) => yearTag(birth.from + step));
  });
}

/** Words of a place or of a part of the body as they sound, so that "Osh" and "Ош" are one. */
export const soundsOfWords = (engine: Pick<NameEngine, 'analyse'>, text: string): string[] => [
  ...new Set(
    engine
      .analyse({ full: text })
      .tokens.filter(({ role, sounds }) => role !== 'initial' && sounds !== '')
      .map(({ sounds }) => sounds),
  ),
];

export interface TaggedMark {
  readonly kind: string;
  readonly bodyPart: string;
}

/** @returns the tags of one mark: what it is, where it is, and both together */
export function markTags(engine: Pick<NameEngine, 'analyse'>, { kind, bodyPart }: TaggedMark): string[] {
  const places = soundsOfWords(engine, bodyPart);
  return [markTag(kind), ...places.flatMap((sounds) => [bodyPartTag(sounds), markOnTag(kind, sounds)])];
}

export interface TaggedAlert {
  readonly type: AlertType;
  readonly status: AlertStatus;
  readonly ownerState: string;
  readonly uncacArticles: readonly number[];
}

/** @returns the tags of one alert; that they stand on one alert has to be read again from the alert itself */
export const alertTags = ({ type, status, ownerState, uncacArticles }: TaggedAlert): string[] => [
  ownerTag(ownerState),
  typeTag(type),
  statusTag(status),
  ...uncacArticles.map(uncacTag),
];
