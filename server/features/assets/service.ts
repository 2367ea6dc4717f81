// Return of proceeds: asset cases, assets with their measures, totals, warnings of freezes that run out.
import { type AssetCaseService, createAssetCases } from './cases.ts';
import { type AssetMeasures, type AssistanceLookup, createAssetMeasures } from './measures.ts';
import type { AssetDeps } from './parts.ts';
import { type AssetRecords, createAssetRecords } from './records.ts';
import { type AssetTotals, createAssetTotals } from './totals.ts';
import { type AssetWarnings, createAssetWarnings } from './warnings.ts';

export type AssetService = AssetCaseService & AssetRecords & AssetMeasures & AssetTotals & AssetWarnings;

export const createAssetService = (deps: AssetDeps, assistance: AssistanceLookup): AssetService => ({
  ...createAssetCases(deps),
  ...createAssetRecords(deps),
  ...createAssetMeasures(deps, assistance),
  ...createAssetTotals(deps),
  ...createAssetWarnings(deps),
});
