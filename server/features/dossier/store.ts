// Reads what a printed request file needs of the case, its alert and its treaty.
import type { TreatyProfile } from '../../domain/treaties/profile.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import { treatyTitles } from '../treaties/profile-schema.ts';

type Db = Database['prisma'];

const PARTS = { warrants: { orderBy: { issuedOn: 'asc' } }, offences: true } satisfies Prisma.AlertInclude;

export interface PrintedCase {
  readonly alert: Prisma.AlertGetPayload<{ include: typeof PARTS }>;
  readonly offences: Prisma.CaseOffenceGetPayload<object>[];
  readonly decisions: Prisma.CaseDecisionGetPayload<object>[];
  readonly treaty: (Pick<TreatyProfile, 'title' | 'titles'> & { verifiedBy: string | null }) | null;
  readonly authority: string | null;
}

/** @returns null when the alert of the case is gone */
export async function readPrintedCase(
  db: Db,
  place: { caseId: string; alertId: string; treatyCode: string; treatyVersion: number; rqAgencyId: string },
): Promise<PrintedCase | null> {
  const { caseId, alertId, treatyCode: code, treatyVersion: version, rqAgencyId } = place;
  const [alert, offences, decisions, treaty, agency] = await Promise.all([
    db.alert.findUnique({ where: { id: alertId }, include: PARTS }),
    db.caseOffence.findMany({ where: { caseId }, orderBy: { no: 'asc' } }),
    db.caseDecision.findMany({ where: { caseId }, orderBy: { decidedAt: 'asc' } }),
    db.treatyProfile.findUnique({
      where: { code_version: { code, version } },
      select: { title: true, titles: true, verifiedBy: true },
    }),
    db.agency.findUnique({ where: { id: rqAgencyId }, select: { name: true } }),
  ]);
  return (
    alert && {
      alert,
      offences,
      decisions,
      treaty: treaty && { ...treaty, titles: treatyTitles.parse(treaty.titles) },
      authority: agency?.name ?? null,
    }
  );
}
