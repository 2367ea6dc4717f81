// The life of a passenger list, from its arrival here to the day when nothing of it is left.

export const LIST_STATES = [
  'RECEIVED',
  'PARSED',
  'SCREENED',
  'REVIEWED',
  'SENT_TO_POST',
  'ARRIVED',
  'PURGED',
] as const;
export type ListState = (typeof LIST_STATES)[number];

/** States in which it is screened again when an alert begins or ends: nobody has been checked at the post yet. */
export const LIVE_STATES: readonly ListState[] = ['PARSED', 'SCREENED', 'REVIEWED', 'SENT_TO_POST'];

/** Steps that people take; the others follow from screening and from the clock. */
export const LIST_STEPS = ['review', 'send', 'arrive'] as const;
export type ListStep = (typeof LIST_STEPS)[number];

const STEPS: Readonly<Record<ListStep, { readonly from: readonly ListState[]; readonly to: ListState }>> = {
  review: { from: ['SCREENED'], to: 'REVIEWED' },
  // A flight that nobody reviewed still lands: its results go to the post as they are.
  send: { from: ['SCREENED', 'REVIEWED'], to: 'SENT_TO_POST' },
  arrive: { from: ['SCREENED', 'REVIEWED', 'SENT_TO_POST'], to: 'ARRIVED' },
};

/** @returns the state after the step, or null where it may not be taken */
export function afterStep(state: ListState, step: ListStep): ListState | null {
  const { from, to } = STEPS[step];
  return from.includes(state) ? to : null;
}

/** What people may do next. */
export const stepsFrom = (state: ListState): ListStep[] =>
  LIST_STEPS.filter((step) => afterStep(state, step) !== null);

/**
 * New findings after a review put the list back to where somebody has to look at it.
 * @param hasNews a line says more than it did when it was reviewed or sent
 */
export const afterRescreening = (state: ListState, hasNews: boolean): ListState =>
  hasNews && state === 'REVIEWED' ? 'SCREENED' : state;
