// Why somebody looks, as it travels: the header, the body member and their checks.
import { z } from 'zod';
import { PURPOSE_CODES, type Purpose, parsePurpose } from '../../domain/access/purpose.ts';
import { hasUnstorableText } from './text-check.ts';

/** The member `purpose` of bodies of routes with `purpose: 'body'`. */
export const purposeSchema = z
  .strictObject({
    code: z.enum(PURPOSE_CODES),
    reference: z.string().trim().min(1).max(200),
  })
  .meta({
    id: 'Purpose',
    description:
      'Why somebody looks: P1 criminal case, P2 border check, P3 extradition case, P4 asset case, P5 identity verification, P6 data quality, P7 request of the person recorded, P8 training; with a case number or a few words.',
    examples: [{ code: 'P1', reference: 'demo' }],
  });

/** @returns the purpose named by the `Purpose` header, or null when it is missing or not of its form */
export function purposeOfHeader(header: string | undefined): Purpose | null {
  if (header === undefined) return null;
  const purpose = parsePurpose(header);
  return purpose && !hasUnstorableText(purpose.reference) ? purpose : null;
}

/** @returns the purpose in the member `purpose` of a body, or null when it is missing or not of its form */
export function purposeOfBody(body: unknown): Purpose | null {
  const parsed = purposeSchema.safeParse((body as { purpose?: unknown } | null | undefined)?.purpose);
  return parsed.success ? parsed.data : null;
}
