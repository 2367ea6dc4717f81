// The way of an asset from suspicion to return, as one table: which step leads where, who may record it, what it needs.
import { ASSET_STATES, type AssetState, type RecoveryRoute } from './vocabulary.ts';

/**
 * INVESTIGATOR: whoever of the owner's side works on the case. OWNER: its prosecutor or central authority. EITHER: what a
 * court, bank or treasury did; recorded by the prosecutor or central authority of the side that heard of it, naming it.
 */
export type MeasureActor = 'INVESTIGATOR' | 'OWNER' | 'EITHER';

/** What has to be said with a step. */
export const MEASURE_NEEDS = [
  'reference',
  'authority',
  'amount',
  'expiresOn',
  'executingState',
  'accountClass',
  'reason',
] as const;
export type MeasureNeed = (typeof MEASURE_NEEDS)[number];

interface Arrival {
  readonly by: MeasureActor;
  readonly needs: readonly MeasureNeed[];
}

/** What it takes to arrive in a state, wherever the asset comes from. */
const ARRIVALS: Readonly<Record<AssetState, Arrival>> = {
  SUSPECTED: { by: 'INVESTIGATOR', needs: ['reason'] },
  TRACED: { by: 'INVESTIGATOR', needs: ['reference'] },
  FREEZE_REQUESTED: { by: 'OWNER', needs: ['reference', 'executingState', 'amount'] },
  // Freezes lapse: one without a last day is not recorded.
  FROZEN: { by: 'EITHER', needs: ['reference', 'authority', 'amount', 'expiresOn'] },
  SEIZED: { by: 'EITHER', needs: ['reference', 'authority', 'amount'] },
  CONFISCATION_REQUESTED: { by: 'OWNER', needs: ['reference', 'executingState', 'amount'] },
  CONFISCATED: { by: 'EITHER', needs: ['reference', 'authority', 'amount'] },
  RETURN_NEGOTIATED: { by: 'EITHER', needs: ['reference', 'amount'] },
  RETURNED: { by: 'EITHER', needs: ['reference', 'amount', 'accountClass'] },
  DISPOSED_LOCALLY: { by: 'EITHER', needs: ['reference', 'authority', 'amount'] },
  VICTIM_COMPENSATED: { by: 'EITHER', needs: ['reference', 'authority', 'amount'] },
  RELEASED: { by: 'EITHER', needs: ['reason', 'authority'] },
  LOST: { by: 'EITHER', needs: ['reason'] },
  REFUSED: { by: 'EITHER', needs: ['reason', 'authority'] },
};

/**
 * Forward, as domain brief 4 has it, and four ways that it lacks: a freeze or seizure is renewed, money comes back in
 * instalments, a refused or released asset is asked for again, a lost one is found.
 */
const STEPS: Readonly<Record<AssetState, readonly AssetState[]>> = {
  SUSPECTED: ['TRACED', 'LOST'],
  TRACED: ['FREEZE_REQUESTED', 'CONFISCATION_REQUESTED', 'LOST'],
  FREEZE_REQUESTED: ['FROZEN', 'SEIZED', 'REFUSED', 'LOST'],
  FROZEN: ['FROZEN', 'SEIZED', 'CONFISCATION_REQUESTED', 'RELEASED', 'LOST'],
  SEIZED: ['SEIZED', 'CONFISCATION_REQUESTED', 'RELEASED', 'LOST'],
  CONFISCATION_REQUESTED: ['CONFISCATED', 'REFUSED', 'RELEASED', 'LOST'],
  CONFISCATED: ['RETURN_NEGOTIATED', 'DISPOSED_LOCALLY', 'VICTIM_COMPENSATED', 'LOST'],
  RETURN_NEGOTIATED: ['RETURNED', 'DISPOSED_LOCALLY', 'VICTIM_COMPENSATED', 'LOST'],
  RETURNED: ['RETURNED'],
  DISPOSED_LOCALLY: [],
  VICTIM_COMPENSATED: [],
  RELEASED: ['FREEZE_REQUESTED', 'CONFISCATION_REQUESTED', 'LOST'],
  LOST: ['TRACED'],
  REFUSED: ['FREEZE_REQUESTED', 'CONFISCATION_REQUESTED', 'LOST'],
};

/** By agreement nothing has to be confiscated first. */
const BY_AGREEMENT: readonly RecoveryRoute[] = ['CIVIL', 'SETTLEMENT', 'VOLUNTARY'];
const AGREED_FROM: readonly AssetState[] = ['TRACED', 'FROZEN', 'SEIZED', 'RELEASED', 'REFUSED'];

export interface AssetFacts {
  readonly state: AssetState;
  /** Of the cases that claim it. */
  readonly routes: readonly RecoveryRoute[];
}

export function nextStates({ state, routes }: AssetFacts): readonly AssetState[] {
  const agreed = AGREED_FROM.includes(state) && routes.some((route) => BY_AGREEMENT.includes(route));
  const next = [...STEPS[state], ...(agreed ? (['RETURN_NEGOTIATED'] as const) : [])];
  return ASSET_STATES.filter((candidate) => next.includes(candidate));
}

export const needsOf = (to: AssetState): readonly MeasureNeed[] => ARRIVALS[to].needs;

/** In what quality somebody acts on the asset. */
export interface MeasureCapacities {
  /** Works for the owner's side at all. */
  readonly ownSide: boolean;
  /** Is prosecutor or central authority of the owner state. */
  readonly ownerAuthority: boolean;
  /** Is prosecutor or central authority of the state that executes. */
  readonly executingAuthority: boolean;
}

export function mayRecord(to: AssetState, capacities: MeasureCapacities): boolean {
  const { by } = ARRIVALS[to];
  if (by === 'INVESTIGATOR') return capacities.ownSide;
  if (by === 'OWNER') return capacities.ownerAuthority;
  return capacities.ownerAuthority || capacities.executingAuthority;
}

/** What the actor may do next, each with what he has to say: the screen draws its buttons from it. */
export const possibleMeasures = (asset: AssetFacts, capacities: MeasureCapacities) =>
  nextStates(asset)
    .filter((to) => mayRecord(to, capacities))
    .map((to) => ({ to, needs: needsOf(to) }));

/** States in which an executing authority holds the asset, so that its measure can lapse. */
export const isHeld = (state: AssetState): boolean => state === 'FROZEN' || state === 'SEIZED';
