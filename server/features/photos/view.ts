// Turns a photo's row into what the API answers.
import { dayOf } from '../../platform/database/calendar-day.ts';
import { type PartRow, sourceOf } from '../persons/parts/part-kind.ts';
import type { PhotoView } from './contract.ts';

export interface PhotoRow extends PartRow {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly takenOn: Date | null;
  readonly isPrimary: boolean;
}

export const photoViewOf = (row: PhotoRow, own: boolean): PhotoView => ({
  ...sourceOf(row, own),
  fileName: row.fileName,
  mediaType: row.mediaType,
  bytes: row.bytes,
  width: row.width,
  height: row.height,
  takenOn: dayOf(row.takenOn),
  isPrimary: row.isPrimary,
});
