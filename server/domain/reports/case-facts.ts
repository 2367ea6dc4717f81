// What one extradition case adds to the numbers: counted on the day on which it entered the state, in its first entry.
import type { CaseState } from '../cases/vocabulary.ts';
import type { CalendarDate } from '../dates/calendar-date.ts';
import type { Fact } from './cells.ts';
import { daysFromTo } from './durations.ts';
import { quarterOf } from './period.ts';

export interface CaseStepFact {
  readonly verb: string | null;
  readonly from: CaseState | null;
  readonly to: CaseState;
  /** The day of the requested state, so that both states read one date. */
  readonly day: CalendarDate;
}

export interface CaseHistory {
  readonly requesting: string;
  readonly requested: string;
  readonly personId: string;
  readonly treaty: string;
  /** Articles of the UN Convention against Corruption, of all offences of the case. */
  readonly articles: readonly number[];
  readonly steps: readonly CaseStepFact[];
  /** The last granting decision left offences out. */
  readonly isPartial: boolean;
  /** Of the last refusing decision. */
  readonly grounds: readonly string[];
}

/** What the proceeds and the deeds are about; the first article that belongs to a class decides. */
export const OFFENCE_CLASSES = [
  'BRIBERY',
  'EMBEZZLEMENT',
  'INFLUENCE',
  'ABUSE',
  'ENRICHMENT',
  'LAUNDERING',
  'OBSTRUCTION',
  'OTHER',
] as const;

const CLASS_OF: Readonly<Record<number, (typeof OFFENCE_CLASSES)[number]>> = {
  15: 'BRIBERY',
  16: 'BRIBERY',
  21: 'BRIBERY',
  17: 'EMBEZZLEMENT',
  22: 'EMBEZZLEMENT',
  18: 'INFLUENCE',
  19: 'ABUSE',
  20: 'ENRICHMENT',
  23: 'LAUNDERING',
  24: 'LAUNDERING',
  25: 'OBSTRUCTION',
};

export const classOf = (articles: readonly number[]): string =>
  articles.map((article) => CLASS_OF[article]).find((found) => found !== undefined) ?? 'OTHER';

/** After these a grant stands: nobody can appeal against it any more, or it was carried out. */
const BEYOND_GRANT: readonly CaseState[] = [
  'SURRENDER_SCHEDULED',
  'SURRENDERED',
  'POSTPONED',
  'TEMP_SURRENDERED',
  'LAPSED',
  'CLOSED',
];

const ENDS: readonly CaseState[] = [
  'REFUSED',
  'LAPSED',
  'WITHDRAWN',
  'PROSECUTION_TRANSFERRED',
  'SURRENDERED',
  'CLOSED',
];

const first = (steps: readonly CaseStepFact[], to: CaseState): CaseStepFact | undefined =>
  steps.find((step) => step.to === to);

/** @returns the first entry into the state that no later decision overturned */
function lasting(steps: readonly CaseStepFact[], to: CaseState, against: CaseState): number {
  const overturned = steps.findLastIndex((step) => step.to === against);
  return steps.findIndex((step, at) => at > overturned && step.to === to);
}

/** The first GRANTED that becomes final. A grant that can still be appealed is not counted yet. */
export function finalGrant(steps: readonly CaseStepFact[]): CaseStepFact | undefined {
  const at = lasting(steps, 'GRANTED', 'REFUSED');
  if (at === -1) return undefined;
  const isFinal = steps
    .slice(at + 1)
    .some(
      ({ verb, from, to }) =>
        BEYOND_GRANT.includes(to) || verb === 'waive-appeal' || (from === 'APPEAL' && to === 'GRANTED'),
    );
  return isFinal ? steps[at] : undefined;
}

/** LAPSED is no refusal: only REFUSED is, and only where no later grant took its place. */
export const finalRefusal = (steps: readonly CaseStepFact[]): CaseStepFact | undefined =>
  steps[lasting(steps, 'REFUSED', 'GRANTED')];

/** The person agreed, and nothing ended the agreement before the grant. */
function wasByConsent(steps: readonly CaseStepFact[], grant: CaseStepFact): boolean {
  const before = steps.slice(0, steps.indexOf(grant));
  return (
    before.findLastIndex(({ to }) => to === 'CONSENT_TRACK') >
    before.findLastIndex(({ verb }) => verb === 'end-consent')
  );
}

const AFTER_GRANT: readonly (CaseState | null)[] = ['GRANTED', 'SURRENDER_SCHEDULED', 'POSTPONED'];

