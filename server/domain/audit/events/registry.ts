// Traces of persons, photos, merges, alerts and warrants.
import type { AlertStatus } from '../../alerts/vocabulary.ts';
import type { Changed } from './changed.ts';

export interface RegistryEvents {
  'person.created': { registryNumber: string };
  'person.changed': Changed;
  /** Recorded by an import that was taken back; nobody had worked on it. */
  'person.removed': Record<never, never>;
  'person.viewed': { alertIds: string[]; breakGlass: boolean };
  /** The whole dossier was taken away on paper or as a file. */
  'person.printed': { alertIds: string[]; language: string };
  'person.listed': { count: number };
  'person.part-added': { part: string; partId: string };
  'person.part-changed': { part: string; partId: string };
  'person.part-removed': { part: string; partId: string };
  'photo.added': { photoId: string; sha256: string };
  'photo.viewed': { photoId: string };
  'photo.removed': { photoId: string };
  'merge.proposed': { mergeId: string; absorbedId: string };
  'merge.decided': { mergeId: string; absorbedId: string; approved: boolean };
  'merge.listed': { count: number };
  'merge.undone': { mergeId: string; absorbedId: string };
  'merge.viewed': Record<never, never>;
  'alert.created': { alertNumber: string; personId: string };
  'alert.changed': Changed;
  /** A draft of an import that was taken back. */
  'alert.draft-removed': { personId: string };
  'alert.viewed': { personId: string };
  'alert.listed': { count: number };
  'alert.transition': { verb: string; from: AlertStatus; to: AlertStatus; reason?: string };
  'warrant.added': { warrantId: string };
  'warrant.changed': { warrantId: string; changed: string[] };
  'warrant.file-added': { warrantId: string; sha256: string };
  'warrant.file-viewed': { warrantId: string };
  'duplicates.checked': { candidates: string[] };
  'duplicates.decided': { otherId: string; same: boolean };
}
