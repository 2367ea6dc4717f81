// Grounds of refusal by code. Their force is the profile's; this is the usual one, where a profile is silent.

export const GROUND_FORCES = ['MANDATORY', 'CONDITIONAL', 'OPTIONAL', 'PROCEDURAL', 'INFORMATIONAL'] as const;
export type GroundForce = (typeof GROUND_FORCES)[number];

export const GROUND_ANSWERS = ['YES', 'NO', 'NA'] as const;
export type GroundAnswer = (typeof GROUND_ANSWERS)[number];

export const USUAL_FORCE = {
  /** Own national. */
  R01: 'MANDATORY',
  /** No dual criminality. */
  R02: 'MANDATORY',
  /** Penalty below the threshold. */
  R03: 'MANDATORY',
  /** Lapse of time or amnesty. */
  R04: 'MANDATORY',
  /** Already judged. */
  R05: 'MANDATORY',
  /** Political offence or persecution. */
  R06: 'MANDATORY',
  /** Purely military offence. */
  R07: 'MANDATORY',
  /** Asylum granted. */
  R08: 'MANDATORY',
  /** Risk of torture or of a flagrantly unfair trial. */
  R09: 'MANDATORY',
  /** Death penalty without assurance. */
  R10: 'CONDITIONAL',
  /** Committed in the requested state, or prosecuted there. */
  R11: 'OPTIONAL',
  /** Judged in absence without retrial. */
  R12: 'CONDITIONAL',
  /** Private prosecution. */
  R13: 'MANDATORY',
  /** Sovereignty, security, public order. */
  R14: 'OPTIONAL',
  /** Age or health. */
  R15: 'OPTIONAL',
  /** Immunity. */
  R16: 'CONDITIONAL',
  /** Fiscal only: no valid ground for offences of the UN Convention against Corruption. */
  R17: 'INFORMATIONAL',
  /** File incomplete, no answer in time. */
  R18: 'PROCEDURAL',
  /** Another state's request goes first. */
  R19: 'PROCEDURAL',
  /** Sentence executed in the requested state. */
  R20: 'OPTIONAL',
} as const satisfies Record<string, GroundForce>;

export type GroundCode = keyof typeof USUAL_FORCE;
export const GROUND_CODES = Object.keys(USUAL_FORCE) as GroundCode[];

export interface GroundCheck {
  readonly code: GroundCode;
  readonly answer: GroundAnswer;
  readonly force: GroundForce;
}

/** @returns the grounds that nobody has answered: all must be answered before a decision */
export const unanswered = (checks: readonly Pick<GroundCheck, 'code'>[]): GroundCode[] =>
  GROUND_CODES.filter((code) => !checks.some((check) => check.code === code));

/** @returns the grounds that stand in the way of any surrender */
export const mandatory = (checks: readonly GroundCheck[]): GroundCode[] =>
  checks.filter(({ answer, force }) => answer === 'YES' && force === 'MANDATORY').map(({ code }) => code);
