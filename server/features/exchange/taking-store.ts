// What a message needs of the tables around it: agencies of the other side, offence codes by the names that both sides know.
import type { Tx } from '../../platform/database/database.ts';
import type { PeerRow } from './channel-store.ts';
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

/**
 * An article of the peer's own law that is not in the list here enters it as the peer names it, without a title and confirmed by nobody:
 * an alert keeps its offence. Articles of other states are not the peer's to tell.
 * @returns for each code the id that it has here; undefined where it has none
 */
export async function offenceCodesOf(
  db: Db,
  { name, states }: Pick<PeerRow, 'name' | 'states'>,
  codes: readonly SharedAlert['offences'][number]['code'][],
  newId: () => string,
): Promise<(string | undefined)[]> {
  const ids: (string | undefined)[] = [];
  for (const code of codes) {
    const found = await db.offenceCode.findFirst({
      where: code,
      orderBy: { validFrom: 'desc' },
      select: { id: true },
    });
    ids.push(
      found?.id ?? (states.includes(code.state) ? await addOffenceCode(db, name, code, newId()) : undefined),
    );
  }
  return ids;
}

/** When the article began to be law nobody has told; one of the own list, which knows it, is found before it. */
const SINCE_EVER = new Date('1970-01-01');

async function addOffenceCode(
  db: Db,
  peer: string,
  code: SharedAlert['offences'][number]['code'],
  id: string,
): Promise<string> {
  const untitled = { titleOrig: '', titleRu: '', titleEn: '' };
  const source = `named in an alert by ${peer}; its title was not told`;
  await db.offenceCode.create({ data: { id, ...code, ...untitled, validFrom: SINCE_EVER, source } });
  return id;
}
