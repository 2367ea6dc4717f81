// Finds the database of this installation: the one that DATABASE_URL names, or our own PostgreSQL under DATA_DIR.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  createCluster,
  findBinaries,
  findOrphan,
  freePort,
  startPostgres,
  stopPostgres,
} from './postgres-process.ts';
import { isAlive, lockHolder, takeLock } from './process-lock.ts';

export interface DatabaseServer {
  url: string;
  /** True when this call started a PostgreSQL of our own. */
  embedded: boolean;
  stop(): Promise<void>;
}

interface Access {
  port: number;
  password: string;
}

const urlOf = ({ port, password }: Access, database: string) =>
  `postgresql://izdoo:${password}@127.0.0.1:${port}/${database}`;

async function waitUntilReady(url: string, pid: number, logFile: string): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 50) {
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
  throw new Error(`PostgreSQL did not answer within 60 s, see ${logFile}`);
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

async function startOwn(dataDir: string, durable: boolean): Promise<DatabaseServer & { pid: number }> {
  const folder = join(dataDir, 'postgres');
  const accessFile = join(dataDir, 'postgres.json');
  const binaries = await findBinaries();
  const orphan = await findOrphan(folder);
  if (orphan !== null) await stopPostgres(orphan);

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
  const pid = await startPostgres(binaries, folder, access.port, durable);
  await waitUntilReady(urlOf(access, 'postgres'), pid, `${folder}.log`);
  await ensureDatabase(access, 'izdoo');
  return { url: urlOf(access, 'izdoo'), embedded: true, pid, stop: () => stopPostgres(pid) };
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
  if (settings.databaseUrl)
    return { url: settings.databaseUrl, embedded: false, stop: async () => undefined };
  const dataDir = resolve(settings.dataDir);
  await mkdir(dataDir, { recursive: true });
  const lock = await takeLock(join(dataDir, 'izdoo.lock'));
  if (typeof lock === 'number') {
    throw new DataFolderInUse(`${dataDir} is in use by process ${lock}: stop it, or set another DATA_DIR`);
  }
  try {
    const server = await startOwn(dataDir, settings.durable ?? true);
    return {
      url: server.url,
      embedded: true,
      stop: async () => {
        await server.stop();
        await lock();
      },
    };
  } catch (error) {
    await lock();
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
    return { url: urlOf(access, 'izdoo'), embedded: false, stop: async () => undefined };
  }
  return openServer(settings);
}
