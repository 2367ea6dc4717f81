// The closed list of things that leave a trace, each with what its trace holds.
// Traces hold ids, codes and counts; texts that name a person go into `secret`, which is stored encrypted.
import type { AlertStatus } from '../alerts/vocabulary.ts';

type Changed = { changed: string[] };

export interface AuditData {
  'session.opened': { secondFactor: boolean };
  'session.refused': { reason: 'unknown-login' | 'wrong-password' | 'wrong-code' | 'disabled' | 'locked' };
  'session.refreshed': Record<never, never>;
  'session.closed': { reason: string };
  'session.reuse-detected': Record<never, never>;
  'user.created': { roles: string[]; agencyId: string };
  'user.changed': Changed;
  'user.listed': { count: number };
  'user.viewed': Record<never, never>;
  'user.password-reset': Record<never, never>;
  'user.password-changed': Record<never, never>;
  'user.second-factor-offered': Record<never, never>;
  'user.second-factor-enrolled': Record<never, never>;
  'user.second-factor-reset': Record<never, never>;
  'agency.listed': { count: number };
  'agency.created': { state: string };
  'agency.changed': Changed;
  'api-key.created': { scopes: string[]; agencyId: string };
  'api-key.listed': { count: number };
  'api-key.revoked': Record<never, never>;
  'signing-key.rotated': { retired: string[] };
  'person.created': { registryNumber: string };
  'person.changed': Changed;
  'person.viewed': { alertIds: string[]; breakGlass: boolean };
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
  'alert.viewed': { personId: string };
  'alert.listed': { count: number };
  'alert.transition': { verb: string; from: AlertStatus; to: AlertStatus; reason?: string };
  'warrant.added': { warrantId: string };
  'warrant.changed': { warrantId: string; changed: string[] };
  'warrant.file-added': { warrantId: string; sha256: string };
  'warrant.file-viewed': { warrantId: string };
  'search.persons': {
    candidates: number;
    shown: string[];
    policy: string;
    engine: string;
    degraded: boolean;
  };
  'search.reindexed': { rows: number; keyVersion: number };
  'search.flagged': { kind: 'SELF' | 'COLLEAGUE' };
  'duplicates.checked': { candidates: string[] };
  'duplicates.decided': { otherId: string; same: boolean };
  'check.run': { outcome: string; policy: string; found: number; elapsedMs: number; checkpoint?: string };
  'break-glass.opened': { breakGlassId: string };
  'break-glass.listed': { count: number };
  'break-glass.reviewed': { breakGlassId: string; justified: boolean; late: boolean };
  'disclosure.read': { count: number };
  'access.refused': { route: string; code: string; permission?: string };
  'audit.read': { filter: string[]; count: number; secret?: boolean };
  'audit.exported': { filter: string[]; count: number; format: string };
  'audit.verified': { sound: boolean; sealed: number; unsealed: number };
  'reference.loaded': { tables: Record<string, number> };
  'seed.run': { persons: number };
}

type AuditType = keyof AuditData;

type AuditOutcome = 'SUCCESS' | 'REFUSED' | 'FAILED';

interface AuditSubject {
  readonly type:
    | 'person'
    | 'alert'
    | 'user'
    | 'agency'
    | 'api-key'
    | 'session'
    | 'merge'
    | 'check'
    | 'audit'
    | 'system';
  readonly id: string;
}

export type AuditEntry = {
  [T in AuditType]: {
    readonly type: T;
    readonly data: AuditData[T];
    readonly subject?: AuditSubject;
    /** SUCCESS when left out. */
    readonly outcome?: AuditOutcome;
    /** Text that must not be readable in the table, such as the words of a search. */
    readonly secret?: string;
  };
}[AuditType];
