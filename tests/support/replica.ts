// A streaming replica on this machine: a copy of a running cluster that follows its log.
import { chown, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import pg from 'pg';
import { vi } from 'vitest';
import {
  clusterIdentity,
  findBinaries,
  freePort,
  startPostgres,
  stopPostgres,
} from '../../server/platform/database/postgres-process.ts';

export interface TestReplica {
  readonly url: string;
  readonly pool: pg.Pool;
  start(): Promise<void>;
  stop(): Promise<void>;
  close(): Promise<void>;
}

const EMPTIED = ['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_stat_tmp', 'pg_subtrans'];

/** @param dataDir of an installation whose embedded PostgreSQL runs under `url` */
export async function createReplicaOf(dataDir: string, url: string, folder: string): Promise<TestReplica> {
  const cluster = join(dataDir, 'postgres');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("select pg_backup_start('replica', true)");
  await cp(cluster, folder, {
    recursive: true,
    filter: (path) => {
      const [first = '', second] = relative(cluster, path).split('/');
      return !basename(path).startsWith('postmaster.') && !(EMPTIED.includes(first) && second !== undefined);
    },
  });
  const { rows } = await client.query<{ label: string }>(
    'select labelfile as label from pg_backup_stop(false)',
  );
  await client.end();
  await mkdir(join(folder, 'pg_wal'), { recursive: true });
  await writeFile(join(folder, 'backup_label'), rows[0]?.label ?? '');
  await writeFile(join(folder, 'standby.signal'), '');
  const { port: from, username, password, hostname } = new URL(url);
  const conf = join(folder, 'postgresql.auto.conf');
  const before = await readFile(conf, 'utf8');
  await writeFile(
    conf,
    `${before}primary_conninfo = 'host=${hostname} port=${from} user=${username} password=${password}'\nwal_retrieve_retry_interval = 100\n`,
  );
  const who = await clusterIdentity();
  if (who.uid !== undefined && who.gid !== undefined)
    for (const entry of ['', ...(await readdir(folder, { recursive: true }))])
      await chown(join(folder, entry), who.uid, who.gid);
  const port = await freePort();
  const own = new URL(url);
  own.port = String(port);
  const pool = new pg.Pool({ connectionString: own.href, max: 1, connectionTimeoutMillis: 1_000 });
  pool.on('error', () => undefined);
  let pid = 0;
  const replica = {
    url: own.href,
    pool,
    async start() {
      pid = await startPostgres(await findBinaries(), folder, port, true);
      await vi.waitFor(() => pool.query('select 1'), { timeout: 30_000, interval: 50 });
    },
    stop: () => stopPostgres(pid),
    async close() {
      await pool.end();
      await stopPostgres(pid);
    },
  };
  await replica.start();
  return replica;
}
