// Looking at a case: its file, its timeline, its transitions. Every look is kept before it is answered.
import type { Actor } from '../../domain/access/actor.ts';
import { type ClockEntry, eventsOf, runClocks } from '../../domain/cases/case-clocks.ts';
import type { CaseFacts } from '../../domain/cases/facts.ts';
import { mayAct, missingFor, stepsFrom } from '../../domain/cases/judge.ts';
import { type CaseVerb, stepOf } from '../../domain/cases/procedure.ts';
import type { CaseState, Side } from '../../domain/cases/vocabulary.ts';
import { rulesOf } from '../../domain/treaties/profile.ts';
import { asProblem } from '../../platform/database/problems.ts';
import { caseGuardTexts } from '../../platform/i18n/case-guards.ts';
import { newId } from '../../platform/ids.ts';
import { clockOf, readChanges } from './clock-store.ts';
import { readGroup } from './competing-store.ts';
import { type Gathered, gather } from './facts.ts';
import { type CaseDeps, caseActorOf, openForReading, privateSideOf, sideOf } from './parts.ts';
import { type CaseFile, type Db, readRegistryNumber, readTimeline } from './store.ts';
import { caseViewOf } from './view.ts';
import type { CaseView, TransitionsView } from './view-contract.ts';

const TIMELINE_PAGE = 200;

/** Clocks that would change if the step were taken now. */
function foresee(
  verb: CaseVerb,
  facts: CaseFacts,
  gathered: Gathered,
  zone: string,
): TransitionsView['items'][number]['clocks'] {
  const names = eventsOf(verb, facts, { given: [] });
  const work = {
    clocks: gathered.clocks.map(clockOf),
    rules: rulesOf(facts.law),
    zone,
    makeId: () => newId(),
  };
  const events = names.map((name) => ({ name, at: facts.now, until: facts.now }));
  const { log } = runClocks(work, events, stepOf(verb).stops, facts.now);
  const keyOf = (entry: Exclude<ClockEntry, { kind: 'START' }>) =>
    gathered.clocks.find(({ id }) => id === entry.id)?.key ?? '';
  const keys = (kind: 'STOP' | 'PAUSE' | 'RESUME') =>
    log.flatMap((entry) => (entry.kind === kind ? [keyOf(entry)] : []));
  return {
    start: log.flatMap((entry) =>
      entry.kind === 'START'
        ? [
            {
              key: entry.clock.rule.key,
              // From a date that is still to be agreed nothing can be reckoned.
              dueAt:
                entry.event === 'SURRENDER_SET' || entry.clock.rule.length === null
                  ? null
                  : entry.clock.dueAt.toISOString(),
            },
          ]
        : [],
    ),
    stop: keys('STOP'),
    pause: keys('PAUSE'),
    resume: keys('RESUME'),
  };
}

export function createCaseReading(deps: CaseDeps) {
  const { database, clock, treaties } = deps;
  const guarded = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error) => Promise.reject(asProblem(error)));
  const looked = (actor: Actor, id: string, part: string) =>
    database.record(actor, { type: 'case.viewed', data: { part }, subject: { type: 'case', id } });

  async function competingOf(db: Db, file: CaseFile): Promise<{ size: number; released: boolean }> {
    const group = file.competingGroupId === null ? null : await readGroup(db, file.competingGroupId);
    return { size: group?.cases.length ?? 0, released: group !== null && group.releasedAt !== null };
  }

  return {
    async getCase(actor: Actor, id: string): Promise<CaseView> {
      const db = database.prisma;
      const file = await guarded(openForReading(db, actor, id));
      const gathered = await guarded(gather(deps, db, file, clock.now()));
      const [changes, registryNumber, zone, competing] = await guarded(
        Promise.all([
          readChanges(
            db,
            gathered.clocks.map((row) => row.id),
          ),
          readRegistryNumber(db, file.personId),
          treaties.zoneIn(db, file.requestedState),
          competingOf(db, file),
        ]),
      );
      await looked(actor, id, 'file');
      return caseViewOf(actor, { file, gathered, changes, registryNumber, zone, competing });
    },

    async getTimeline(actor: Actor, id: string, after: number) {
      const file = await guarded(openForReading(database.prisma, actor, id));
      const rows = await guarded(
        readTimeline(database.prisma, id, privateSideOf(actor, file), after, TIMELINE_PAGE),
      );
      await looked(actor, id, 'timeline');
      const items = rows.slice(0, TIMELINE_PAGE);
      const own = actor.state;
      return {
        items: items.map((row) => ({
          seq: row.seq,
          at: row.at.toISOString(),
          occurredAt: row.occurredAt.toISOString(),
          kind: row.kind,
          verb: row.verb,
          from: row.from,
          to: row.to,
          side: row.side as Side | 'SYSTEM',
          shared: row.visibleTo === 'BOTH',
          // Who sat at the desk of the other state is that state's business; in what role he acted is not.
          actorId: row.side === sideOf({ state: own }, file) ? row.actorId : null,
          role: row.role,
          actedBy: row.actedBy,
          reason: row.reason,
          documents: row.documents,
          legalRef: row.legalRef,
          data: row.data as Record<string, unknown>,
        })),
        nextAfter: rows.length > TIMELINE_PAGE ? (items.at(-1)?.seq ?? null) : null,
      };
    },

    async getTransitions(actor: Actor, id: string): Promise<TransitionsView> {
      const db = database.prisma;
      const file = await guarded(openForReading(db, actor, id));
      const gathered = await guarded(gather(deps, db, file, clock.now()));
      const zone = await guarded(treaties.zoneIn(db, file.requestedState));
      const { facts } = gathered;
      const who = caseActorOf(actor, file);
      await looked(actor, id, 'transitions');
      return {
        state: file.state as CaseState,
        version: file.version,
        items: stepsFrom(facts).map(({ verb, to }) => {
          const step = stepOf(verb);
          const mine = mayAct(step, who);
          // What the other side still lacks is that side's affair.
          const missing = mine ? missingFor(verb, facts, who) : { guards: [], documents: [] };
          return {
            verb,
            no: step.no,
            to,
            side: step.side,
            roles: [...step.roles],
            mine,
            ready: mine && missing.guards.length + missing.documents.length === 0,
            missingGuards: missing.guards.map((code) => ({
              code,
              text: caseGuardTexts[code][actor.locale],
            })),
            missingDocuments: [...missing.documents],
            inputs: [...step.inputs],
            clocks: foresee(verb, facts, gathered, zone),
          };
        }),
      };
    },
  };
}
