// A wanted person, an officer who checks a traveller, and the people who deal with the hit: for tests of the border.
import type { Response } from 'supertest';
import type { HitVerb } from '../../server/domain/hits/vocabulary.ts';
import type { AlertDraft } from '../../server/features/alerts/contract.ts';
import { arrestDraft, makeOffenceCode, makePerson, publish } from './alert-files.ts';
import type { TestState } from './people.ts';
import type { TestWorld } from './world.ts';

export interface Wanted {
  readonly personId: string;
  readonly alert: { readonly id: string; readonly version: number };
}

/** A person of Kyrgyzstan under an arrest alert. */
export async function makeWanted(
  world: TestWorld,
  person: Parameters<typeof makePerson>[2],
  change: Partial<AlertDraft> = {},
): Promise<Wanted> {
  const personId = await makePerson(world, world.actor('KGZ', 'INV'), person);
  const alert = await publish(
    world,
    'KGZ',
    arrestDraft(personId, await makeOffenceCode(world, 'KGZ'), change),
  );
  return { personId, alert };
}

/** The passport of the armed man, as its reader gives it. */
export const ARMED_ZONE = [
  'P<KGZTESTBEKOV<<ZHENISH<<<<<<<<<<<<<<<<<<<<<',
  'AC12345674KGZ8002158M31010122150219801234558',
] as const;

/** Somebody under an arrest alert of whom the booth has to warn. */
export const makeArmed = (world: TestWorld): Promise<Wanted> =>
  makeWanted(
    world,
    { family: 'Тестбеков', given: 'Жениш', birth: '1980-02-15', document: 'AC1234567' },
    {
      dangerNone: false,
      dangerFlags: [{ flag: 'ARMED', reason: 'seen with a pistol', since: '2026-01-02' }],
    },
  );

export async function checkAt(world: TestWorld, state: TestState, body: object): Promise<Response> {
  const officer = world.http(await world.token(state, 'BO1'));
  const answer = await officer.post('/v1/checks').send(body);
  await world.services.checks.settled();
  return answer;
}

/** Takes steps of one hit as one person, with the version of the step before. */
export function hitSteps(world: TestWorld, token: string, hitId: string, version = 1) {
  let current = version;
  return {
    version: () => current,
    async step(verb: HitVerb, body: object = {}): Promise<Response> {
      const answer = await world
        .http(token)
        .post(`/v1/hits/${hitId}/${verb}`)
        .set('If-Match', `"v${current}"`)
        .send(body);
      if (answer.status === 200) current = answer.body.version;
      return answer;
    },
    get: () => world.http(token).get(`/v1/hits/${hitId}`),
  };
}
