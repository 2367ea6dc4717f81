// Who reads hits: second line of a state, owners of alerts, and for one single step the first line.
import { type Actor, may } from '../../domain/access/actor.ts';
import { borderTokens, readerTokens } from '../../domain/access/audience.ts';
import type { HitCapacity } from '../../domain/hits/life-cycle.ts';
import type { HitReader, HitRow } from './store.ts';

const NOBODY: HitReader = {
  state: '',
  agencyId: '00000000-0000-0000-0000-000000000000',
  secondLine: false,
  firstLine: false,
  border: [],
  owner: [],
};

const isSecondLine = (actor: Actor): boolean => may(actor, 'hit.decide');

/** @param step the only thing for which a hit exists for the first line */
export function hitReaderOf(actor: Actor, step?: 'acknowledge'): HitReader {
  const { state, agencyId } = actor;
  if (state === null || agencyId === null) return NOBODY;
  const secondLine = isSecondLine(actor);
  return {
    state,
    agencyId,
    secondLine,
    firstLine: step === 'acknowledge' && may(actor, 'hit.acknowledge'),
    border: secondLine ? borderTokens(state, agencyId) : [],
    owner: may(actor, 'hit.read') ? readerTokens(actor) : [],
  };
}

export function hitCapacitiesOf(actor: Actor, hit: HitRow): HitCapacity[] {
  const capacities: HitCapacity[] = [];
  if (actor.agencyId === hit.agencyId && may(actor, 'hit.acknowledge')) capacities.push('FIRST_LINE');
  if (actor.state === hit.state && isSecondLine(actor)) capacities.push('SECOND_LINE');
  if (actor.state === hit.ownerState && may(actor, 'hit.answer')) capacities.push('OWNER');
  return capacities;
}

/** The traveller stands in this reader's state, and he is of its second line. */
export const isSecondLineOf = (actor: Actor, hit: HitRow): boolean =>
  hitCapacitiesOf(actor, hit).includes('SECOND_LINE');
