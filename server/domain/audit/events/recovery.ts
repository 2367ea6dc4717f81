// Traces of asset recovery and requests for assistance.
import type { AssetState } from '../../assets/vocabulary.ts';
import type { AssistanceState, AssistanceVerb } from '../../assistance/life-cycle.ts';
import type { Changed } from './changed.ts';

export interface RecoveryEvents {
  'asset-case.created': { caseNumber: string };
  'asset-case.changed': Changed;
  'asset-case.viewed': Record<never, never>;
  'asset-case.listed': { count: number };
  'asset.created': { assetCaseId: string };
  'asset.changed': Changed;
  'asset.claimed': { assetCaseIds: string[] };
  'asset.viewed': Record<never, never>;
  'asset.listed': { count: number };
  'asset.totalled': { currency: string; count: number };
  'asset.measure': { measureId: string; from: AssetState; to: AssetState };
  'asset.freeze-warning': { days: number; states: string[] };
  'asset.warning-done': { warningId: string; days: number };
  'asset.warnings-listed': { count: number };
  'exchange-rate.recorded': { from: string; to: string; on: string };
  'assistance.created': { requestNumber: string };
  'assistance.changed': Changed;
  'assistance.viewed': Record<never, never>;
  'assistance.listed': { count: number };
  'assistance.step': { verb: AssistanceVerb; from: AssistanceState; to: AssistanceState };
}
