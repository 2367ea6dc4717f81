// Reads treaty profiles, and the zone in which the days of a state are counted.
import type { TreatyProfile } from '../../domain/treaties/profile.ts';
import { dayOf } from '../../platform/database/calendar-day.ts';
import type { Tx } from '../../platform/database/database.ts';
import { profileOf, treatyRow } from './profile-schema.ts';

type Reader = Pick<Tx['db'], 'treatyProfile' | 'country'>;

/** @returns all versions of all profiles; @throws when a row has not the form of a profile */
export async function readProfiles(db: Reader): Promise<TreatyProfile[]> {
  const rows = await db.treatyProfile.findMany({ orderBy: [{ code: 'asc' }, { version: 'asc' }] });
  return rows.map((row) =>
    profileOf(
      treatyRow.parse({ ...row, validFrom: dayOf(row.validFrom), verifiedOn: dayOf(row.verifiedOn) }),
    ),
  );
}

/** @returns null for a state that is not known or has no zone */
export async function readZone(db: Reader, state: string): Promise<string | null> {
  const row = await db.country.findUnique({ where: { alpha3: state }, select: { timeZone: true } });
  return row?.timeZone ?? null;
}
