// The rows of warrants; always reached through their alert.
import { dateOf } from '../../platform/database/calendar-day.ts';
import type { Tx } from '../../platform/database/database.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { newId } from '../../platform/ids.ts';
import type { WarrantBody, WarrantChange } from './contract.ts';

type Db = Tx['db'];

function columnsOf<T extends WarrantChange>({ issuedOn, validUntil, remainingSentence, ...plain }: T) {
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  return {
    ...given,
    ...(issuedOn !== undefined && { issuedOn: dateOf(issuedOn) }),
    ...(validUntil !== undefined && { validUntil: dateOf(validUntil) }),
    ...(remainingSentence !== undefined && { remainingSentence: remainingSentence ?? Prisma.DbNull }),
  };
}

/** @returns the id of the new warrant */
export async function insertWarrant(
  { db, now }: Tx,
  alertId: string,
  recordedBy: string,
  body: WarrantBody,
): Promise<string> {
  const id = newId(now.getTime());
  const { kind, number, issuingAuthority, authorityType, issuedOn, ...rest } = body;
  await db.warrant.create({
    data: {
      ...columnsOf(rest),
      kind,
      number,
      issuingAuthority,
      authorityType,
      issuedOn: dateOf(issuedOn),
      id,
      alertId,
      recordedBy,
      recordedAt: now,
    },
  });
  return id;
}

export async function changeWarrant(db: Db, id: string, change: WarrantChange): Promise<void> {
  await db.warrant.update({ where: { id }, data: columnsOf(change) });
}

export async function revokeWarrant(db: Db, id: string, revokedOn: string, reason: string): Promise<void> {
  await db.warrant.update({ where: { id }, data: { revokedOn: dateOf(revokedOn), revokedReason: reason } });
}

export interface FileFacts {
  readonly sha256: string;
  readonly bytes: number;
  readonly name: string;
  readonly mediaType: string;
  readonly language: string | null;
}

export async function setFile(db: Db, id: string, file: FileFacts): Promise<void> {
  await db.warrant.update({
    where: { id },
    data: {
      fileSha256: file.sha256,
      fileName: file.name,
      fileMediaType: file.mediaType,
      fileBytes: file.bytes,
      fileLanguage: file.language,
    },
  });
}
