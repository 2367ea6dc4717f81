// What a searcher narrows the results by, as it travels, and as the rules read it.
import { z } from 'zod';
import type { EffectiveStatus } from '../../domain/alerts/effective-status.ts';
import { ALERT_STATUSES, ALERT_TYPES } from '../../domain/alerts/vocabulary.ts';
import { EARLIEST_YEAR } from '../../domain/dates/partial-date.ts';
import { normaliseDocumentNumber } from '../../domain/documents/document-number.ts';
import { type Fault, Problem } from '../../domain/errors.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import type { AlertFilter, PersonFilter } from '../../domain/persons/person-filter.ts';
import { soundsOfWords } from '../../domain/persons/search-tags.ts';
import { MARK_KINDS, SEXES } from '../../domain/persons/vocabulary.ts';

export const EFFECTIVE_STATUSES = [
  ...ALERT_STATUSES,
  'NOT_YET_VALID',
] as const satisfies readonly EffectiveStatus[];

const MOST = 20;
const LATEST_YEAR = 2200;
const state = z.string().regex(/^[A-Z]{3}$/);
const year = z.number().int().min(EARLIEST_YEAR).max(LATEST_YEAR);
const anyOf = <T extends z.ZodType>(value: T) => z.array(value).min(1).max(MOST);

export const filterFields = z
  .strictObject({
    sexes: anyOf(z.enum(SEXES)).optional(),
    nationalities: anyOf(state).optional(),
    birthYearFrom: year.optional(),
    birthYearTo: year.optional(),
    birthPlace: z.string().min(1).max(150).optional(),
    markKind: z.enum(MARK_KINDS).optional(),
    markBodyPart: z.string().min(1).max(100).optional(),
    documentNumber: z.string().min(1).max(60).optional(),
    nationalId: z.string().min(1).max(40).optional(),
    ownerStates: anyOf(state).optional(),
    alertTypes: anyOf(z.enum(ALERT_TYPES)).optional(),
    alertStatuses: anyOf(z.enum(EFFECTIVE_STATUSES)).optional(),
    uncacArticles: anyOf(z.number().int().min(15).max(25)).optional(),
  })
  .meta({
    id: 'SearchFilters',
    description:
      'All that is given must hold; in a list one value is enough. The alert members must hold of one alert that you may see. Places and parts of the body are compared word by word as they sound, in any script. Who has no known year of birth falls in no range of years.',
    examples: [
      { nationalities: ['KGZ'], birthYearFrom: 1975, birthYearTo: 1985, alertTypes: ['ARREST_PROSECUTION'] },
    ],
  });

type FilterFields = z.output<typeof filterFields>;

/** Leaves out what was not given, so that an empty filter is an empty object. */
function given<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never;
}

/**
 * @returns the filter, or null when nothing is narrowed
 * @throws Problem `validation-failed` for a range that ends before it begins and for texts without words or numbers
 */
export function readFilter(
  fields: FilterFields | undefined,
  analyse: NameEngine['analyse'],
): PersonFilter | null {
  if (fields === undefined) return null;
  const { birthYearFrom, birthYearTo, markKind, markBodyPart, birthPlace } = fields;
  const [from, to] = [birthYearFrom ?? EARLIEST_YEAR, birthYearTo ?? LATEST_YEAR];
  const documentNumber = fields.documentNumber && normaliseDocumentNumber(fields.documentNumber);
  const nationalId = fields.nationalId && normaliseDocumentNumber(fields.nationalId);
  const hasWords = (text: string | undefined) =>
    text === undefined || soundsOfWords({ analyse }, text).length > 0;
  const faults: Fault[] = [];
  const demand = (holds: boolean, member: string, code: string) => {
    if (!holds) faults.push({ at: `/filters/${member}`, code });
  };
  demand(from <= to, 'birthYearTo', 'range-ends-before-it-begins');
  demand(hasWords(birthPlace), 'birthPlace', 'no-word-in-text');
  demand(hasWords(markBodyPart), 'markBodyPart', 'no-word-in-text');
  demand(documentNumber !== '', 'documentNumber', 'no-number-in-text');
  demand(nationalId !== '', 'nationalId', 'no-number-in-text');
  if (faults.length > 0) throw new Problem('validation-failed', faults);
  const alert: AlertFilter = given({
    ownerStates: fields.ownerStates,
    types: fields.alertTypes,
    statuses: fields.alertStatuses,
    uncacArticles: fields.uncacArticles,
  });
  const ranged = birthYearFrom !== undefined || birthYearTo !== undefined;
  const marked = markKind !== undefined || markBodyPart !== undefined;
  const filter: PersonFilter = given({
    sexes: fields.sexes,
    nationalities: fields.nationalities,
    birthYears: ranged ? { from, to } : undefined,
    birthPlace,
    mark: marked ? given({ kind: markKind, bodyPart: markBodyPart }) : undefined,
    documentNumber,
    nationalId,
    alert: Object.keys(alert).length > 0 ? alert : undefined,
  });
  return Object.keys(filter).length > 0 ? filter : null;
}
