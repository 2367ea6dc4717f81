// Hears what other processes announce through PostgreSQL (LISTEN/NOTIFY), and says when it may have missed something.
import pg from 'pg';

export interface Listener {
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

  function lost(broken: pg.Client): void {
    if (client !== broken) return;
    client = null;
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
      .then(onGap)
      .catch(() => lost(fresh));
  }

  connect();
  return {
    async close() {
      closed = true;
      if (retry) clearTimeout(retry);
      const last = client;
      client = null;
      await last?.end().catch(() => undefined);
    },
  };
}
