// What a message needs of the tables around it: agencies of the other side, offence codes by the names that both sides know.
import type { Tx } from '../../platform/database/database.ts';
import type { SharedAgency, SharedAlert } from './message-contract.ts';

type Db = Tx['db'];

/** An agency that is known keeps its id; a code that is taken here gets a number behind it. */
export async function keepAgencies(
  db: Db,
  agencies: readonly SharedAgency[],
  newId: () => string,
): Promise<void> {
  for (const { id, code, ...rest } of agencies) {
    const known = await db.agency.findUnique({ where: { id }, select: { state: true } });
    if (known) {
      if (known.state === rest.state)
        await db.agency.update({ where: { id }, data: { name: rest.name, contact24x7: rest.contact24x7 } });
      continue;
    }
    const taken = await db.agency.findUnique({ where: { code }, select: { id: true } });
    await db.agency.create({ data: { id, code: taken ? `${code}-${newId().slice(-6)}` : code, ...rest } });
  }
}

/** @returns for each code the id that it has here; undefined where it is not known */
export async function offenceCodesOf(
  db: Db,
  codes: readonly SharedAlert['offences'][number]['code'][],
): Promise<(string | undefined)[]> {
  const ids: (string | undefined)[] = [];
  for (const code of codes) {
    const found = await db.offenceCode.findFirst({
      where: code,
      orderBy: { validFrom: 'desc' },
      select: { id: true },
    });
    ids.push(found?.id);
  }
  return ids;
}
