// Traces of extradition cases.
import type { CaseState } from '../../cases/vocabulary.ts';
import type { Changed } from './changed.ts';

export interface CaseEvents {
  'case.opened': { caseNumber: string; alertId: string; treaty: string; fromHit: boolean };
  'case.hit-linked': { hitId: string; state: CaseState };
  'case.changed': Changed;
  'case.step': { verb: string; from: CaseState; to: CaseState };
  'case.agreed': { verb: string };
  'case.custody': { from: string; to: string };
  'case.death-confirmed': { recordId: string };
  'case.grounds-answered': { codes: string[] };
  'case.matter': { kind: string; matterId: string; status: string };
  'case.deadline-moved': { deadlineId: string; key: string; kind: string };
  'case.warned': { deadlineId: string; key: string; warning: string };
  'case.commented': { commentId: string; visibleTo: string; mentions: number };
  'case.assigned': { userId: string; assigned: boolean };
  'case.task': { taskId: string; done: boolean };
  'case.competing-decided': { groupId: string };
  'case.competing-released': { groupId: string };
  'case.viewed': { part: string };
  'case.listed': { list: string; count: number };
  'case.searched': { count: number };
  'case.calendar-feed': { enabled: boolean };
  'case.calendar-read': { count: number };
}
