// Loads the name tables from search-config/name-variants, once per process.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type NameTables, parseNameTables, TABLE_FILES, type TableTexts } from '../../domain/names/tables.ts';

/** Reads and parses every table. `folder` defaults to the one shipped with the program. Throws when a file is missing. */
export function loadNameTables(folder: string = findTablesFolder()): NameTables {
  const texts = Object.fromEntries(
    TABLE_FILES.map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
  return parseNameTables(texts as TableTexts);
}

/** Looks upwards from this file, so that the program finds its tables from the source tree and from the built one. */
function findTablesFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (dirname(folder) !== folder) {
    const tables = join(folder, 'search-config', 'name-variants');
    if (existsSync(tables)) return tables;
    folder = dirname(folder);
  }
  throw new Error('search-config/name-variants not found above the program');
}
