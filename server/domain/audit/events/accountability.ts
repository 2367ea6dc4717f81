// Traces of emergency access, disclosures, refusals, the log itself and the data an installation starts with.

export interface AccountabilityEvents {
  'break-glass.opened': { breakGlassId: string };
  'break-glass.listed': { count: number };
  'break-glass.reviewed': { breakGlassId: string; justified: boolean; late: boolean };
  'disclosure.read': { count: number };
  'access.refused': { route: string; code: string; permission?: string };
  'audit.read': { filter: string[]; count: number; secret?: boolean };
  'audit.exported': { filter: string[]; count: number; format: string };
  'audit.verified': { sound: boolean; sealed: number; unsealed: number };
  /** A month whose legal time was over went; its rows stand in the seals by their hashes. */
  'audit.shortened': { month: string; rows: number };
  'overview.viewed': { parts: string[] };
  /** Two names compared to see what a policy makes of them; the names are kept nowhere. */
  'policy.tried': { policy: string; band: string };
  'reference.loaded': { tables: Record<string, number> };
  'seed.run': { persons: number };
}
