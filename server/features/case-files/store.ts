// The rows of case files, their versions and signed manifests.
import type { Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';

export type Db = Tx['db'];

const CASE = {
  id: true,
  caseNumber: true,
  personId: true,
  alertId: true,
  requestingState: true,
  requestedState: true,
  rqAgencyId: true,
  purpose: true,
  treatyCode: true,
  treatyVersion: true,
  state: true,
  sharedAt: true,
  demo: true,
} satisfies Prisma.ExtraditionCaseSelect;

export type CaseRow = Prisma.ExtraditionCaseGetPayload<{ select: typeof CASE }>;

export const readCase = (db: Db, id: string): Promise<CaseRow | null> =>
  db.extraditionCase.findUnique({ where: { id }, select: CASE });

/** Changes of one case's files wait for one another: a signature is over the file as it stands. */
export async function lockCase(db: Db, id: string): Promise<void> {
  await db.$queryRaw`select 1 from extradition_case where id = ${id}::uuid for no key update`;
}

const PARTS = { versions: { orderBy: { no: 'asc' } } } satisfies Prisma.CaseFileInclude;
export type FileRow = Prisma.CaseFileGetPayload<{ include: typeof PARTS }>;
export type VersionRow = FileRow['versions'][number];

export const readFiles = (db: Db, caseId: string): Promise<FileRow[]> =>
  db.caseFile.findMany({ where: { caseId }, include: PARTS, orderBy: [{ code: 'asc' }, { id: 'asc' }] });

export async function insertFile(
  db: Db,
  file: Prisma.CaseFileUncheckedCreateInput,
  version: Prisma.CaseFileVersionUncheckedCreateInput,
): Promise<void> {
  await db.caseFile.create({ data: file });
  await db.caseFileVersion.create({ data: version });
}

export async function insertVersion(
  db: Db,
  version: Prisma.CaseFileVersionUncheckedCreateInput,
): Promise<void> {
  await db.caseFileVersion.create({ data: version });
  await db.caseFile.update({ where: { id: version.fileId }, data: { version: version.no } });
}

/** @returns false when the version carries a certificate already */
export async function certify(
  db: Db,
  versionId: string,
  certificate: { certifiedBy: string; certifiedOn: Date },
): Promise<boolean> {
  const { count } = await db.caseFileVersion.updateMany({
    where: { id: versionId, certifiedBy: null },
    data: certificate,
  });
  return count === 1;
}

export async function share(db: Db, fileId: string): Promise<void> {
  await db.caseFile.update({ where: { id: fileId }, data: { visibleTo: 'BOTH' } });
}

export type ManifestRow = Prisma.CaseManifestGetPayload<object>;

/** The manifest that is signed now; the case names it, because two of one moment have no order of their own. */
export async function lastManifest(db: Db, caseId: string): Promise<ManifestRow | null> {
  const found = await db.extraditionCase.findUnique({
    where: { id: caseId },
    select: { signedManifest: true },
  });
  if (!found?.signedManifest) return null;
  return db.caseManifest.findFirst({
    where: { caseId, sha256: found.signedManifest },
    orderBy: { id: 'desc' },
  });
}

export async function insertManifest(db: Db, data: Prisma.CaseManifestUncheckedCreateInput): Promise<void> {
  await db.caseManifest.create({ data });
  await db.extraditionCase.update({ where: { id: data.caseId }, data: { signedManifest: data.sha256 } });
}
