// What processes tell one another through PostgreSQL (LISTEN/NOTIFY): heard at once, or known to be missed.
import pg from 'pg';
import type { Tx } from './database.ts';

/** A session or an API key is no longer what a process may remember of it; the payload is its id. */
export const SESSION_ENDED = 'session_ended';
/** Payload for changes that touch many: whatever is remembered has to be read again. */
export const ALL = '*';

/** Announces the payloads to all processes when the transaction commits; the own one knows them before its caller goes on. */
export async function announce(tx: Tx, channel: string, payloads: readonly string[]): Promise<void> {
  if (payloads.length === 0) return;
  await tx.db.$executeRaw`select pg_notify(${channel}, payload) from unnest(${payloads}::text[]) as payload`;
  for (const payload of payloads) tx.tell(channel, payload);
}

export interface Listener {
  /** Whether announcements are heard now. */
  isLive(): boolean;
  close(): Promise<void>;
}

export interface ListenerHandlers {
  onMessage(payload: string): void;
  /** Announcements may have been missed: called at every loss of the connection and after every new start. */
  onGap(): void;
}

const RETRY_MS = 1_000;

/** Listens on a connection of its own to the pool's database, for as long as it is not closed. */
export function listen(pool: pg.Pool, channel: string, { onMessage, onGap }: ListenerHandlers): Listener {
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | null = null;
  let closed = false;
  let isLive = false;

  function lost(broken: pg.Client): void {
    if (client !== broken) return;
    client = null;
    isLive = false;
    void broken.end().catch(() => undefined);
    if (closed) return;
    onGap();
    retry = setTimeout(connect, RETRY_MS);
    retry.unref();
  }

  function connect(): void {
    const { connectionString } = pool.options;
    const fresh = new pg.Client({ connectionString, keepAlive: true, connectionTimeoutMillis: 2_500 });
    client = fresh;
    fresh.on('error', () => lost(fresh));
    fresh.on('end', () => lost(fresh));
    fresh.on('notification', ({ payload }) => onMessage(payload ?? ''));
    fresh
      .connect()
      .then(() => fresh.query(`listen ${fresh.escapeIdentifier(channel)}`))
      .then(() => {
        isLive = client === fresh;
        onGap();
      })
      .catch(() => lost(fresh));
  }

  connect();
  return {
    isLive: () => isLive,
    async close() {
      closed = true;
      isLive = false;
      if (retry) clearTimeout(retry);
      const last = client;
      client = null;
      await last?.end().catch(() => undefined);
    },
  };
}
