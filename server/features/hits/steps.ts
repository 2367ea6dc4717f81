// The steps of a hit: judged by the table of its life, written together with what follows from them.
import type { Actor } from '../../domain/access/actor.ts';
import { isArrest } from '../../domain/alerts/vocabulary.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import { hitChanged } from '../../domain/events/hit-events.ts';
import { answerDueAt, type HitClocks } from '../../domain/hits/clocks.ts';
import {
  allowedHitSteps,
  effectiveHitStatus,
  type HitRefusal,
  type HitStep,
  takeHitStep,
} from '../../domain/hits/life-cycle.ts';
import type { HitStatus, HitVerb } from '../../domain/hits/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { emit } from '../../platform/database/domain-events.ts';
import type { Vault } from '../../platform/security/vault.ts';
import type { AlertService } from '../alerts/service.ts';
import type { ReferenceService } from '../reference/service.ts';
import type { HitReceipt, HitWords } from './contract.ts';
import { rememberNotSame } from './memory-store.ts';
import type { OwnerVerb } from './owner-verbs.ts';
import { hitCapacitiesOf, hitReaderOf } from './reader.ts';
import {
  addEvent,
  addStep,
  findHit,
  finishTasks,
  type HitRow,
  lockHit,
  openTasks,
  updateHit,
} from './store.ts';

const MINUTE = 60_000;

export const HIT_NOTE = 'hit_step.note';

export interface HitDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly reference: Pick<ReferenceService, 'hitClocks'>;
  readonly alerts: Pick<AlertService, 'followCase'>;
}

export const factsOf = (actor: Actor, hit: HitRow, now: Date) => ({
  now,
  actorId: actor.id,
  capacities: hitCapacitiesOf(actor, hit),
});

function refused({ refusal, guards, status }: HitRefusal, verb: HitVerb): Problem {
  if (refusal === 'WRONG_STATE') return new Problem('transition-not-allowed', [], { status });
  if (refusal === 'WRONG_ACTOR') return new Problem('forbidden');
  if (refusal === 'FOUR_EYES') return new Problem('own-work');
  if (guards.includes('TWO_IDENTIFIERS'))
    return new Problem('validation-failed', [{ at: '/identifiers', code: 'identifiers-not-independent' }]);
  if (guards.includes('NOTE')) return new Problem('validation-failed', [{ at: '/note', code: 'required' }]);
  if (guards.includes('SUPERVISED'))
    return new Problem('transition-not-allowed', [], { status, missing: 'supervise' });
  return new Problem('validation-failed', [
    { at: verb === 'act' ? '/action' : '', code: 'action-not-allowed' },
  ]);
}

/** What is written besides the status. */
function consequences(verb: HitVerb, actor: Actor, words: HitWords, now: Date) {
  switch (verb) {
    case 'acknowledge':
      return { acknowledgedBy: actor.id, acknowledgedAt: now };
    case 'check-identity':
      return { claimedBy: actor.id, claimedAt: now, decision: null, decidedBy: null, supervisedBy: null };
    case 'confirm':
      return { ...decided('CONFIRMED', actor, now), identifiers: [...(words.identifiers ?? [])] };
    case 'not-same':
      return { ...decided('NOT_SAME', actor, now), decisionReason: words.reason ?? null };
    case 'cannot-decide':
      return decided('INCONCLUSIVE', actor, now);
    case 'supervise':
      return { supervisedBy: actor.id };
    case 'owner-confirm':
      return { answer: 'CONFIRMED', answeredBy: actor.id, answeredAt: now };
    case 'owner-withdraw':
      return { answer: 'WITHDREW', answeredBy: actor.id, answeredAt: now };
    case 'act':
      return actionOf(words);
    case 'take-note':
    case 'close':
      return { closedAt: now };
    default:
      return {};
  }
}

const decided = (decision: string, actor: Actor, now: Date) => ({
  decision,
  decidedBy: actor.id,
  decidedAt: now,
});

const actionOf = ({ taken }: HitWords) => ({
  action: taken?.action ?? null,
  actionAt: taken ? new Date(taken.at) : null,
  actionPlace: taken?.place ?? null,
  actionOfficer: taken?.officer ?? null,
  custodyFacility: taken?.custodyFacility ?? null,
});

/** The alert does not stand: the traveller is released at once, and the owner has to find out why it still alarmed. */
export const staleTasks = (hit: Pick<HitRow, 'id' | 'state' | 'ownerState'>, openedAt: Date) => [
  { hitId: hit.id, kind: 'RELEASE' as const, state: hit.state, side: 'SECOND_LINE' as const, openedAt },
  { hitId: hit.id, kind: 'STALE_ALERT' as const, state: hit.ownerState, side: 'OWNER' as const, openedAt },
];

/** The person was found: of a decided hit, whatever was done with him. */
const FOUND: readonly (string | undefined)[] = ['ARRESTED', 'LOCATED'];

