// Shapes of cases, their lists and files, taken from the contracts of the server.
import type { z } from 'zod';
import type * as lists from '../../../server/features/cases/list-contract.ts';
import type * as views from '../../../server/features/cases/view-contract.ts';

export type { CaseFileView, ManifestView } from '../../../server/features/case-files/contract.ts';
export type { CaseEntry } from '../../../server/features/cases/list-contract.ts';
export type {
  CaseView,
  DeadlineView,
  TransitionsView,
} from '../../../server/features/cases/view-contract.ts';
export type CasePageOf = z.output<typeof lists.casePage>;
export type Board = z.output<typeof lists.boardView>;
export type Calendar = z.output<typeof lists.calendarView>;
export type Comments = z.output<typeof lists.commentList>;
export type Tasks = z.output<typeof lists.taskList>;
export type Team = z.output<typeof lists.teamList>;
export type Competing = z.output<typeof lists.competingView>;
export type CaseTimeline = z.output<typeof views.timelineView>;
export type CaseTransition = views.TransitionsView['items'][number];
