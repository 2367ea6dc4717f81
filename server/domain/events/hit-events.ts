// Hits as other systems hear of them: who may know, and which step makes which event.
import type { HitKind, HitVerb } from '../hits/vocabulary.ts';
import type { HitEvent, HitEventType } from './domain-event.ts';

export interface ToldHit {
  readonly hitId: string;
  readonly kind: HitKind;
  /** Where the traveller stands. */
  readonly state: string;
  readonly ownerState: string;
  readonly personId: string;
  readonly alertId: string;
  readonly alertType: string;
  readonly reference: string;
}

/**
 * A match is the business of the two states. A silent report is secret like the alert behind it: it is told only to systems that
 * a case officer opened for such alerts, whatever type the alert has.
 * @param toSecondLine whether second line of the state where the traveller stands may know of a silent report
 */
export function hitAudience(
  { kind, state, ownerState }: Pick<ToldHit, 'kind' | 'state' | 'ownerState'>,
  toSecondLine: boolean,
): string[] {
  if (kind === 'MATCH') return [...new Set([`s:${state}`, `s:${ownerState}`])];
  return [`s:${ownerState}#D`, ...(toSecondLine && state !== ownerState ? [`s:${state}#d`] : [])];
}

const TYPE_OF_STEP: Partial<Record<HitVerb, HitEventType>> = {
  acknowledge: 'hit.acknowledged',
  confirm: 'hit.decided',
  'not-same': 'hit.decided',
  'cannot-decide': 'hit.decided',
  'ask-owner': 'hit.owner-asked',
  'owner-confirm': 'hit.owner-answered',
  'owner-withdraw': 'hit.owner-answered',
  'take-note': 'hit.closed',
  close: 'hit.closed',
};

const dataOf = ({ kind, state, ownerState, personId, alertId, alertType, reference }: ToldHit) => ({
  kind,
  state,
  ownerState,
  personId,
  alertId,
  alertType,
  reference,
});

export const hitOpened = (hit: ToldHit, toSecondLine: boolean): HitEvent => ({
  kind: 'hit',
  type: 'hit.opened',
  hitId: hit.hitId,
  audience: hitAudience(hit, toSecondLine),
  data: { hitId: hit.hitId, ...dataOf(hit), status: hit.kind === 'MATCH' ? 'MATCHED' : 'REPORTED' },
});

/** @param verb the step, or `clock` for what time and the alert made of the hit */
export const hitChanged = (hit: ToldHit, verb: HitVerb | 'clock', status: string): HitEvent => ({
  kind: 'hit',
  type: (verb === 'clock' ? undefined : TYPE_OF_STEP[verb]) ?? 'hit.changed',
  hitId: hit.hitId,
  audience: hitAudience(hit, false),
  data: { hitId: hit.hitId, ...dataOf(hit), verb, status },
});