/** Families of the case and the step at which each is counted. */
function countedSteps({ steps, isPartial }: CaseHistory): [family: string, step: CaseStepFact | undefined][] {
  const grant = finalGrant(steps);
  const lapse = first(steps, 'LAPSED');
  return [
    ['sent', first(steps, 'REQUEST_SENT')],
    ['received', first(steps, 'REQUEST_RECEIVED')],
    ['arrested', first(steps, 'PROV_ARRESTED')],
    ['arrest-lapsed', lapse && !AFTER_GRANT.includes(lapse.from) ? lapse : undefined],
    ['granted', isPartial ? undefined : grant],
    ['partly', isPartial ? grant : undefined],
    ['by-consent', grant && wasByConsent(steps, grant) ? grant : undefined],
    ['contested', grant && !wasByConsent(steps, grant) ? grant : undefined],
    ['refused', finalRefusal(steps)],
    ['surrendered', first(steps, 'SURRENDERED')],
    ['postponed', first(steps, 'POSTPONED')],
    ['lent', first(steps, 'TEMP_SURRENDERED')],
    ['not-taken-over', lapse && AFTER_GRANT.includes(lapse.from) ? lapse : undefined],
    ['transferred', first(steps, 'PROSECUTION_TRANSFERRED')],
    ['withdrawn', first(steps, 'WITHDRAWN')],
    ...steps
      .filter(({ to }) => to === 'INFO_REQUESTED')
      .map((step): [string, CaseStepFact] => ['info-round', step]),
    ...steps
      .filter(({ verb }) => verb === 'ask-waiver')
      .map((step): [string, CaseStepFact] => ['waiver-asked', step]),
  ];
}

/** Everything of the case that is counted by a step. */
export function factsOfCase(history: CaseHistory): Fact[] {
  const { requesting: rq, requested: rd, articles, treaty, steps, grounds } = history;
  const group = classOf(articles);
  const at = (family: string, step: CaseStepFact, of: string): Fact => ({
    ...{ family, rq, rd, group: of, count: 1 },
    quarter: quarterOf(step.day),
  });
  const counted = countedSteps(history).flatMap(([family, step]) => (step ? [at(family, step, group)] : []));
  const refusal = finalRefusal(steps);
  const decided = finalGrant(steps) ?? refusal;
  return [
    ...counted,
    ...(refusal ? grounds.map((code) => at('ground', refusal, code)) : []),
    ...(decided ? [at('treaty-decided', decided, treaty)] : []),
  ];
}

/** Waiting at the end of a day: received and not ended since, by the months that it has waited. */
export function waitingOn({ steps }: CaseHistory, day: CalendarDate): 'TO_6' | 'TO_12' | 'OVER_12' | null {
  const until = steps.filter((step) => step.day <= day);
  const received = first(until, 'REQUEST_RECEIVED');
  const last = until.at(-1);
  if (!received || !last || ENDS.includes(last.to)) return null;
  const days = daysFromTo(received.day, day);
  return days <= 183 ? 'TO_6' : days <= 365 ? 'TO_12' : 'OVER_12';
}

export const STAGES = ['ARREST_TO_REQUEST', 'REQUEST_TO_DECISION', 'DECISION_TO_SURRENDER', 'WHOLE'] as const;
export type Stage = (typeof STAGES)[number];

export interface Interval {
  readonly stage: Stage;
  readonly from: CalendarDate;
  /** null: still open. */
  readonly until: CalendarDate | null;
}

/** The stages that the case went through, as it stood at the end of a day. An ended case leaves nothing open. */
export function intervalsOf({ steps }: CaseHistory, day: CalendarDate): Interval[] {
  const known = steps.filter((step) => step.day <= day);
  const arrest = first(known, 'PROV_ARRESTED')?.day;
  const received = first(known, 'REQUEST_RECEIVED')?.day;
  const grant = finalGrant(known)?.day;
  const decided = grant ?? finalRefusal(known)?.day;
  const surrendered = first(known, 'SURRENDERED')?.day;
  const isOver = ENDS.includes(known.at(-1)?.to ?? 'DRAFT');
  const pairs: [Stage, CalendarDate | undefined, CalendarDate | undefined][] = [
    ['ARREST_TO_REQUEST', arrest, received],
    ['REQUEST_TO_DECISION', received, decided],
    ['DECISION_TO_SURRENDER', grant, surrendered],
    ['WHOLE', arrest ?? received, surrendered],
  ];
  return pairs.flatMap(([stage, from, until]) => {
    if (from === undefined || (until === undefined && isOver)) return [];
    // A paper may be dated before the arrest was written down: no interval runs backwards.
    if (until !== undefined && until < from) return [];
    return [{ stage, from, until: until ?? null }];
  });
}
