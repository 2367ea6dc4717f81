// Brings rows into the indexes and says what became of them: nothing is taken for delivered before the engine's task has
// succeeded with every document, and nothing for deleted before a read found nothing.
import { randomUUID } from 'node:crypto';
import {
  EngineUnavailable,
  type Fingerprint,
  isWrongDocument,
  type Outcome,
  type SearchEngine,
  type Ticket,
} from '../meilisearch/engine.ts';
import type { Confirmation } from './books.ts';
import { fingerprint, type MirrorDefinition, type MirroredRow } from './definition.ts';

/** What was sent and not yet confirmed. */
export interface Sent {
  readonly rows: readonly MirroredRow[];
  /** Rows that no longer exist. */
  readonly gone: readonly string[];
  readonly puts: readonly Put[];
  readonly removals: readonly Removal[];
}

interface Put {
  readonly ticket: Ticket;
  readonly documents: readonly Fingerprint[];
}

interface Removal {
  readonly ticket: Ticket;
  readonly ids: readonly string[];
}

export type Delivered = Pick<Confirmation, 'whole' | 'partial' | 'quarantined' | 'deletions'>;

const newTag = () => `izdoo:${randomUUID()}`;

/** Sends rows to every index of the list; the answer is waited for in `settle`. */
export async function send(
  engine: SearchEngine,
  definition: MirrorDefinition,
  uids: readonly string[],
  rows: readonly MirroredRow[],
  gone: readonly string[],
): Promise<Sent> {
  const documents = rows.flatMap(({ document }) =>
    document ? [fingerprint(document, definition.mapperVersion)] : [],
  );
  const ids = [...gone, ...rows.filter(({ document }) => !document).map(({ id }) => id)];
  const puts: Put[] = [];
  const removals: Removal[] = [];
  for (const uid of uids) {
    if (documents.length > 0) puts.push({ ticket: await engine.put(uid, documents, newTag()), documents });
    if (ids.length > 0) removals.push({ ticket: await engine.remove(uid, ids, newTag()), ids });
  }
  return { rows, gone, puts, removals };
}

/** @throws EngineUnavailable when anything is not certain: the rows are then sent again, which changes nothing twice */
export async function settle(engine: SearchEngine, sent: Sent, signal?: AbortSignal): Promise<Delivered> {
  const tickets = [...sent.puts, ...sent.removals].map(({ ticket }) => ticket);
  const outcomes = new Map(
    (await engine.outcomes(tickets, signal)).map((outcome) => [outcome.ticket, outcome]),
  );
  const quarantined = new Map<string, string>();
  for (const put of sent.puts) {
    const outcome = outcomes.get(put.ticket) as Outcome;
    if (outcome.status === 'failed' && isWrongDocument(outcome.code)) {
      for (const [id, problem] of await findWrong(engine, put, outcome.code ?? '', signal))
        quarantined.set(id, problem);
    } else {
      demandSuccess(outcome);
      if (outcome.indexed !== put.documents.length)
        throw new EngineUnavailable(`of ${put.documents.length} documents ${outcome.indexed} were indexed`);
    }
  }
  const deletions: Delivered['deletions'][number][] = [];
  for (const { ticket, ids } of sent.removals) {
    const first = outcomes.get(ticket) as Outcome;
    // The engine fails all tasks that it worked on together for one wrong document: a removal is then tried alone.
    const outcome = isWrongDocument(first.code)
      ? (await engine.outcomes([await engine.remove(ticket.index, ids, newTag())], signal))[0]
      : first;
    demandSuccess(outcome as Outcome);
    const held = await engine.fingerprints(ticket.index, ids);
    if (held.length > 0) throw new EngineUnavailable(`${held.length} deleted documents are still there`);
    deletions.push(...ids.map((id) => ({ uid: ticket.index, id, task: (outcome as Outcome).ticket.uid })));
  }
  const sound = sent.rows.filter(({ id }) => !quarantined.has(id));
  return {
    whole: [...sent.gone, ...sound.filter(({ whole }) => whole).map(({ id }) => id)],
    partial: sound.filter(({ whole }) => !whole).map(({ id, document }) => ({ id, held: document !== null })),
    quarantined: [...quarantined].map(([id, problem]) => ({ id, problem })),
    deletions,
  };
}

function demandSuccess({ status, code, ticket }: Outcome): void {
  if (status !== 'succeeded')
    throw new EngineUnavailable(`task ${ticket.uid} ${status}${code ? `: ${code}` : ''}`);
}

/** One wrong document spoils its whole task: halves are sent again until it stands alone. */
async function findWrong(
  engine: SearchEngine,
  { ticket, documents }: Put,
  code: string,
  signal?: AbortSignal,
): Promise<[string, string][]> {
  if (documents.length === 1) return documents.map(({ id }) => [id, code]);
  const half = Math.ceil(documents.length / 2);
  const wrong: [string, string][] = [];
  for (const part of [documents.slice(0, half), documents.slice(half)]) {
    const again = await engine.put(ticket.index, part, newTag());
    const [outcome] = await engine.outcomes([again], signal);
    if (!outcome) continue;
    if (outcome.status === 'failed' && isWrongDocument(outcome.code))
      wrong.push(
        ...(await findWrong(engine, { ticket: again, documents: part }, outcome.code ?? '', signal)),
      );
    else demandSuccess(outcome);
  }
  return wrong;
}
