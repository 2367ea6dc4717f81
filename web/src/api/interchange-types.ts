// Shapes of imports and exports, taken from the contracts of the server; types only.

export type { ExportPage, ExportView } from '../../../server/features/exports/contract.ts';
export type {
  ImportDetail,
  ImportPage,
  ImportView,
  LikelyView,
  PreviewView,
  RowPage,
  RowView,
} from '../../../server/features/imports/contract.ts';
