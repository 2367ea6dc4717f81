// Traces of border checks.

export interface BorderEvents {
  'check.run': { outcome: string; policy: string; found: number; elapsedMs: number; checkpoint?: string };
}
