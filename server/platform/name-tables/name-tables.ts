// Loads the name tables from search-config/name-variants, once per process.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NameTables, parseNameTables, TABLE_FILES, type TableTexts } from '../../domain/names/tables.ts';
import { projectPath } from '../paths.ts';

/** Reads and parses every table. `folder` defaults to the one shipped with the program. Throws when a file is missing. */
export function loadNameTables(folder: string = projectPath('search-config', 'name-variants')): NameTables {
  const texts = Object.fromEntries(
    TABLE_FILES.map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
  return parseNameTables(texts as TableTexts);
}
