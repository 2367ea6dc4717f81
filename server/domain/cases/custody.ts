// Where the person is, as facts beside the procedure: what may follow what, which clocks hear of it, what counts as credit.
import type { CalendarDate } from '../dates/calendar-date.ts';
import { calendarDateIn, type ZoneName } from '../dates/zone.ts';
import type { CaseEventName } from './events.ts';
import type { CaseState, CustodyState, Side } from './vocabulary.ts';

/** Deprived of liberty for this case: what custody clocks run for and credit days count. */
export const IN_CUSTODY: readonly CustodyState[] = [
  'DETAINED_SHORT',
  'PROV_CUSTODY',
  'EXTRADITION_CUSTODY',
  'HOUSE_ARREST',
];

export const isHeld = (custody: CustodyState): boolean => IN_CUSTODY.includes(custody);

const FREE: readonly CustodyState[] = [
  'AT_LARGE',
  'LOCATED',
  'BAIL',
  'RELEASED',
  'ESCAPED',
  'LOCAL_SENTENCE',
];

/** Receipt and later, as long as the requested state has the person. */
const WITH_REQUEST: readonly CaseState[] = [
  'REQUEST_RECEIVED',
  'INFO_REQUESTED',
  'UNDER_REVIEW',
  'CONSENT_TRACK',
  'COURT_REVIEW',
  'GRANTED',
  'APPEAL',
  'ON_HOLD',
  'POSTPONED',
  'SURRENDER_SCHEDULED',
];

export interface CustodyChange {
  readonly state: CaseState;
  readonly requestReceived: boolean;
  readonly side: Side;
  readonly from: CustodyState;
  readonly to: CustodyState;
}

/**
 * Whether the fact may be recorded by itself. An arrest before the request is there is a step of the procedure, and so
 * is handing over. While the person is lent, and after surrender, the requesting state says where he is.
 */
export function mayRecord({ state, requestReceived, side, from, to }: CustodyChange): boolean {
  if (state === 'CLOSED' || from === 'DEAD') return false;
  if (to === 'DEAD') return true;
  const lent = state === 'TEMP_SURRENDERED' || state === 'SURRENDERED';
  if (lent) return side === 'RQ' && to === 'ESCAPED';
  // Where the person was found may be known to either side first.
  if (to === 'LOCATED' && !isHeld(from)) return true;
  if (side !== 'RD' || to === 'HANDED_OVER') return false;
  if (to === 'ESCAPED') return isHeld(from) || from === 'LOCAL_SENTENCE' || from === 'BAIL';
  if (!isHeld(to)) return true;
  return isHeld(from) || (FREE.includes(from) && requestReceived && WITH_REQUEST.includes(state));
}

/** The events that clocks hear when custody changes. */
export function custodyEvents(
  from: CustodyState,
  to: CustodyState,
  requestReceived: boolean,
): CaseEventName[] {
  const events: CaseEventName[] = [];
  if (isHeld(to) && !isHeld(from)) {
    events.push('ARREST');
    if (!requestReceived) events.push('PROV_ARREST');
  }
  if (isHeld(to) && to !== 'DETAINED_SHORT' && to !== from) events.push('CUSTODY_ORDERED');
  if (isHeld(from) && !isHeld(to)) events.push('FREED');
  return events;
}

const DAY_MS = 86_400_000;
const dayNumber = (day: CalendarDate): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/**
 * Days held, each day counted once however short its part; what is open counts to `until`, inclusive.
 * @param records in their order, with the local day of each
 */
export function daysHeld(
  records: readonly { readonly to: CustodyState; readonly day: CalendarDate }[],
  until: CalendarDate,
): number {
  let days = 0;
  let next = 0;
  records.forEach(({ to, day }, index) => {
    if (!isHeld(to)) return;
    const last = dayNumber(records[index + 1]?.day ?? until);
    const first = Math.max(next, dayNumber(day));
    if (last < first) return;
    days += last - first + 1;
    next = last + 1;
  });
  return days;
}

/** Days held for this case in a zone. @param records in the order of `at` */
export const creditDays = (
  records: readonly { readonly to: CustodyState; readonly at: Date }[],
  until: Date,
  zone: ZoneName,
): number =>
  daysHeld(
    records.map(({ to, at }) => ({ to, day: calendarDateIn(zone, at) })),
    calendarDateIn(zone, until),
  );
