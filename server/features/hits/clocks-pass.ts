// Writes down what the clock and the alerts have made of open hits, and tells the duty centres once. No reader depends on it.
import { systemActor } from '../../domain/access/actor.ts';
import { hitChanged } from '../../domain/events/hit-events.ts';
import { type HitAlarm, type HitClocks, overdueClocks } from '../../domain/hits/clocks.ts';
import { effectiveHitStatus } from '../../domain/hits/life-cycle.ts';
import type { HitStatus } from '../../domain/hits/vocabulary.ts';
import type { Tx } from '../../platform/database/database.ts';
import { emit } from '../../platform/database/domain-events.ts';
import { asProblem } from '../../platform/database/problems.ts';
import { newId } from '../../platform/ids.ts';
import { type HitDeps, staleTasks } from './steps.ts';
import { addEvent, addStep, type HitRow, lockHit, openHits, openTasks, updateHit } from './store.ts';

const AT_ONCE = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

interface Due {
  readonly status: HitStatus;
  /** Clocks that ran out and of which nobody was told yet. */
  readonly alarms: readonly HitAlarm[];
}

export function createClocksPass({ database, clock, reference }: HitDeps) {
  function dueOf(hit: HitRow, clocks: HitClocks, now: Date): Due {
    const status = effectiveHitStatus(hit, now);
    const overdue = overdueClocks({ ...hit, status }, clocks, now);
    return { status, alarms: overdue.filter((alarm) => !hit.escalated.includes(alarm)) };
  }

  const isDue = (hit: HitRow, { status, alarms }: Due) => status !== hit.status || alarms.length > 0;

  async function changeStatus(tx: Tx, hit: HitRow, status: HitStatus, job: string): Promise<void> {
    await addStep(tx.db, {
      hitId: hit.id,
      verb: 'clock',
      from: hit.status,
      to: status,
      actorId: job,
      state: null,
      at: tx.now,
      note: null,
    });
    if (status === 'OWNER_WITHDREW') await openTasks(tx.db, staleTasks(hit, tx.now));
    if (status === 'OWNER_SILENT') {
      const task = { hitId: hit.id, kind: 'OWNER_SILENT', openedAt: tx.now } as const;
      await openTasks(tx.db, [
        { ...task, state: hit.state, side: 'SECOND_LINE' },
        { ...task, state: hit.ownerState, side: 'OWNER' },
      ]);
    }
    tx.audit({
      type: 'hit.step',
      data: { verb: 'clock', from: hit.status, to: status },
      subject: { type: 'hit', id: hit.id },
    });
    await tell(tx, hit, 'hit.changed', { verb: 'clock', status });
    await emit(tx, hitChanged({ ...hit, hitId: hit.id }, 'clock', status));
  }

  const tell = (tx: Tx, hit: HitRow, type: string, data: Record<string, string>) =>
    addEvent(tx.db, { at: tx.now, type, hitId: hit.id, checkId: hit.checkId, state: hit.state, data });

  /** What was due is worked out again under the lock: somebody may have acted since the look. */
  async function write(id: string, clocks: HitClocks): Promise<void> {
    const actor = systemActor('worker:watch-hits', newId());
    await database.transaction(actor, async (tx) => {
      const hit = await lockHit(tx.db, id, tx.now);
      if (!hit) return tx.audit({ type: 'hit.escalated', data: { clocks: [] } });
      const { status, alarms } = dueOf(hit, clocks, tx.now);
      if (hit.status !== status) await changeStatus(tx, hit, status, actor.id);
      if (alarms.length > 0) await tell(tx, hit, 'hit.overdue', { clocks: alarms.join(' ') });
      tx.audit({ type: 'hit.escalated', data: { clocks: [...alarms] }, subject: { type: 'hit', id } });
      await updateHit(tx.db, id, { status, escalated: [...hit.escalated, ...alarms] });
    });
  }

  /** @returns how many hits were brought up to date */
  async function watchClocks(): Promise<number> {
    const now = clock.now();
    const clocks = await reference.hitClocks().catch((error) => Promise.reject(asProblem(error)));
    let written = 0;
    let after = FIRST;
    try {
      for (;;) {
        const hits = await openHits(database.prisma, now, after, AT_ONCE);
        for (const hit of hits) {
          if (!isDue(hit, dueOf(hit, clocks, now))) continue;
          await write(hit.id, clocks);
          written += 1;
        }
        if (hits.length < AT_ONCE) return written;
        after = hits.at(-1)?.id ?? after;
      }
    } catch (error) {
      throw asProblem(error);
    }
  }

  return { watchClocks };
}
