// What other systems' clients may ask in their own protocols.
import { createReconciliation, type ReconcileParts, type ReconcileService } from './reconcile.ts';
import { createYente, type YenteService } from './yente.ts';

export interface InteropService {
  readonly yente: YenteService;
  readonly reconciliation: ReconcileService;
}

export const createInteropService = (parts: ReconcileParts): InteropService => ({
  yente: createYente(parts),
  reconciliation: createReconciliation(parts),
});
