// Where the person is, as facts beside the procedure: what may follow what, which clocks hear of it, what counts as credit.
import { addDays } from '../dates/calendar-date.ts';
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

/**
 * Days held for this case, each local day counted once however short its part; open custody counts to `until`.
 * @param records in the order of `at`
 */
export function creditDays(
  records: readonly { readonly to: CustodyState; readonly at: Date }[],
  until: Date,
  zone: ZoneName,
): number {
  let days = 0;
  let next = '';
  records.forEach(({ to, at }, index) => {
    if (!isHeld(to)) return;
    const last = calendarDateIn(zone, records[index + 1]?.at ?? until);
    const first = calendarDateIn(zone, at);
    for (let day = first > next ? first : next; day <= last; day = addDays(day, 1)) {
      days += 1;
      next = addDays(day, 1);
    }
  });
  return days;
}
