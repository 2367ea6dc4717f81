// The content of an alert on its way from a request into columns, and what is refused before it gets there.
import { dangerFlagExpiry } from '../../domain/alerts/danger-flags.ts';
import { reviewReminders } from '../../domain/alerts/validity.ts';
import type { CalendarDate } from '../../domain/dates/calendar-date.ts';
import { type Fault, Problem } from '../../domain/errors.ts';
import { dateOf } from '../../platform/database/calendar-day.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { AlertFault } from '../../platform/i18n/alerts.ts';
import type { AlertPeriods } from '../reference/service.ts';
import type { AlertChange } from './contract.ts';
import { type FlagInput, type OffenceInput, readKnown } from './store.ts';

const fault = (at: string, code: AlertFault): Fault => ({ at, code });

const unknownOnes = (
  at: string,
  code: AlertFault,
  ids: readonly string[],
  known: ReadonlySet<string>,
): Fault[] => ids.flatMap((id, index) => (known.has(id) ? [] : [fault(`${at}/${index}`, code)]));

/**
 * Checks what a schema cannot: that what is pointed to exists, and that days make sense.
 * @throws Problem `validation-failed` with all faults
 */
export async function checkContent(
  db: Tx['db'],
  ownerState: string,
  change: AlertChange,
  today: CalendarDate,
): Promise<void> {
  const { sharedWithStates = [], extraditionStates = [], sharedWithAgencies = [], offences = [] } = change;
  const { asylumState, issuedOn, factsFrom, factsTo, dangerFlags = [] } = change;
  const codes = offences.map(({ offenceCodeId }) => offenceCodeId);
  const known = await readKnown(db, ownerState, {
    states: sharedWithStates,
    agencies: sharedWithAgencies,
    offenceCodes: codes,
    countries: [...extraditionStates, ...(asylumState ? [asylumState] : [])],
  });
  const faults = [
    ...unknownOnes('/sharedWithStates', 'unknown-state', sharedWithStates, known.members),
    ...unknownOnes('/sharedWithAgencies', 'unknown-agency', sharedWithAgencies, known.agencies),
    ...unknownOnes('/extraditionStates', 'unknown-country', extraditionStates, known.countries),
    ...offences.flatMap(({ offenceCodeId }, index) =>
      known.offenceCodes.has(offenceCodeId)
        ? []
        : [fault(`/offences/${index}/offenceCodeId`, 'unknown-offence-code')],
    ),
    ...dangerFlags.flatMap(({ since = today }, index) =>
      since > today ? [fault(`/dangerFlags/${index}/since`, 'day-in-future')] : [],
    ),
  ];
  if (asylumState && !known.countries.has(asylumState)) faults.push(fault('/asylumState', 'unknown-country'));
  if (issuedOn && issuedOn > today) faults.push(fault('/issuedOn', 'day-in-future'));
  if (factsFrom && factsTo && factsTo < factsFrom) faults.push(fault('/factsTo', 'until-before-from'));
  if (faults.length > 0) throw new Problem('validation-failed', faults);
}

const DAYS = ['issuedOn', 'validFrom', 'expiresOn', 'limitationDate', 'factsFrom', 'factsTo'] as const;

/** The first day of review after `from`; of an alert too short for all of them, its last. */
export function reviewDayOf(
  from: CalendarDate,
  expiresOn: CalendarDate | null,
  periods: AlertPeriods,
): CalendarDate | null {
  if (expiresOn === null) return null;
  const days = reviewReminders(expiresOn, periods.reviewDaysBefore);
  return days.find((day) => day > from) ?? days.at(-1) ?? expiresOn;
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** @returns the columns of the members that were given; members left out are left out */
export function columnsOf(change: AlertChange) {
  const { offences: _, dangerFlags: __, ...members } = change;
  const given = Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
  const days = Object.fromEntries(
    DAYS.flatMap((name) => {
      const day = change[name];
      return day === undefined ? [] : [[name, dateOf(day)]];
    }),
  );
  return { ...given, ...days } as Given<Omit<typeof members, (typeof DAYS)[number]>> & {
    [name in (typeof DAYS)[number]]?: Date | null;
  };
}

export const offenceRowsOf = (offences: NonNullable<AlertChange['offences']>): OffenceInput[] =>
  offences.map(({ periodFrom, periodTo, place, damageAmount, damageCurrency, articleText, ...rest }) => ({
    ...rest,
    periodFrom: dateOf(periodFrom ?? null),
    periodTo: dateOf(periodTo ?? null),
    place: place ?? null,
    damageAmount: damageAmount ?? null,
    damageCurrency: damageCurrency ?? null,
    articleText: articleText ?? null,
  }));

export const flagRowsOf = (
  flags: NonNullable<AlertChange['dangerFlags']>,
  today: CalendarDate,
  months: number,
): FlagInput[] =>
  flags.map(({ flag, reason, since = today }) => ({
    flag,
    reason,
    since: dateOf(since),
    expiresOn: dateOf(dangerFlagExpiry(since, months)),
  }));
