// The search engine as the mirror uses it: few verbs, each of which either happened or says how it failed.
import {
  type EnqueuedTask,
  Meilisearch,
  MeilisearchApiError,
  type MultiSearchQueryWithFederation,
  type Settings,
  type Task,
} from 'meilisearch';

/** The engine is away, too slow or without room: the same work may succeed later. */
export class EngineUnavailable extends Error {
  override readonly name = 'EngineUnavailable';
}

/** The engine understood and said no: the same work will fail again. */
export class EngineRefused extends Error {
  override readonly name = 'EngineRefused';
  readonly code: string;
  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

export interface EngineDocument {
  readonly id: string;
}

/** What a document was sent with, to be compared without reading all of it. */
export interface Fingerprint {
  readonly id: string;
  readonly h: string;
}

/** What was asked of the engine and not yet done; `tag` came back with the task, so that no other task is taken for it. */
export interface Ticket {
  readonly uid: number;
  readonly index: string;
  readonly tag: string;
}

export interface Outcome {
  readonly ticket: Ticket;
  /** `lost`: the engine knows no such task, or another one under its number. */
  readonly status: 'succeeded' | 'failed' | 'lost';
  readonly code: string | null;
  readonly received: number;
  readonly indexed: number;
}

export interface IndexFacts {
  /** When the engine made the index; another moment means another index. */
  readonly createdAt: string;
  readonly primaryKey: string | null;
}

export interface EngineAddress {
  readonly url: string;
  readonly key: string | undefined;
}

/** Wrong in themselves: any later attempt fails too. Everything else may be the engine's own trouble. */
const WRONG_DOCUMENT = /^(invalid_document|missing_document_id|document_fields_limit|max_fields_limit)/;
export const isWrongDocument = (code: string | null): boolean => code !== null && WRONG_DOCUMENT.test(code);

const WRITE_TIMEOUT_MS = 120_000;
const CANARY_TIMEOUT_MS = 300;
const POLL_FROM_MS = 25;
const POLL_TO_MS = 1_000;
const TASKS_AT_ONCE = 200;

// Anything compressed is sent in pieces, and each stalls for 40 ms.
const requestInit = { headers: { 'accept-encoding': 'identity' } };

/** @throws EngineUnavailable or EngineRefused, whatever the client threw */
function translate(error: unknown): never {
  if (error instanceof MeilisearchApiError && error.cause) {
    const { code, message } = error.cause;
    const { status } = error.response;
    // A full disk answers large writes with `malformed_payload`.
    if (status < 500 && ![408, 422, 429].includes(status) && code !== 'malformed_payload')
      throw new EngineRefused(code, message);
    throw new EngineUnavailable(`${status} ${code}`, { cause: error });
  }
  // A proxy's page instead of JSON, no connection, no answer in time.
  throw new EngineUnavailable((error as Error).message ?? 'no answer', { cause: error });
}

async function attempt<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    return translate(error);
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export type SearchEngine = ReturnType<typeof createSearchEngine>;

/** An engine that connects when it is first asked. */
export function createSearchEngine({ url, key }: EngineAddress) {
  const settings = { host: url, ...(key !== undefined && { apiKey: key }), requestInit };
  const client = new Meilisearch({ ...settings, timeout: WRITE_TIMEOUT_MS });
  const ticketOf = (task: EnqueuedTask, tag: string): Ticket => ({
    uid: task.taskUid,
    index: task.indexUid ?? '',
    tag,
  });

  async function tasksOf(tickets: readonly Ticket[]): Promise<Map<number, Task>> {
    const found = new Map<number, Task>();
    for (let at = 0; at < tickets.length; at += TASKS_AT_ONCE) {
      const uids = tickets.slice(at, at + TASKS_AT_ONCE).map(({ uid }) => uid);
      const { results } = await attempt(() => client.tasks.getTasks({ uids, limit: uids.length }));
      for (const task of results) found.set(task.uid, task);
    }
    return found;
  }

  /** Waits for tasks to end, however long; @throws when the engine goes away or `signal` says that nobody waits */
  async function outcomes(tickets: readonly Ticket[], signal?: AbortSignal): Promise<Outcome[]> {
    const done = new Map<Ticket, Outcome>();
    for (let wait = POLL_FROM_MS; ; wait = Math.min(POLL_TO_MS, wait * 1.5)) {
      const open = tickets.filter((ticket) => !done.has(ticket));
      const tasks = await tasksOf(open);
      for (const ticket of open) {
        const outcome = outcomeOf(ticket, tasks.get(ticket.uid));
        if (outcome) done.set(ticket, outcome);
      }
      if (done.size === tickets.length) return tickets.map((ticket) => done.get(ticket) as Outcome);
      if (signal?.aborted) throw new EngineUnavailable('stopped while waiting');
      await pause(wait);
    }
  }

  /** Waits for one task that must succeed. */
  async function finish(enqueue: () => PromiseLike<EnqueuedTask>): Promise<void> {
    const { taskUid } = await attempt(enqueue);
    const task = await attempt(() => client.tasks.waitForTask(taskUid, { timeout: 0, interval: 50 }));
    if (task.status === 'succeeded') return;
    const code = task.error?.code ?? task.status;
    if (['internal', 'io_error', 'no_space_left_on_device'].includes(code)) throw new EngineUnavailable(code);
    throw new EngineRefused(code, task.error?.message ?? '');
  }

  return {
    version: async () => (await attempt(() => client.getVersion())).pkgVersion,

    /** @returns null when the engine has no such index */
    async index(uid: string): Promise<IndexFacts | null> {
      try {
        const { createdAt, primaryKey } = await attempt(() => client.getRawIndex(uid));
        return { createdAt: String(createdAt), primaryKey: primaryKey ?? null };
      } catch (error) {
        if (error instanceof EngineRefused && error.code === 'index_not_found') return null;
        throw error;
      }
    },
    indexes: async () =>
      (await attempt(() => client.getRawIndexes({ limit: 100 }))).results.map(({ uid }) => uid),
    create: (uid: string) => finish(() => client.createIndex(uid, { primaryKey: 'id' })),
    /** Nothing to delete is as good as deleted. */
    drop: async (uid: string) =>
      finish(() => client.deleteIndex(uid)).catch((error) => {
        if (!(error instanceof EngineRefused && error.code === 'index_not_found')) throw error;
      }),
    swap: (left: string, right: string) =>
      finish(() => client.swapIndexes([{ indexes: [left, right], rename: false }])),

    settings: (uid: string): Promise<Settings> => attempt(() => client.index(uid).getSettings()),
    apply: (uid: string, wanted: Settings) => finish(() => client.index(uid).updateSettings(wanted)),

    async count(uid: string): Promise<number> {
      const { results: _, total } = await attempt(() => client.index(uid).getDocuments({ limit: 0 }));
      return total;
    },
    put: async (uid: string, documents: readonly EngineDocument[], tag: string): Promise<Ticket> =>
      ticketOf(
        await attempt(() =>
          client.index(uid).addDocuments([...documents], { primaryKey: 'id', customMetadata: tag }),
        ),
        tag,
      ),
    remove: async (uid: string, ids: readonly string[], tag: string): Promise<Ticket> =>
      ticketOf(
        await attempt(() => client.index(uid).deleteDocuments([...ids], { customMetadata: tag })),
        tag,
      ),
    outcomes,

    /** @returns what is held of the documents, with the fingerprints they were sent with */
    async fingerprints(uid: string, ids: readonly string[]): Promise<Fingerprint[]> {
      if (ids.length === 0) return [];
      const { results } = await attempt(() =>
        client
          .index(uid)
          .getDocuments<Fingerprint>({ ids: [...ids], fields: ['id', 'h'], limit: ids.length }),
      );
      return results.map(asFingerprint);
    },
    /** @returns the fingerprints of the documents after `after`, in order of id */
    async page(uid: string, after: string | null, limit: number): Promise<Fingerprint[]> {
      const { results } = await attempt(() =>
        client.index(uid).getDocuments<Fingerprint>({
          sort: ['id:asc'],
          limit,
          fields: ['id', 'h'],
          ...(after !== null && { filter: [`id > ${quoted(after)}`] }),
        }),
      );
      return results.map(asFingerprint);
    },

    /** Something small that only a healthy index answers in time. */
    canary: (uid: string) =>
      attempt(() =>
        client.index(uid).search('', { limit: 1 }, { signal: AbortSignal.timeout(CANARY_TIMEOUT_MS) }),
      ),
    /** One federated search; @returns the ids of the hits, best first */
    async ids(
      queries: readonly MultiSearchQueryWithFederation[],
      limit: number,
      timeoutMs: number,
    ): Promise<string[]> {
      const answer = await attempt(() =>
        client.multiSearch<
          { queries: MultiSearchQueryWithFederation[]; federation: { limit: number } },
          EngineDocument
        >({ queries: [...queries], federation: { limit } }, { signal: AbortSignal.timeout(timeoutMs) }),
      );
      return answer.hits.map(({ id }) => id);
    },

    /** Makes keys with fixed ids, so that a second call finds the first one's. Needs the master key. */
    async createKeys(wanted: readonly KeyWanted[]): Promise<{ name: string; key: string }[]> {
      const { results } = await attempt(() => client.getKeys({ limit: 100 }));
      return Promise.all(
        wanted.map(async ({ uid, name, actions, indexes }) => {
          const known = results.find((one) => one.uid === uid);
          const { key: secret } =
            known ??
            (await attempt(() =>
              client.createKey({
                uid,
                name,
                actions: [...actions],
                indexes: [...indexes],
                expiresAt: null,
              } as never),
            ));
          return { name, key: secret };
        }),
      );
    },
    /** Takes away the keys that the engine made by itself, among them one that may do everything. */
    async dropOtherKeys(kept: readonly string[]): Promise<number> {
      const { results } = await attempt(() => client.getKeys({ limit: 100 }));
      const others = results.filter(({ uid }) => !kept.includes(uid));
      for (const { uid } of others) await attempt(() => client.deleteKey(uid));
      return others.length;
    },
  };
}

export interface KeyWanted {
  readonly uid: string;
  readonly name: string;
  readonly actions: readonly string[];
  readonly indexes: readonly string[];
}

/** A value of a filter: quoted and escaped, so that nothing in it is read as a part of the filter. */
export const quoted = (value: string): string => JSON.stringify(value);

/** A document that somebody else put there has no fingerprint, and equals none. */
const asFingerprint = ({ id, h }: Partial<Fingerprint>): Fingerprint => ({ id: String(id), h: h ?? '' });

function outcomeOf(ticket: Ticket, task: Task | undefined): Outcome | null {
  const none = { ticket, code: null, received: 0, indexed: 0 };
  const metadata = (task as { customMetadata?: string } | undefined)?.customMetadata;
  // After a wiped data folder numbers begin anew: a stranger's task may carry ours.
  if (!task || metadata !== ticket.tag) return { ...none, status: 'lost' };
  const { status, details, error } = task;
  if (status === 'enqueued' || status === 'processing') return null;
  const received = details?.receivedDocuments ?? 0;
  const indexed = details?.indexedDocuments ?? 0;
  if (status === 'succeeded') return { ...none, status: 'succeeded', received, indexed };
  if (status === 'canceled') return { ...none, status: 'lost' };
  return { ticket, status: 'failed', code: error?.code ?? null, received, indexed };
}
