// Finds the database of this installation: the one that DATABASE_URL names, or our own PostgreSQL under DATA_DIR.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../logger.ts';
import { type Keeper, type KeptDatabase, keepPostgres } from './postgres-keeper.ts';
import {
  createCluster,
  findBinaries,
  findOrphan,
  freePort,
  startPostgres,
  stopPostgres,
} from './postgres-process.ts';
import { isAlive, type Lock, lockHolder, takeLock } from './process-lock.ts';

export interface DatabaseServer {
  url: string;
  /** True when this call started a PostgreSQL of our own. */
  embedded: boolean;
  /** From now on a PostgreSQL of our own that ends by itself is started again; null for one that is not ours to start. */
  keepRunning(logger: Logger): KeptDatabase | null;
  stop(): Promise<void>;
}

/** Whoever runs it is somebody else. */
const notOurs = (url: string): DatabaseServer => ({
  url,
  embedded: false,
  keepRunning: () => null,
  stop: async () => undefined,
});

interface Access {
  port: number;
  password: string;
}

const urlOf = ({ port, password }: Access, database: string) =>
  `postgresql://izdoo:${password}@127.0.0.1:${port}/${database}`;

/** After a crash it reads its log first, which may be gigabytes long. */
const LONGEST_RECOVERY_MS = 600_000;

async function waitUntilReady(
  url: string,
  pid: number,
  logFile: string,
  signal?: AbortSignal,
): Promise<void> {
  const ends = performance.now() + LONGEST_RECOVERY_MS;
  while (performance.now() < ends) {
    signal?.throwIfAborted();
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await client.end().catch(() => undefined);
      if (!isAlive(pid)) throw new Error(`PostgreSQL ended while starting, see ${logFile}`);
      await sleep(50);
    }
  }
  throw new Error(`PostgreSQL did not answer within ${LONGEST_RECOVERY_MS / 60_000} minutes, see ${logFile}`);
}

async function ensureDatabase(access: Access, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(access, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/** A server on the folder, from its files on: started once, and again as often as it has to be. */
async function prepareOwn(dataDir: string, durable: boolean) {
  const folder = join(dataDir, 'postgres');
  const accessFile = join(dataDir, 'postgres.json');
  const binaries = await findBinaries();
  const stopOrphan = async () => {
    const orphan = await findOrphan(folder);
    if (orphan !== null) await stopPostgres(orphan);
  };
  await stopOrphan();

  let access: Access;
  if (existsSync(join(folder, 'PG_VERSION'))) {
    access = JSON.parse(await readFile(accessFile, 'utf8')) as Access;
  } else {
    access = { port: 0, password: randomBytes(24).toString('base64url') };
    // The password is on disk before the cluster needs it: a crash in between leaves nothing unusable.
    await writeFile(accessFile, JSON.stringify(access), { mode: 0o600 });
    await createCluster(binaries, folder, access.password);
  }
  access.port = await freePort();
  await writeFile(accessFile, JSON.stringify(access), { mode: 0o600 });
  return {
    access,
    async start(): Promise<number> {
      await stopOrphan();
      return startPostgres(binaries, folder, access.port, durable);
    },
    ready: (pid: number, signal?: AbortSignal) =>
      waitUntilReady(urlOf(access, 'postgres'), pid, `${folder}.log`, signal),
  };
}

async function startOwn(dataDir: string, durable: boolean, lock: Lock): Promise<DatabaseServer> {
  const { access, start, ready } = await prepareOwn(dataDir, durable);
  const pid = await start();
  await ready(pid);
  await ensureDatabase(access, 'izdoo');
  let keeper: Keeper | null = null;
  return {
    url: urlOf(access, 'izdoo'),
    embedded: true,
    keepRunning(logger) {
      keeper ??= keepPostgres(pid, { start, ready, isOwner: lock.isHeld, logger });
      return keeper;
    },
    async stop() {
      await stopPostgres(keeper ? await keeper.stop() : pid);
      await lock.release();
    },
  };
}

export class DataFolderInUse extends Error {
  override name = 'DataFolderInUse';
}

/**
 * Opens the installation's database for a server process, which then owns the data folder.
 * @throws DataFolderInUse when another living process owns it
 */
export async function openServer(settings: {
  databaseUrl?: string | undefined;
  dataDir: string;
  durable?: boolean;
}): Promise<DatabaseServer> {
  if (settings.databaseUrl) return notOurs(settings.databaseUrl);
  const dataDir = resolve(settings.dataDir);
  await mkdir(dataDir, { recursive: true });
  const lock = await takeLock(join(dataDir, 'izdoo.lock'));
  if (typeof lock === 'number') {
    throw new DataFolderInUse(`${dataDir} is in use by process ${lock}: stop it, or set another DATA_DIR`);
  }
  try {
    return await startOwn(dataDir, settings.durable ?? true, lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Opens the database for a command-line tool: joins a running server's database, or starts it for a while. */
export async function openTool(settings: {
  databaseUrl?: string | undefined;
  dataDir: string;
}): Promise<DatabaseServer> {
  const dataDir = resolve(settings.dataDir);
  if (!settings.databaseUrl && (await lockHolder(join(dataDir, 'izdoo.lock'))) !== null) {
    const access = JSON.parse(await readFile(join(dataDir, 'postgres.json'), 'utf8')) as Access;
    return notOurs(urlOf(access, 'izdoo'));
  }
  return openServer(settings);
}
