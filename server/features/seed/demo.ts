// The demo registry: some hand-made people and some five hundred invented ones, alerts in every state of life.

import { parsePartialDate } from '../../domain/dates/partial-date.ts';
import { createMix } from '../../domain/population/mix.ts';
import { generatePerson } from '../../domain/population/person.ts';
import { createRandom } from '../../domain/population/random.ts';
import type { PopulationTables } from '../../domain/population/tables.ts';
import type { DemoAgencyCode } from './demo-accounts.ts';
import { DEMO_PEOPLE } from './demo-people.ts';
import type { AlertPlan } from './invented.ts';
import { alertOf, dayAfter, recordOf, type Substance } from './invented.ts';
import type { SeedAgency, SeedRecord } from './record.ts';

const INVENTED = 490;
const SEED = 20_221_014;

/** Every tradition about as often as the next, so that the demo shows them all. */
const SHARES = {
  russian: 12,
  ukrainian: 8,
  kazakh: 14,
  uzbek: 12,
  kyrgyz: 20,
  tajik: 10,
  azerbaijani: 5,
  armenian: 5,
  georgian: 4,
  turkmen: 4,
  mongolian: 2,
  korean: 2,
  arabic: 1,
  chinese: 1,
};

const arrest = { type: 'ARREST_PROSECUTION' } as const;

/** Dealt out in turn: most are active arrest alerts, every other state and type comes up again and again. */
const PLANS: readonly AlertPlan[] = [
  { ...arrest, status: 'ACTIVE' },
  { type: 'ARREST_SENTENCE', status: 'ACTIVE', dangerFlags: ['ESCAPEE'] },
  { ...arrest, status: 'ACTIVE', dangerFlags: ['ARMED', 'VIOLENT'] },
  { type: 'LOCATE_ACCUSED', status: 'ACTIVE' },
  { ...arrest, status: 'ACTIVE' },
  { type: 'DISCREET_CHECK', status: 'ACTIVE', sharedWithStates: ['KAZ'] },
  { ...arrest, status: 'DRAFT' },
  { type: 'SPECIFIC_CHECK', status: 'ACTIVE' },
  { ...arrest, status: 'WITHDRAWN' },
  { type: 'LOCATE_DEBTOR', status: 'ACTIVE' },
  { ...arrest, status: 'SUBMITTED' },
  { ...arrest, status: 'ACTIVE' },
  { ...arrest, status: 'EXPIRED' },
  { type: 'MISSING', status: 'ACTIVE' },
  { ...arrest, status: 'SUSPENDED' },
  { ...arrest, status: 'LOCATED' },
  { type: 'ASSET_TRACE', status: 'ACTIVE' },
  { ...arrest, status: 'EXECUTED' },
  { type: 'INFORMATION', status: 'ACTIVE' },
  { type: 'LOCATE_WITNESS', status: 'ACTIVE' },
  { ...arrest, status: 'ARCHIVED' },
];

const OWNERS: readonly DemoAgencyCode[] = [
  'DEMO-KGZ-INV',
  'DEMO-KGZ-INV',
  'DEMO-KAZ-INV',
  'DEMO-KGZ-INV',
  'DEMO-UZB-CA',
  'DEMO-TJK-CA',
  'DEMO-KAZ-INV',
];

export function demoRecords(
  agencies: ReadonlyMap<DemoAgencyCode, SeedAgency>,
  tables: PopulationTables,
  substance: Substance,
  now: Date,
): SeedRecord[] {
  const owner = (code: DemoAgencyCode): SeedAgency => {
    const agency = agencies.get(code);
    if (!agency) throw new Error(`the demo agency ${code} is missing`);
    return agency;
  };
  const today = { year: now.getUTCFullYear(), month: now.getUTCMonth() + 1, day: now.getUTCDate() };
  const known = DEMO_PEOPLE.map((person): SeedRecord => {
    const source = owner('DEMO-KGZ-INV');
    const birth = parsePartialDate(person.birth, today);
    return {
      source,
      sex: person.sex,
      names: person.names,
      births: birth.ok ? [birth.date] : [],
      nationalities: [person.nationality],
      documents: person.document ? [person.document] : [],
      nationalIds: person.nationalId ? [person.nationalId] : [],
      alerts: [alertOf({ ...arrest, status: 'ACTIVE' }, source, now, substance, person.summary)],
    };
  });
  const mix = createMix(today.year, SHARES);
  // Of one person Kazakhstan and Uzbekistan want both: their requests compete.
  let wantedTwice = false;
  const invented = Array.from({ length: INVENTED }, (_, index) => {
    const source = owner(OWNERS[index % OWNERS.length] ?? 'DEMO-KGZ-INV');
    const plan = PLANS[index % PLANS.length] ?? { ...arrest, status: 'ACTIVE' };
    const person = generatePerson(createRandom(SEED, index), tables, mix);
    const alerts = [alertOf(plan, source, now, substance)];
    const isKnownWell = person.documents.length > 0 && person.birth.day !== undefined;
    if (
      !wantedTwice &&
      source.state === 'KAZ' &&
      plan.type === arrest.type &&
      plan.status === 'ACTIVE' &&
      isKnownWell
    ) {
      // Of two equal alerts the newer one decides at the border.
      const older = alertOf(plan, owner('DEMO-UZB-CA'), now, substance);
      alerts.push({ ...older, validFrom: dayAfter(now, -230) });
      wantedTwice = true;
    }
    return recordOf(person, source, alerts);
  });
  return [...known, ...invented];
}
