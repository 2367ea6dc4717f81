// Requests of persons about themselves: taken by one state, answered by the owner, carried out, and told to who was shown the data.
import type { Actor } from '../../domain/access/actor.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import { addDays, addMonths } from '../../domain/retention/periods.ts';
import {
  answerOf,
  type RequestSide,
  type RequestVerb,
  releaseOf,
  requestStatusAfter,
  requestVerbs,
  statusSeenBy,
} from '../../domain/subject-requests/procedure.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { nextNumber } from '../../platform/database/number-series.ts';
import { toPage } from '../../platform/http/cursor.ts';
import { newId } from '../../platform/ids.ts';
import type { Vault } from '../../platform/security/vault.ts';
import type { ReferenceService } from '../reference/service.ts';
import type { RetentionService } from '../retention/service.ts';
import { letter } from './answer.ts';
import {
  type NewRequest,
  type RequestContent,
  type RequestPage,
  type RequestQuery,
  type RequestStep,
  type RequestView,
  requestContent,
} from './contract.ts';
import { createRecipientNotices, placeOf, type RecipientNotices, stateOf } from './notices.ts';
import {
  createRequestStore,
  insertRequest,
  insertStep,
  type RequestRow,
  type StepRow,
  tellRecipients,
  updateRequest,
} from './store.ts';

const CONTENT = 'subject_request.content';
const COMMUNICATED = 'subject_request.communicated';
const NOTE = 'subject_request_step.note';

export interface SubjectRequestService extends RecipientNotices {
  receive(actor: Actor, body: NewRequest): Promise<RequestView>;
  list(actor: Actor, query: RequestQuery): Promise<RequestPage>;
  get(actor: Actor, id: string): Promise<RequestView>;
  /** @throws Problem `transition-not-allowed`, `not-found`; `conflict` where a granted erasure cannot be carried out yet */
  takeStep(actor: Actor, id: string, version: number, step: RequestStep): Promise<RequestView>;
}

export interface SubjectRequestParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly reference: Pick<ReferenceService, 'subjectRequestPeriods'>;
  readonly retention: Pick<RetentionService, 'eraseByDecision' | 'restrict'>;
}

const sidesOf = (row: RequestRow, state: string): RequestSide[] => [
  ...(row.receivedState === state ? (['RECEIVER'] as const) : []),
  ...(row.ownerState === state ? (['OWNER'] as const) : []),
];

const invalid = (at: string, code: string) => new Problem('validation-failed', [{ at, code }]);

