// Competing requests: the requested state sees all of them in one group, decides by recorded criteria, and tells no more.
import type { Actor } from '../../domain/access/actor.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import type { Tx } from '../../platform/database/database.ts';
import { readGroup, updateGroup } from './competing-store.ts';
import type { CompetingDecision } from './list-contract.ts';
import { type CaseDeps, demandWorker, openForReading, sideOf } from './parts.ts';
import { addEvents, lockCase } from './store.ts';

export function createCompeting(deps: CaseDeps) {
  async function open(db: Tx['db'], actor: Actor, caseId: string) {
    const file = await openForReading(db, actor, caseId);
    // For a requesting state there is no group, whether or not there is one.
    if (sideOf(actor, file) !== 'RD' || file.competingGroupId === null) throw notFound();
    const group = await readGroup(db, file.competingGroupId);
    if (!group || group.cases.length < 2) throw notFound();
    return group;
  }
  const viewOf = (group: Awaited<ReturnType<typeof open>>) => ({
    id: group.id,
    personId: group.personId,
    criteria: group.criteria as { criterion: string; note: string }[],
    preferredCaseId: group.preferredCaseId,
    decidedAt: group.decidedAt?.toISOString() ?? null,
    releasedAt: group.releasedAt?.toISOString() ?? null,
    cases: group.cases.map((row) => ({
      id: row.id,
      caseNumber: row.caseNumber,
      requestingState: row.requestingState,
      state: row.state,
      treaty: row.treatyCode,
      createdAt: row.createdAt.toISOString(),
    })),
    version: group.version,
  });

  return {
    async readCompeting(actor: Actor, caseId: string) {
      demandWorker(actor);
      const group = await open(deps.database.prisma, actor, caseId);
      await deps.database.record(actor, {
        type: 'case.viewed',
        data: { part: 'competing' },
        subject: { type: 'case', id: caseId },
      });
      return viewOf(group);
    },

    async decideCompeting(actor: Actor, caseId: string, version: number, body: CompetingDecision) {
      if (!actor.roles.includes('PRO')) throw new Problem('forbidden');
      return deps.database.transaction(actor, async (tx) => {
        const group = await open(tx.db, actor, caseId);
        if (group.version !== version) throw new Problem('version-mismatch');
        if (!group.cases.some(({ id }) => id === body.preferredCaseId))
          throw new Problem('validation-failed', [{ at: '/preferredCaseId', code: 'not-of-this-group' }]);
        await updateGroup(tx.db, group.id, {
          criteria: body.criteria,
          preferredCaseId: body.preferredCaseId,
          decidedBy: actor.id,
          decidedAt: tx.now,
        });
        for (const { id } of group.cases) {
          await lockCase(tx.db, id);
          await addEvents(tx, id, [
            {
              kind: 'COMPETING',
              side: 'RD',
              visibleTo: 'RD',
              actorId: actor.id,
              role: 'PRO',
              data: { preferred: id === body.preferredCaseId, criteria: body.criteria },
            },
          ]);
        }
        tx.audit({
          type: 'case.competing-decided',
          data: { groupId: group.id },
          subject: { type: 'case', id: caseId },
        });
        return viewOf(await open(tx.db, actor, caseId));
      });
    },

    /** From now on each requesting state may know that another request exists, and no more than that. */
    async releaseCompeting(actor: Actor, caseId: string, version: number) {
      if (!actor.roles.includes('PRO')) throw new Problem('forbidden');
      return deps.database.transaction(actor, async (tx) => {
        const group = await open(tx.db, actor, caseId);
        if (group.version !== version) throw new Problem('version-mismatch');
        await updateGroup(tx.db, group.id, { releasedAt: tx.now });
        for (const { id } of group.cases) {
          await lockCase(tx.db, id);
          await addEvents(tx, id, [
            { kind: 'OTHER_REQUEST_EXISTS', side: 'RD', visibleTo: 'BOTH', actorId: actor.id, role: 'PRO' },
          ]);
        }
        tx.audit({
          type: 'case.competing-released',
          data: { groupId: group.id },
          subject: { type: 'case', id: caseId },
        });
        return viewOf(await open(tx.db, actor, caseId));
      });
    },
  };
}
