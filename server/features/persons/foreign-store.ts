// Writes what another installation tells of a person: its own rows are replaced as a whole, in one transaction.
import type { Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';

type Db = Tx['db'];

type Row<T> = Omit<T, 'personId' | 'recordedBy' | 'recordedAt'>;

/** A record as its keeper tells it. */
export interface ForeignPerson {
  readonly peerId: string;
  /** The states that the installation speaks for: of rows from others nothing is touched. */
  readonly states: readonly string[];
  readonly row: Omit<Prisma.PersonUncheckedCreateInput, 'ownerAudience' | 'createdBy' | 'peerId' | 'id'> & {
    readonly id: string;
    readonly sourceState: string;
    readonly sourceAgencyId: string;
  };
  readonly names: readonly Row<Prisma.PersonNameCreateManyInput>[];
  readonly birthDates: readonly Row<Prisma.BirthDateCreateManyInput>[];
  readonly nationalities: readonly Row<Prisma.NationalityCreateManyInput>[];
  readonly documents: readonly Row<Prisma.IdentityDocumentCreateManyInput>[];
  readonly nationalIds: readonly Row<Prisma.NationalIdCreateManyInput>[];
  readonly marks: readonly Row<Prisma.MarkCreateManyInput>[];
}

export interface ForeignPlace {
  readonly peerId: string | null;
  /** The record that it was merged into here in the end, or itself. */
  readonly standsAs: string;
}

/** Locks the record under which the person stands here. @returns null when he is not known here */
export async function readForeignPlace(db: Db, id: string): Promise<ForeignPlace | null> {
  const first = await db.person.findUnique({ where: { id }, select: { peerId: true, mergedIntoId: true } });
  if (!first) return null;
  let standsAs = id;
  for (let next = first.mergedIntoId; next !== null; ) {
    standsAs = next;
    const found = await db.person.findUnique({ where: { id: next }, select: { mergedIntoId: true } });
    next = found?.mergedIntoId ?? null;
  }
  await db.$queryRaw`select 1 from person where id = ${standsAs}::uuid for no key update`;
  return { peerId: first.peerId, standsAs };
}

async function removeParts(
  db: Db,
  personId: string,
  states: readonly string[],
  ids: readonly string[],
): Promise<void> {
  const where = { sourceState: { in: [...states] }, OR: [{ personId }, { id: { in: [...ids] } }] };
  await db.personName.deleteMany({ where });
  await db.birthDate.deleteMany({ where });
  await db.nationality.deleteMany({ where });
  await db.identityDocument.deleteMany({ where });
  await db.nationalId.deleteMany({ where });
  await db.mark.deleteMany({ where });
}

export async function writeForeign(
  { db, now }: Tx,
  personId: string,
  person: ForeignPerson,
  { ownRow, ownerAudience }: { ownRow: 'NEW' | 'OLD' | null; ownerAudience: string[] },
): Promise<void> {
  const { row, peerId, states, names, birthDates, nationalities, documents, nationalIds, marks } = person;
  const own = { ...row, ownerAudience, updatedAt: now };
  if (ownRow === 'NEW')
    await db.person.create({ data: { ...own, peerId, createdBy: peerId, createdAt: now } });
  if (ownRow === 'OLD')
    await db.person.update({ where: { id: personId }, data: { ...own, version: { increment: 1 } } });
  const rows = [names, birthDates, nationalities, documents, nationalIds, marks];
  await removeParts(
    db,
    personId,
    states,
    rows.flat().map(({ id }) => id ?? ''),
  );
  const here = <T>(list: readonly T[]) =>
    list.map((one) => ({ ...one, personId, recordedBy: peerId, recordedAt: now }));
  await db.personName.createMany({ data: here(names) });
  await db.birthDate.createMany({ data: here(birthDates) });
  await db.nationality.createMany({ data: here(nationalities) });
  await db.identityDocument.createMany({ data: here(documents) });
  await db.nationalId.createMany({ data: here(nationalIds) });
  await db.mark.createMany({ data: here(marks) });
}

/** @param ownId the record itself, where the installation kept it: its description goes as well */
export async function removeRowsOf(
  { db, now }: Tx,
  personId: string,
  states: readonly string[],
  ownId: string | null,
): Promise<void> {
  await removeParts(db, personId, states, []);
  await db.alertDangerFlag.deleteMany({
    where: { alert: { personId, ownerState: { in: [...states] }, peerId: { not: null } } },
  });
  await db.alertOffence.deleteMany({
    where: { alert: { personId, ownerState: { in: [...states] }, peerId: { not: null } } },
  });
  await db.warrant.deleteMany({
    where: { alert: { personId, ownerState: { in: [...states] }, peerId: { not: null } } },
  });
  await db.alert.updateMany({
    where: { personId, ownerState: { in: [...states] }, peerId: { not: null } },
    data: {
      status: 'ERASED',
      audience: [],
      ownerAudience: [],
      reasonSummary: {},
      facts: null,
      factsPlace: null,
      updatedAt: now,
    },
  });
  if (ownId === null) return;
  await db.person.update({
    where: { id: ownId },
    data: {
      sex: 'U',
      deceasedOn: null,
      birthPlace: null,
      birthSettlement: null,
      birthRegion: null,
      birthCountry: null,
      languages: [],
      heightCm: null,
      weightKg: null,
      build: null,
      hairColour: null,
      eyeColour: null,
      describedOn: null,
      updatedAt: now,
      version: { increment: 1 },
    },
  });
}
