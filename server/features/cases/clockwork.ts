// Lets the clocks of a case hear events, and writes down what they make of them.
import { type ClockEntry, runClocks } from '../../domain/cases/case-clocks.ts';
import type { CaseEventName } from '../../domain/cases/events.ts';
import type { Step } from '../../domain/cases/steps/step.ts';
import type { ClockEvent } from '../../domain/deadlines/clock.ts';
import { rulesOf } from '../../domain/treaties/profile.ts';
import type { Tx } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { clockOf, refreshNextDue, writeClocks } from './clock-store.ts';
import type { Gathered } from './facts.ts';
import type { CaseDeps } from './parts.ts';
import type { CaseFile } from './store.ts';

export interface Ringing {
  readonly names: readonly CaseEventName[];
  readonly at: Date;
  /** For SURRENDER_SET: the agreed date; for TEMP_SURRENDERED: the agreed return. */
  readonly agreed?: Date | null;
  readonly stops?: Step['stops'];
  readonly reason?: string | null;
}

/** @returns what changed, for the receipt */
export async function ring(
  deps: CaseDeps,
  tx: Tx,
  file: CaseFile,
  { facts, clocks }: Gathered,
  { names, at, agreed = null, stops = 'NONE', reason = null }: Ringing,
  actorId: string | null,
): Promise<ClockEntry[]> {
  const zone = await deps.treaties.zoneIn(tx.db, file.requestedState);
  const events = names.map(
    (name): ClockEvent => ({ name, at: name === 'SURRENDER_SET' ? (agreed ?? at) : at, until: agreed }),
  );
  const work = { clocks: clocks.map(clockOf), rules: rulesOf(facts.law), zone, makeId: () => newId() };
  const { log } = runClocks(work, events, stops, at);
  await writeClocks(tx, file.id, log, clocks, { actorId, reason });
  await refreshNextDue(tx.db, file.id);
  return log;
}
