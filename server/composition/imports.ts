// Puts together what takes files of other systems in.
import { join } from 'node:path';
import {
  createFindLikely,
  createImportService,
  createImportStore,
  type ImportParts,
} from '../features/imports/service.ts';
import type { DuplicateFinder } from '../features/search/duplicates.ts';
import { createFileStore } from '../platform/files/file-store.ts';

export interface ImportCompositionParts
  extends Omit<ImportParts, 'files' | 'store' | 'findLikely' | 'stopwatch'> {
  readonly config: { readonly dataDir: string };
  readonly duplicates: DuplicateFinder;
}

export const composeImports = (parts: ImportCompositionParts) => ({
  imports: createImportService({
    ...parts,
    // A folder of their own: they are removed when they are no longer needed.
    files: createFileStore(join(parts.config.dataDir, 'imports')),
    store: createImportStore(parts.database),
    findLikely: createFindLikely(parts.duplicates),
    stopwatch: () => performance.now(),
  }),
});
