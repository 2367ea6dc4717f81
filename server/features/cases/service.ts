// What can be done with extradition cases; other features come in here.
import { createCalendarFeed } from './calendar-feed.ts';
import { createCompeting } from './competing.ts';
import { createCustodyFacts } from './custody-facts.ts';
import { createCaseDeadlines } from './deadlines.ts';
import { createCaseFollowing } from './following.ts';
import { createHitOpening } from './from-hit.ts';
import { createCaseLists } from './lists.ts';
import { createCaseOpening } from './opening.ts';
import type { CaseDeps } from './parts.ts';
import { createCaseReading } from './reading.ts';
import { createCaseRecording } from './recording.ts';
import { createCaseSearch } from './search.ts';
import { createCaseStepping } from './stepping.ts';
import { createCaseTalk } from './talk.ts';

export type { ConfirmedHit, OpenedCase } from './from-hit.ts';
export type { CaseFile } from './store.ts';

export function createCaseService(deps: CaseDeps) {
  const lists = createCaseLists(deps);
  return {
    ...createCaseOpening(deps),
    ...createHitOpening(deps),
    ...createCaseStepping(deps),
    ...createCustodyFacts(deps),
    ...createCaseRecording(deps),
    ...createCaseDeadlines(deps),
    ...createCaseReading(deps),
    ...createCaseFollowing(deps),
    ...createCaseTalk(deps),
    ...createCaseSearch(deps),
    ...createCompeting(deps),
    ...createCalendarFeed({ ...deps, lists }),
    ...lists,
  };
}

export type CaseService = ReturnType<typeof createCaseService>;
