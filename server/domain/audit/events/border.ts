// Traces of border checks and of the hits that come of them.

export interface BorderEvents {
  'check.run': {
    outcome: string;
    told: string;
    origin: string;
    policy: string;
    found: number;
    elapsedMs: number;
    checkpoint?: string;
    /** Fields of the machine-readable zone that were corrected by hand. */
    corrected?: string[];
  };
  'check.misread': { fields: string[]; checkpoint?: string };
  /** Kept after its caller was told that there is no answer. */
  'check.late': Record<never, never>;
  'hit.reported': { checkId: string; alertId: string };
  'hit.followed': { resumed: boolean };
  'hit.listed': { count: number };
  'hit.viewed': { personId: string; alertId: string };
  'hit.step': { verb: string; from: string; to: string; code?: string };
  'hit.task-finished': { kind: string };
  'hit.escalated': { clocks: string[] };
  'not-same.remembered': { pairId: string; personId: string };
  'not-same.listed': { count: number };
  'not-same.revoked': { personId: string };
  'victim.recorded': { victimId: string; alertId: string };
  'victim.listed': { count: number };
  'victim.removed': { victimId: string; alertId: string };
  'victim.recognised': { hitId: string; recognised: boolean };
}
