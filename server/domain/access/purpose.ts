// Why somebody looks: mandatory for searches and details, kept with every trace.
import type { Role } from './role.ts';

export const PURPOSE_CODES = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8'] as const;

/**
 * P1 criminal case, P2 border check, P3 extradition case, P4 asset case, P5 identity verification,
 * P6 data quality, P7 request of the person recorded, P8 training.
 */
export type PurposeCode = (typeof PURPOSE_CODES)[number];

export interface Purpose {
  readonly code: PurposeCode;
  /** Case number or free text, 1–200 characters. */
  readonly reference: string;
}

/** A data-protection officer looks into records only for a request of the person recorded or for data quality. */
const LIMITED: Partial<Record<Role, readonly PurposeCode[]>> = {
  DPO: ['P6', 'P7'],
  BO2: ['P2', 'P5', 'P8'],
};

/** @returns whether one of the roles may look for this purpose */
export const purposeFits = (roles: readonly Role[], code: PurposeCode): boolean =>
  roles.some((role) => LIMITED[role]?.includes(code) ?? true);

/**
 * Reads the `Purpose` header: a code, a space, and the reference (percent-encoded where it is not ASCII).
 * @returns null when it is not of that form
 */
export function parsePurpose(text: string): Purpose | null {
  const match = /^(P[1-8])\s+(\S.*)$/u.exec(text.trim());
  if (!match?.[1] || !match[2]) return null;
  let reference = match[2];
  try {
    reference = decodeURIComponent(reference);
  } catch {
    // Not percent-encoded: taken as it stands.
  }
  if (reference.length > 200) return null;
  return { code: match[1] as PurposeCode, reference };
}
