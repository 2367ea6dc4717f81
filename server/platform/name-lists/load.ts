// Loads the name lists that invented persons are drawn from.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildPopulationTables,
  NAME_LIST_FILES,
  type PopulationTables,
} from '../../domain/population/tables.ts';
import { projectPath } from '../paths.ts';

/** Reads and builds the tables (about a second). @throws Error naming a file that is missing or cannot be read. */
export function loadPopulationTables(folder = projectPath('search-config', 'name-lists')): PopulationTables {
  return buildPopulationTables(
    Object.fromEntries(NAME_LIST_FILES.map((file) => [file, readFileSync(join(folder, file), 'utf8')])),
  );
}
