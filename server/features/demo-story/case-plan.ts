// What a demo case is about, when it began, and how it is told.
import type { CaseWay } from './case-way.ts';
import type { StoryState } from './people.ts';

export interface CasePlan {
  readonly rq: StoryState;
  readonly rd: StoryState;
  /** Days before the seed on which it begins. */
  readonly opened: number;
  /** About the person whom two states want. */
  readonly twice?: true;
  tell(way: CaseWay): Promise<void>;
}
