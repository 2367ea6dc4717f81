// Judges parts before they are written: their own rules, their states, and the alert they are bound to.
import type { CalendarDate } from '../../../domain/dates/calendar-date.ts';
import { type Fault, Problem } from '../../../domain/errors.ts';
import type { Sex } from '../../../domain/persons/vocabulary.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { knownCountries } from '../store.ts';
import { type BirthDateRow, toBirthDate } from './birth-dates.ts';
import type { PartContext, PartRow, PreparedPart, SourceInput } from './part-kind.ts';
import { PART_KINDS, type PartMember } from './part-kinds.ts';

/** A state's code somewhere in what was sent. */
export interface NamedCountry {
  readonly at: string;
  readonly code: string;
}

/** @returns faults for codes that are not in the table of countries */
export async function countryFaults(tx: Tx, named: readonly NamedCountry[]): Promise<Fault[]> {
  if (named.length === 0) return [];
  const known = await knownCountries(
    tx,
    named.map(({ code }) => code),
  );
  return named.filter(({ code }) => !known.has(code)).map(({ at }) => ({ at, code: 'UNKNOWN_COUNTRY' }));
}

export interface PartCircumstances {
  readonly today: CalendarDate;
  readonly sex: Sex;
  readonly births: readonly BirthDateRow[];
  readonly siblings: readonly PartRow[];
  /** Alerts that a part may be bound to. */
  readonly bindable: readonly string[];
}

const within = (before: string, faults: readonly Fault[]): Fault[] =>
  faults.map((fault) => ({ ...fault, at: `${before}${fault.at}` }));

/** @param at where the part stands in what was sent: '' or `/names/0` */
export function preparePart(
  member: PartMember,
  input: SourceInput,
  { births, bindable, ...circumstances }: PartCircumstances,
  at = '',
): PreparedPart {
  const context: PartContext = { ...circumstances, births: births.map(toBirthDate) };
  const prepared = PART_KINDS[member].prepare(input, context);
  const unbound = input.alertId && !bindable.includes(input.alertId);
  return {
    data: prepared.data,
    faults: within(at, [...prepared.faults, ...(unbound ? [{ at: '/alertId', code: 'UNKNOWN_ALERT' }] : [])]),
    warnings: within(at, prepared.warnings),
  };
}

export const countriesOf = (member: PartMember, input: SourceInput, at = ''): NamedCountry[] =>
  PART_KINDS[member].countries(input).map((named) => ({ ...named, at: `${at}${named.at}` }));

export function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new Problem('validation-failed', faults);
}
