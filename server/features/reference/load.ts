// Brings the tables of law and practice to what the installation ships; runs at every start and changes nothing twice.
import { systemActor } from '../../domain/access/actor.ts';
import { alone } from '../../platform/database/alone.ts';
import type { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { projectPath } from '../../platform/paths.ts';
import { compareTable, writeTable } from './load-store.ts';
import { readReferenceFiles } from './reference-files.ts';

export interface LoadedReference {
  /** Rows written per table; empty when all was there. */
  readonly written: Readonly<Record<string, number>>;
  /** Published versions whose file says something else than the table: the table's content stays. */
  readonly kept: readonly string[];
}

/**
 * Loads the files into the database. A version that is in the table keeps its content, because checks and
 * explanations name it: a change of law or policy is a new version in the file.
 */
export async function loadReferenceData(
  database: Database,
  data = projectPath('prisma', 'reference-data'),
  policies = projectPath('search-config', 'match-policies'),
): Promise<LoadedReference> {
  const contents = await readReferenceFiles(data, policies);
  return alone(database.pool, 'reference-data', () => bringUpToDate(database, contents));
}

async function bringUpToDate(
  database: Database,
  contents: Awaited<ReturnType<typeof readReferenceFiles>>,
): Promise<LoadedReference> {
  const differences = await Promise.all(
    contents.map(({ table, rows }) => compareTable(database, table, rows)),
  );
  const kept = differences.flatMap((difference) => difference.kept);
  if (differences.every(({ toWrite }) => toWrite === 0)) return { written: {}, kept };
  const written = await database.transaction(systemActor('reference-data', newId()), async (tx) => {
    const tables: Record<string, number> = {};
    for (const { table, rows } of contents) {
      const count = await writeTable(tx, table, rows);
      if (count > 0) tables[table.name] = count;
    }
    tx.audit({
      type: 'reference.loaded',
      data: { tables },
      subject: { type: 'system', id: 'reference-data' },
    });
    return tables;
  });
  return { written, kept };
}
