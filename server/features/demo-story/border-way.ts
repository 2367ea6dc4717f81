// How a traveller of the story is checked, and how the hit goes on.
import type { HitVerb } from '../../domain/hits/vocabulary.ts';
import type { CheckService } from '../checks/service.ts';
import type { HitWords } from '../hits/contract.ts';
import type { HitService } from '../hits/service.ts';
import type { StoryClock } from './clock.ts';
import type { BorderState, StoryPeople, StoryState } from './people.ts';
import type { Suspect } from './store.ts';

export interface BorderParts {
  readonly clock: StoryClock;
  readonly people: StoryPeople;
  readonly checks: Pick<CheckService, 'checkTraveller'>;
  readonly hits: Pick<HitService, 'takeStep'>;
}

export type Traveller = Pick<Suspect, 'name' | 'birthDate'> & Partial<Pick<Suspect, 'document'>>;

/** Who takes a step: the officer at the booth, the office behind it, or the state whose alert it is. */
export type HitHand = 'firstLine' | 'secondLine' | 'owner';

export interface HitWay {
  readonly hitId: string;
  take(hand: HitHand, verb: HitVerb, words?: HitWords): Promise<void>;
}

export function createBorderWay({ clock, people, checks, hits }: BorderParts) {
  /** @returns the hits that the check opened */
  async function check(state: BorderState, checkpoint: string, traveller: Traveller) {
    const { name, birthDate, document } = traveller;
    const fields = { name, birthDate, ...(document && { document }) };
    const lane = String(1 + (birthDate.charCodeAt(9) % 4));
    const context = { origin: 'BOOTH', checkpoint, lane, direction: 'ENTRY' } as const;
    return checks.checkTraveller(people.firstLine(state), { fields }, context);
  }

  async function hit(state: BorderState, checkpoint: string, suspect: Suspect): Promise<HitWay> {
    const found = (await check(state, checkpoint, suspect)).hits.find(
      ({ alertId }) => alertId === suspect.alertId,
    );
    if (!found) throw new Error(`the demo traveller ${suspect.personId} was not found`);
    let version = 1;
    return {
      hitId: found.id,
      async take(hand, verb, words = {}) {
        clock.pass(3);
        const actor =
          hand === 'owner' ? people.prosecutor(suspect.ownerState as StoryState) : people[hand](state);
        version = (await hits.takeStep(actor, found.id, version, verb, words)).version;
      },
    };
  }

  /** From the check to handcuffs, with the owner's word in between. */
  async function arrest(state: BorderState, checkpoint: string, suspect: Suspect): Promise<HitWay> {
    const way = await hit(state, checkpoint, suspect);
    await way.take('firstLine', 'acknowledge');
    await way.take('secondLine', 'check-identity');
    await way.take('secondLine', 'confirm', { identifiers: ['DOCUMENT', 'FACE'] });
    await way.take('owner', 'owner-confirm');
    const at = clock.now().toISOString();
    const taken = { action: 'ARRESTED', at, place: checkpoint, custodyFacility: `DEMO post ${checkpoint}` };
    await way.take('secondLine', 'act', { taken: { ...taken, action: 'ARRESTED' } });
    return way;
  }

  return { check, hit, arrest };
}

export type BorderWay = ReturnType<typeof createBorderWay>;
