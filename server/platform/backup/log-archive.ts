// Keeps the log of changes of our own PostgreSQL: with a copy of the cluster it leads to any moment since.
import { copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';

/** PostgreSQL keeps every segment until this slot has moved on. */
const SLOT = 'izdoo_backup';
const SEGMENT = /^[0-9A-F]{24}$/u;
const KEPT = /^(?:[0-9A-F]{24}|[0-9A-F]{8}\.history)$/u;

export async function ensureSlot(client: pg.Client): Promise<void> {
  await client.query(
    `select pg_create_physical_replication_slot($1, true)
     where not exists (select 1 from pg_replication_slots where slot_name = $1)`,
    [SLOT],
  );
}

async function copyDurably(source: string, target: string): Promise<void> {
  await copyFile(source, `${target}.part`);
  const file = await open(`${target}.part`, 'r+');
  await file.sync();
  await file.close();
  await rename(`${target}.part`, target);
}

/**
 * Copies every whole segment that the archive lacks; the current one is ended first, so that all that was committed
 * until now is in it.
 * @returns names of the segments copied now
 */
export async function archiveLog(client: pg.Client, cluster: string, archive: string): Promise<string[]> {
  await ensureSlot(client);
  await mkdir(archive, { recursive: true, mode: 0o700 });
  await client.query('select pg_switch_wal()');
  // Something has to be written, or the place is still the end of the segment before.
  await client.query("select pg_create_restore_point('izdoo')");
  const { rows } = await client.query<{ current: string; place: string }>(
    'select pg_walfile_name(pg_current_wal_lsn()) as current, pg_current_wal_lsn()::text as place',
  );
  const [now] = rows;
  if (!now) throw new Error('PostgreSQL does not say where it writes');
  const held = new Set(await readdir(archive));
  const names = (await readdir(join(cluster, 'pg_wal'))).filter((name) => KEPT.test(name)).sort();
  const copied: string[] = [];
  for (const name of names) {
    // Segments of the future lie there ready, with old content in them.
    if (held.has(name) || (SEGMENT.test(name) && name >= now.current)) continue;
    await copyDurably(join(cluster, 'pg_wal', name), join(archive, name));
    copied.push(name);
  }
  await client.query('select pg_replication_slot_advance($1, $2::pg_lsn)', [SLOT, now.place]);
  return copied;
}

/** Removes segments that no kept backup needs. */
export async function pruneLog(archive: string, firstNeeded: string): Promise<void> {
  for (const name of await readdir(archive).catch(() => []))
    if (SEGMENT.test(name) && name < firstNeeded) await rm(join(archive, name));
}