export function createHitSteps({ database, vault, reference, alerts }: HitDeps) {
  async function followAnswer(tx: Tx, actor: Actor, hit: HitRow, verb: HitVerb): Promise<void> {
    if (verb === 'owner-withdraw') await openTasks(tx.db, staleTasks(hit, tx.now));
    if (verb === 'owner-confirm' || verb === 'owner-withdraw')
      await finishTasks(tx.db, hit.id, ['OWNER_SILENT'], { by: actor.id, at: tx.now });
  }

  async function follow(
    tx: Tx,
    actor: Actor,
    hit: HitRow,
    verb: HitVerb,
    words: HitWords,
    clocks: HitClocks,
  ) {
    const done = { by: actor.id, at: tx.now };
    await followAnswer(tx, actor, hit, verb);
    if (verb === 'cannot-decide')
      await openTasks(tx.db, [
        { hitId: hit.id, kind: 'RECORD_QUALITY', state: hit.ownerState, side: 'OWNER', openedAt: tx.now },
      ]);
    if (verb === 'act') await finishTasks(tx.db, hit.id, ['RELEASE', 'OWNER_SILENT'], done);
    if (hit.decision === 'CONFIRMED' && FOUND.includes(words.taken?.action))
      await alerts.followCase(tx, actor, hit.alertId, 'locate', `hit ${hit.reference}`);
    if (verb === 'not-same')
      await rememberNotSame(tx, actor, hit, words.reason ?? 'OTHER', clocks.notSameYears);
  }

  async function writeStep(
    tx: Tx,
    actor: Actor,
    hit: HitRow,
    verb: HitVerb,
    from: HitStatus,
    to: HitStatus,
    note?: string,
  ) {
    await addStep(tx.db, {
      hitId: hit.id,
      verb,
      from,
      to,
      actorId: actor.id,
      state: actor.state,
      at: tx.now,
      note: note === undefined ? null : vault.encrypt(HIT_NOTE, note),
    });
    tx.audit({
      type: 'hit.step',
      data: { verb, from, to },
      subject: { type: 'hit', id: hit.id },
      ...(note !== undefined && { secret: note }),
    });
    await addEvent(tx.db, {
      at: tx.now,
      type: 'hit.changed',
      hitId: hit.id,
      checkId: hit.checkId,
      state: hit.state,
      data: { verb, status: to },
    });
    await emit(tx, hitChanged({ ...hit, hitId: hit.id }, verb, to));
  }

  /** Of a confirmed arrest alert the owner is asked in the same breath, so that nobody forgets to. */
  const asksAtOnce = (hit: HitRow, verb: HitVerb): boolean => verb === 'confirm' && isArrest(hit.alertType);

  function askedOf(words: HitWords, now: Date, clocks: HitClocks) {
    const urgency = words.urgency ?? 'URGENT';
    return { urgency, askedAt: now, answerDueAt: answerDueAt(now, urgency, clocks), answer: null };
  }

  function demandPast(words: HitWords, hit: HitRow, now: Date): void {
    if (!words.taken) return;
    const at = new Date(words.taken.at);
    if (at > now) throw new Problem('validation-failed', [{ at: '/at', code: 'IN_FUTURE' }]);
    // People and forms give a time in minutes or seconds: within the minute of the check nothing is before it.
    if (at.getTime() < Math.floor(hit.at.getTime() / MINUTE) * MINUTE)
      throw new Problem('validation-failed', [{ at: '/at', code: 'before-the-check' }]);
  }

  async function takeStep(
    actor: Actor,
    id: string,
    version: number,
    verb: HitVerb,
    words: HitWords,
  ): Promise<HitReceipt> {
    // Read before the transaction: who waits for a second connection while he holds one may wait for ever.
    const clocks = await reference.hitClocks();
    return database.transaction(actor, async (tx) => {
      const reader = hitReaderOf(actor, verb === 'acknowledge' ? verb : undefined);
      const hit = await findHit(tx.db, id, reader, tx.now, true);
      if (!hit) throw notFound();
      if (hit.version !== version) throw new Problem('version-mismatch');
      const step: HitStep = takeHitStep(hit, verb, {
        ...factsOf(actor, hit, tx.now),
        hasNote: words.note !== undefined,
        ...(words.identifiers && { identifiers: words.identifiers }),
        ...(words.taken && { action: words.taken.action }),
      });
      if (!step.ok) throw refused(step, verb);
      demandPast(words, hit, tx.now);
      const from = effectiveHitStatus(hit, tx.now);
      await writeStep(tx, actor, hit, verb, from, step.to, words.note);
      const asks = asksAtOnce(hit, verb) || verb === 'ask-owner';
      if (asksAtOnce(hit, verb)) await writeStep(tx, actor, hit, 'ask-owner', step.to, 'OWNER_ASKED');
      const status: HitStatus = asks ? 'OWNER_ASKED' : step.to;
      await follow(tx, actor, hit, verb, words, clocks);
      const changed = {
        status,
        ...consequences(verb, actor, words, tx.now),
        ...(asks && askedOf(words, tx.now, clocks)),
      };
      const newVersion = await updateHit(tx.db, id, changed);
      const after = { ...hit, ...changed, version: newVersion } as HitRow;
      return {
        id,
        version: newVersion,
        status,
        allowed: [...allowedHitSteps(after, factsOf(actor, after, tx.now))],
      };
    });
  }

  /**
   * What the owner said in the installation that keeps the alert; his words stay there.
   * @returns false when the hit is past it
   */
  async function takeOwnerWord(tx: Tx, actor: Actor, hitId: string, verb: OwnerVerb): Promise<boolean> {
    const hit = await lockHit(tx.db, hitId, tx.now);
    if (!hit) return false;
    const facts = { now: tx.now, actorId: actor.id, capacities: ['OWNER'], hasNote: true } as const;
    const step = takeHitStep(hit, verb, facts);
    if (!step.ok) return false;
    await writeStep(tx, actor, hit, verb, effectiveHitStatus(hit, tx.now), step.to);
    await followAnswer(tx, actor, hit, verb);
    await updateHit(tx.db, hitId, { status: step.to, ...consequences(verb, actor, {}, tx.now) });
    return true;
  }

  return { takeStep, takeOwnerWord };
}
