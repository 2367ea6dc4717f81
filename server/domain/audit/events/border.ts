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
  'hit.reported': { checkId: string; alertId: string };
}
