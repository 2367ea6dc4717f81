// Reads that may be some seconds old go to a streaming replica, as long as it is proved to be no older; otherwise to the primary.
import pg from 'pg';

/** Reads only; who uses it says by that that some seconds do not matter. */
export type Reader = Pick<pg.Pool, 'query'>;

export interface ReplicaStatus {
  /** It may be read now. */
  readonly used: boolean;
  /** How old its answers are at most; null while it does not answer. */
  readonly lagSeconds: number | null;
}

export interface Replica {
  readonly reader: Reader;
  status(): Promise<ReplicaStatus>;
  close(): Promise<void>;
}

export interface ReplicaSettings {
  readonly url: string;
  readonly primary: Reader;
  readonly poolSize: number;
  /** Older answers are not given. */
  readonly maxLagSeconds: number;
  /** Milliseconds of a clock that only goes forward. */
  readonly stopwatch: () => number;
}

/** How long a measurement holds. */
const MEASURED_FOR_MS = 1_000;
/** One that does not answer is left alone for so long. */
const AWAY_FOR_MS = 5_000;
/** Places of the primary that are remembered: those of the last minutes. */
const REMEMBERED = 200;

const PLACE = {
  primary: `select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 as place,
              (select system_identifier::text from pg_control_system()) as system`,
  // Null on a server that is no replica.
  replica: `select pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::float8 as place,
              (select system_identifier::text from pg_control_system()) as system
            where pg_is_in_recovery()`,
} as const;

/** Classes of errors that say something about the replica and nothing about the question: lost lines, cancelled for the sake of the log. */
const isItsOwn = (error: unknown): boolean => {
  const { code } = error as { code?: unknown };
  return typeof code !== 'string' || !/^[0-9A-Z]{5}$/u.test(code) || /^(?:08|40|53|57)/u.test(code);
};

/**
 * How old the replica is follows from the places in the log where the primary was and when, so that neither two clocks nor a line
 * that is silent and dead can make it look younger than it is.
 */
export function createReplica(settings: ReplicaSettings): Replica {
  const { url, primary, poolSize, maxLagSeconds, stopwatch } = settings;
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 1_000,
    query_timeout: 60_000,
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const passed: { readonly at: number; readonly place: number }[] = [];
  let measured: { readonly at: number; readonly lag: Promise<number | null> } | null = null;
  let awayUntil = 0;

  async function measure(): Promise<number | null> {
    const at = stopwatch();
    const [[here], [there]] = await Promise.all([
      primary.query<Place>(PLACE.primary).then(({ rows }) => rows),
      pool.query<Place>(PLACE.replica).then(({ rows }) => rows),
    ]);
    if (!here || !there || here.system !== there.system) return null;
    passed.push({ at, place: here.place });
    if (passed.length > REMEMBERED) passed.shift();
    const reached = passed.findLast(({ place }) => place <= there.place);
    return reached ? (stopwatch() - reached.at) / 1_000 : null;
  }

  /** @returns seconds; null while nothing can be said */
  function lag(): Promise<number | null> {
    const now = stopwatch();
    if (now < awayUntil) return Promise.resolve(null);
    if (!measured || now - measured.at > MEASURED_FOR_MS)
      measured = {
        at: now,
        lag: measure().catch(() => {
          leaveAlone();
          return null;
        }),
      };
    return measured.lag;
  }

  function leaveAlone(): void {
    awayUntil = stopwatch() + AWAY_FOR_MS;
    measured = null;
  }

  const fits = (seconds: number | null): boolean => seconds !== null && seconds <= maxLagSeconds;

  async function query(...asked: [never, never?]): Promise<unknown> {
    if (!fits(await lag())) return primary.query(...asked);
    try {
      return await pool.query(...asked);
    } catch (error) {
      if (!isItsOwn(error)) throw error;
      leaveAlone();
      return primary.query(...asked);
    }
  }

  return {
    reader: { query: query as unknown as Reader['query'] },
    async status() {
      const lagSeconds = await lag();
      return { used: fits(lagSeconds), lagSeconds };
    },
    close: () => pool.end(),
  };
}

interface Place {
  readonly place: number;
  readonly system: string;
}
