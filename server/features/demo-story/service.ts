// Tells the demo story: cases of both sides, the border of the last two weeks, money on its way back. All invented, and all
// through the services that people use, so that clocks, tasks and histories are what they would be.
import { systemActor } from '../../domain/access/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { CaseFileService } from '../case-files/service.ts';
import type { CaseService } from '../cases/service.ts';
import type { CheckService } from '../checks/service.ts';
import type { HitService } from '../hits/service.ts';
import { borderPieces } from './border-plans.ts';
import { createBorderWay } from './border-way.ts';
import { CASE_PLANS } from './case-plans.ts';
import { createCaseWay } from './case-way.ts';
import type { StoryClock } from './clock.ts';
import { createStoryPapers } from './papers.ts';
import { storyPeople } from './people.ts';
import { createStoryStore, type Suspect } from './store.ts';

export { createStoryClock } from './clock.ts';

export interface StoryServices {
  readonly database: Database;
  readonly cases: CaseService;
  readonly caseFiles: Pick<CaseFileService, 'addFile' | 'sign'>;
  readonly checks: Pick<CheckService, 'checkTraveller' | 'settled'>;
  readonly hits: Pick<HitService, 'takeStep'>;
}

const NARRATORS = 4;

/** @returns takes each person once, so that no two pieces of the story are about the same */
function taker(suspects: readonly Suspect[]) {
  const left = new Set(suspects);
  return (fits: (suspect: Suspect) => boolean): Suspect => {
    for (const suspect of left) {
      if (!fits(suspect)) continue;
      left.delete(suspect);
      return suspect;
    }
    throw new Error('the demo population has nobody left for this piece of the story');
  };
}

/** Most of the time of a piece is waiting for the database: some are told at once, in their order. */
async function sideBySide(clock: StoryClock, pieces: readonly (() => Promise<void>)[]): Promise<void> {
  let left = [...pieces];
  const narrator = async () => {
    for (let piece = left.shift(); piece; piece = left.shift())
      await clock.tell(piece).catch((error) => {
        // Nobody goes on where one had to stop.
        left = [];
        throw error;
      });
  };
  const told = await Promise.allSettled(Array.from({ length: NARRATORS }, narrator));
  for (const one of told) if (one.status === 'rejected') throw one.reason;
}

/** Whether a story that was cut off has to be told to its end. */
export const isStoryUnfinished = ({ pool }: Database): Promise<boolean> =>
  createStoryStore(pool).isUnfinished();

/**
 * Tells what has not been told yet: after a start that was killed, a piece of which there is a case or a hit is left as it is.
 * @param clock that the services ask for the time
 * @param present the end of the story
 */
export async function tellDemoStory(
  services: StoryServices,
  clock: StoryClock,
  present: Date,
): Promise<void> {
  const { database, cases, caseFiles, checks, hits } = services;
  const store = createStoryStore(database.pool);
  const people = storyPeople(await store.userIds(), await store.agencyIds());
  const take = taker(await store.suspects());
  const border = createBorderWay({ clock, people, checks, hits });
  const papers = await createStoryPapers(caseFiles);
  try {
    const parts = { present, clock, people, papers, border, cases, caseFiles };
    // Who a piece is about is settled for all of them first: always the same, whoever tells faster.
    const pieces = CASE_PLANS.map(({ rq, rd, opened, twice = false, tell }) => {
      const suspect = take(
        ({ type, ownerState, isWantedTwice }) =>
          type === 'ARREST_PROSECUTION' && ownerState === rq && isWantedTwice === twice,
      );
      return async () => {
        if (suspect.hasCase) return;
        const way = createCaseWay(parts, suspect, rd);
        way.day(opened);
        await tell(way);
      };
    });
    await sideBySide(clock, pieces);
    await sideBySide(
      clock,
      borderPieces({ present, clock, border }, (kinds) =>
        take(({ type, isWantedTwice }) => kinds.includes(type) && !isWantedTwice),
      ),
    );
    await checks.settled();
    await cases.warnOfDeadlines(present, 500);
    await store.markDemo();
    await database.record(systemActor('seed-demo', newId()), {
      type: 'seed.run',
      subject: { type: 'system', id: 'seed' },
      data: { persons: 0 },
    });
  } finally {
    await papers.close();
  }
}
