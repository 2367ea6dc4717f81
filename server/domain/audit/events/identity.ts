// Traces of accounts, agencies, keys and sessions.
import type { Changed } from './changed.ts';

export interface IdentityEvents {
  'session.opened': { secondFactor: boolean };
  'session.refused': { reason: 'unknown-login' | 'wrong-password' | 'wrong-code' | 'disabled' | 'locked' };
  'session.refreshed': Record<never, never>;
  'session.closed': { reason: string };
  'session.reuse-detected': Record<never, never>;
  'user.created': { roles: string[]; agencyId: string };
  'user.changed': Changed;
  'user.listed': { count: number };
  /** Names were put to ids in a history. */
  'user.named': { count: number };
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
}
