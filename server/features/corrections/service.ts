// Proposals to correct records of another side: the owner accepts or refuses, and whoever was shown the error is told.
import { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import { may } from '../../domain/access/actor.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import { addDays } from '../../domain/retention/periods.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import { newId } from '../../platform/ids.ts';
import type { Vault } from '../../platform/security/vault.ts';
import type { PersonAccess } from '../persons/service.ts';
import type { ReferenceService } from '../reference/service.ts';
import type { SubjectRequestService } from '../subject-requests/service.ts';
import type {
  CorrectionAnswer,
  CorrectionBody,
  CorrectionPage,
  CorrectionQuery,
  CorrectionView,
} from './contract.ts';
import { type CorrectionRow, createCorrectionStore, decideCorrection, insertCorrection } from './store.ts';

const CONTENT = 'correction_proposal.content';
const ANSWER = 'correction_proposal.answer';

export interface CorrectionService {
  /** @throws Problem `not-found` for a person that the actor may not see, `conflict` for a record of his own state */
  propose(actor: Actor, body: CorrectionBody): Promise<CorrectionView>;
  list(actor: Actor, query: CorrectionQuery): Promise<CorrectionPage>;
  get(actor: Actor, id: string): Promise<CorrectionView>;
  /** @throws Problem `forbidden` for everybody but the owner's state */
  decide(
    actor: Actor,
    id: string,
    version: number,
    status: 'ACCEPTED' | 'REFUSED',
    body: CorrectionAnswer,
  ): Promise<CorrectionView>;
}

export interface CorrectionParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly persons: Pick<PersonAccess, 'openForReading'>;
  readonly reference: Pick<ReferenceService, 'subjectRequestPeriods'>;
  readonly subjectRequests: Pick<SubjectRequestService, 'tellRecipients'>;
}

const idPlace = z.tuple([z.uuid()]);
const content = z.object({ wrong: z.string(), right: z.string(), proof: z.string() });

const stateOf = (actor: Actor): string => {
  if (actor.state === null) throw notFound();
  return actor.state;
};

export function createCorrectionService(parts: CorrectionParts): CorrectionService {
  const { database, clock, vault, persons, reference, subjectRequests } = parts;
  const store = createCorrectionStore(database.pool);
  const sealed = (context: string, text: string) => new Uint8Array(vault.encrypt(context, text));

  const viewOf = (row: CorrectionRow, actor: Actor): CorrectionView => ({
    ...{ id: row.id, personId: row.personId, registryNumber: row.registryNumber, version: row.version },
    ...{ ownerState: row.ownerState, proposerState: row.proposerState, status: row.status },
    ...content.parse(JSON.parse(vault.decrypt(CONTENT, row.content))),
    part: row.part as CorrectionView['part'],
    proposedAt: row.proposedAt.toISOString(),
    answer: row.answer && vault.decrypt(ANSWER, row.answer),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    mayDecide: row.status === 'PROPOSED' && row.ownerState === actor.state && may(actor, 'correction.decide'),
  });

  async function find(actor: Actor, id: string): Promise<CorrectionRow> {
    const row = await store.find(stateOf(actor), id);
    if (!row) throw notFound();
    return row;
  }

  return {
    async propose(actor, { personId, part, ...words }) {
      const { agencyId } = actor;
      const state = stateOf(actor);
      if (agencyId === null) throw notFound();
      const person = await persons.openForReading(actor, personId);
      const ownerState = person.row.sourceState;
      // Whose record it is corrects it.
      if (ownerState === state) throw new Problem('conflict', [{ at: '/personId', code: 'own-record' }]);
      const id = newId(clock.now().getTime());
      await database.transaction(actor, async (tx) => {
        await insertCorrection(tx, {
          ...{ id, personId, ownerState, part, proposerState: state, proposerAgencyId: agencyId },
          ...{ proposedBy: actor.id, proposedAt: tx.now, content: sealed(CONTENT, JSON.stringify(words)) },
        });
        tx.audit({
          type: 'correction.proposed',
          data: { personId, part },
          subject: { type: 'correction', id },
        });
      });
      return viewOf(await find(actor, id), actor);
    },

    async list(actor, { limit, cursor, status, personId }) {
      const before = cursor === undefined ? null : decodeCursor(cursor, idPlace)[0];
      const rows = await store.list(stateOf(actor), {
        ...{ status: status ?? null, personId: personId ?? null, before, limit: limit + 1 },
      });
      const page = toPage(rows, limit, ({ id }) => [id]);
      await database.record(actor, { type: 'correction.listed', data: { count: page.items.length } });
      return { ...page, items: page.items.map((row) => viewOf(row, actor)) };
    },

    async get(actor, id) {
      const view = viewOf(await find(actor, id), actor);
      await database.record(actor, {
        type: 'correction.viewed',
        data: {},
        subject: { type: 'correction', id },
      });
      return view;
    },

    async decide(actor, id, version, status, { answer }) {
      const row = await find(actor, id);
      if (row.ownerState !== actor.state) throw new Problem('forbidden');
      if (row.version !== version) throw new Problem('version-mismatch');
      if (row.status !== 'PROPOSED') throw new Problem('transition-not-allowed', [], { status: row.status });
      const { confirmDays } = await reference.subjectRequestPeriods();
      await database.transaction(actor, async (tx) => {
        const change = { status, decidedBy: actor.id, answer: sealed(ANSWER, answer) };
        if (!(await decideCorrection(tx, row, change))) throw new Problem('version-mismatch');
        const recipients =
          status === 'ACCEPTED'
            ? await subjectRequests.tellRecipients(
                tx,
                'CORRECTED',
                row.personId,
                row.ownerState,
                addDays(tx.now, confirmDays),
              )
            : 0;
        tx.audit({
          type: 'correction.decided',
          data: { personId: row.personId, accepted: status === 'ACCEPTED', recipients },
          subject: { type: 'correction', id },
        });
      });
      return viewOf(await find(actor, id), actor);
    },
  };
}