export function createSubjectRequestService(parts: SubjectRequestParts): SubjectRequestService {
  const { database, clock, vault, reference, retention } = parts;
  const store = createRequestStore(database.pool);
  const sealed = (context: string, text: string) => new Uint8Array(vault.encrypt(context, text));

  function entryOf(row: RequestRow, state: string, now: Date) {
    const sides = sidesOf(row, state);
    const status = statusSeenBy(sides, row, now);
    return {
      ...{ id: row.id, requestNumber: row.requestNumber, type: row.type, status },
      ...{ receivedState: row.receivedState, ownerState: row.ownerState },
      receivedAt: row.receivedAt.toISOString(),
      dueAt: row.dueAt.toISOString(),
      overdue: status !== 'CLOSED' && status !== 'DECIDED' && row.dueAt <= now,
      // A version that has moved would say that somebody has decided.
      version: status === row.status ? row.version : row.version - 1,
    };
  }

  function answerTo(row: RequestRow, now: Date): RequestView['answer'] {
    if (row.decision === null || row.releaseAt === null || now < row.releaseAt) return null;
    const kind = answerOf(row.decision);
    const words = row.communicated && vault.decrypt(COMMUNICATED, row.communicated);
    const text = letter(row.requestNumber, row.type, kind === 'COMMUNICATED' ? words : null, row.locale);
    return { kind, text, at: row.releaseAt.toISOString() };
  }

  function stepsOf(
    row: RequestRow,
    steps: readonly StepRow[],
    actor: Actor,
    now: Date,
  ): RequestView['steps'] {
    const isOwner = row.ownerState === actor.state;
    const isReleased = row.releaseAt !== null && now >= row.releaseAt;
    return steps
      .filter(({ verb }) => verb !== 'decide' || isOwner || isReleased)
      .map(({ verb, state, at, actorId, note }) => ({
        ...{ verb, state },
        // To the outside a decision is made when its answer leaves.
        at: (verb === 'decide' && !isOwner && row.releaseAt ? row.releaseAt : at).toISOString(),
        actorId: state === actor.state ? actorId : null,
        note:
          state === actor.state && note !== null && mayReadWords(actor) ? vault.decrypt(NOTE, note) : null,
      }));
  }

  const mayReadWords = ({ roles }: Actor): boolean => roles.includes('DPO');

  async function viewOf(actor: Actor, row: RequestRow): Promise<RequestView> {
    const [state, now] = [stateOf(actor), clock.now()];
    const sides = sidesOf(row, state);
    const steps = await store.steps(row.id);
    return {
      ...entryOf(row, state, now),
      locale: row.locale,
      content: mayReadWords(actor)
        ? requestContent.parse(JSON.parse(vault.decrypt(CONTENT, row.content)))
        : null,
      identityProof: row.identityProof,
      sentAt: row.sentAt?.toISOString() ?? null,
      verbs: mayReadWords(actor) ? [...requestVerbs(sides, row, now)] : [],
      answer: mayReadWords(actor) ? answerTo(row, now) : null,
      owner:
        sides.includes('OWNER') && mayReadWords(actor)
          ? {
              ...{ decision: row.decision, personId: row.personId },
              decidedAt: row.decidedAt?.toISOString() ?? null,
              releaseAt: row.releaseAt?.toISOString() ?? null,
            }
          : null,
      steps: stepsOf(row, steps, actor, now),
    };
  }

  async function find(actor: Actor, id: string): Promise<RequestRow> {
    const row = await store.find(stateOf(actor), id);
    if (!row) throw notFound();
    return row;
  }

  /** What the decision changes in the registry, before it is written down: what cannot be done is not granted. */
  async function carryOut(actor: Actor, row: RequestRow, step: Extract<RequestStep, { verb: 'decide' }>) {
    const { decision, personId } = step;
    const isGranted = decision === 'GRANTED' || decision === 'PARTLY';
    if (isGranted && step.communicated === undefined) throw invalid('/communicated', 'required');
    if (personId !== undefined && !(await store.isOwnPerson(personId, stateOf(actor)))) throw notFound();
    if (!isGranted || row.type === 'ACCESS' || row.type === 'COMPLAINT') return null;
    if (personId === undefined) throw invalid('/personId', 'required');
    if (row.type === 'ERASURE') await retention.eraseByDecision(actor, personId);
    if (row.type === 'RESTRICTION') await retention.restrict(actor, personId);
    const kind = { ERASURE: 'ERASED', RESTRICTION: 'RESTRICTED', CORRECTION: 'CORRECTED' }[row.type];
    return { kind, personId };
  }

  async function changeOf(row: RequestRow, step: RequestStep, now: Date) {
    if (step.verb === 'identify') return { identityProof: step.proof };
    if (step.verb === 'send-to-owner') {
      if (!(await store.isMember(step.ownerState))) throw invalid('/ownerState', 'unknown-state');
      return { ownerState: step.ownerState, sentAt: now };
    }
    if (step.verb === 'close') return { closedAt: now };
    if (step.verb === 'appeal') return { sentAt: now, releaseAt: null, decision: null, communicated: null };
    const { ownerAnswerDays } = await reference.subjectRequestPeriods();
    return {
      decision: step.decision,
      personId: step.personId ?? null,
      decidedAt: now,
      communicated: step.communicated === undefined ? null : sealed(COMMUNICATED, step.communicated),
      releaseAt: releaseOf(row.sentAt ?? now, now, ownerAnswerDays),
    };
  }

  return {
    ...createRecipientNotices(database, clock, store),

    async receive(actor, { type, locale, receivedOn, ...content }) {
      const { agencyId } = actor;
      const state = stateOf(actor);
      if (agencyId === null) throw notFound();
      const now = clock.now();
      if (receivedOn !== undefined && receivedOn > now.toISOString().slice(0, 10))
        throw invalid('/receivedOn', 'IN_FUTURE');
      const receivedAt = receivedOn === undefined ? now : new Date(`${receivedOn}T00:00:00Z`);
      const { answerMonths } = await reference.subjectRequestPeriods();
      const id = newId(now.getTime());
      await database.transaction(actor, async (tx) => {
        const year = now.getUTCFullYear();
        const sequence = await nextNumber(tx, `subject-request:${state}:${year}`);
        await insertRequest(tx, {
          ...{ id, type, locale, receivedAt, dueAt: addMonths(receivedAt, answerMonths) },
          requestNumber: `SR-${state}-${year}-${String(sequence).padStart(5, '0')}`,
          ...{ receivedState: state, receivedAgencyId: agencyId, createdBy: actor.id },
          content: sealed(CONTENT, JSON.stringify(content satisfies RequestContent)),
        });
        tx.audit({
          type: 'request.received',
          data: { requestType: type },
          subject: { type: 'subject-request', id },
        });
      });
      return viewOf(actor, await find(actor, id));
    },

    async list(actor, { limit, cursor, status, type }) {
      const [state, now] = [stateOf(actor), clock.now()];
      const rows = await store.list(state, now, {
        ...{ status: status ?? null, type: type ?? null },
        ...{ before: placeOf(cursor), limit: limit + 1 },
      });
      const page = toPage(rows, limit, ({ id }) => [id]);
      await database.record(actor, { type: 'request.listed', data: { count: page.items.length } });
      return { ...page, items: page.items.map((row) => entryOf(row, state, now)) };
    },

    async get(actor, id) {
      const view = await viewOf(actor, await find(actor, id));
      await database.record(actor, {
        type: 'request.viewed',
        data: {},
        subject: { type: 'subject-request', id },
      });
      return view;
    },

    async takeStep(actor, id, version, step) {
      const [row, state, now] = [await find(actor, id), stateOf(actor), clock.now()];
      const seen = entryOf(row, state, now);
      if (seen.version !== version) throw new Problem('version-mismatch');
      const allowed: readonly RequestVerb[] = requestVerbs(sidesOf(row, state), row, now);
      if (!allowed.includes(step.verb))
        throw new Problem('transition-not-allowed', [], { status: seen.status, allowed });
      const change = await changeOf(row, step, now);
      const told = step.verb === 'decide' ? await carryOut(actor, row, step) : null;
      const { confirmDays } = await reference.subjectRequestPeriods();
      await database.transaction(actor, async (tx) => {
        const status = requestStatusAfter(step.verb);
        if (!(await updateRequest(tx, row, { ...change, status }))) throw new Problem('version-mismatch');
        const note = step.note === undefined ? null : sealed(NOTE, step.note);
        await insertStep(tx, { requestId: id, verb: step.verb, actorId: actor.id, state, note });
        const recipients = told
          ? await tellRecipients(tx, { ...told, ownerState: state, dueAt: addDays(tx.now, confirmDays) })
          : 0;
        tx.audit({
          type: 'request.step',
          data: { verb: step.verb, to: status, ...(told && { recipients }) },
          subject: { type: 'subject-request', id },
        });
      });
      return viewOf(actor, await find(actor, id));
    },
  };
}
