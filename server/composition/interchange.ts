// Puts together what goes out to other systems: exports, and answers in their own protocols.
import { createExportService, type ExportParts } from '../features/exports/service.ts';
import type { ReconcileParts } from '../features/interop/reconcile.ts';
import { createInteropService } from '../features/interop/service.ts';

export const composeInterchange = (parts: ExportParts & ReconcileParts) => ({
  exports: createExportService(parts),
  interop: createInteropService(parts),
});
