// What a copy for a post without a line is worth: how many of the wanted it refers, and how many ordinary travellers.
//
//   npx tsx bench/border/offline.ts [--wanted 20000] [--travellers 5000] [--crossings 1000] [--out bench/border/offline.json]
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Match, MatchQuery, MatchRecord } from '../../server/domain/matching/match.ts';
import { createNameEngine } from '../../server/domain/names/engine.ts';
import { queryHandles, recordHandles } from '../../server/domain/offline/handles.ts';
import { createMix } from '../../server/domain/population/mix.ts';
import {
  generatePerson,
  ordinaryTraveller,
  spellingsOfPerson,
} from '../../server/domain/population/person.ts';
import { createRandom, reseed } from '../../server/domain/population/random.ts';
import type { BorderRegister, BorderTraveller } from '../../server/features/evaluation/border-register.ts';
import { measureWanted } from '../../server/features/evaluation/border-wanted.ts';
import { loadPopulationTables } from '../../server/platform/name-lists/load.ts';
import { loadNameTables } from '../../server/platform/name-tables/name-tables.ts';

const { values } = parseArgs({
  options: {
    wanted: { type: 'string', default: '20000' },
    travellers: { type: 'string', default: '5000' },
    crossings: { type: 'string', default: '1000' },
    out: { type: 'string' },
  },
});
const [wanted, travellers, crossings] = [values.wanted, values.travellers, values.crossings].map(Number) as [
  number,
  number,
  number,
];

const engine = createNameEngine(loadNameTables());
const tables = loadPopulationTables();
const mix = createMix(2026);
const random = createRandom(11);
const person = (number: number) => {
  reseed(random, 11, number);
  return generatePerson(random, tables, mix);
};

const copy = new Map<string, number[]>();
for (let number = 0; number < wanted; number++) {
  const { names, birth } = person(number);
  const record: MatchRecord = {
    names: names.map(({ family, given, patronymic, full, type }, row) => ({
      ...{ id: `${number}-${row}`, type, raw: full },
      analysed: engine.analyse(
        family !== null && given !== null ? { family, given, ...(patronymic && { patronymic }) } : { full },
      ),
    })),
    ...{ births: [birth], birthYears: [], nationalities: [], documents: [], nationalIds: [] },
  };
  for (const handle of recordHandles(engine.spellings, record)) {
    const bearers = copy.get(handle);
    if (bearers) bearers.push(number);
    else copy.set(handle, [number]);
  }
}

/** All whom the traveller could be by the copy; a copy itself knows only whether there is anybody. */
function referredTo({ family, given, birth }: BorderTraveller): number[] {
  const query: MatchQuery = {
    names: [engine.analyse({ family, given })],
    births: [birth],
    ...{ nationalities: [], documents: [], nationalIds: [] },
  };
  const found = [...queryHandles(engine.spellings, query)].flatMap((handle) => copy.get(handle) ?? []);
  return [...new Set(found)];
}

const register: BorderRegister = {
  ...{ tables, mix, person },
  spellings(number) {
    reseed(random, 11, number);
    return spellingsOfPerson(random, tables, mix);
  },
  check: (traveller) =>
    referredTo(traveller).map((number) => ({ number, match: { band: 'POSSIBLE' } as Match })),
};

const ordinary = createRandom(12);
let referred = 0;
for (let number = 0; number < travellers; number++) {
  reseed(ordinary, 12, number);
  if (referredTo({ ...ordinaryTraveller(ordinary, tables, mix) }).length > 0) referred += 1;
}
const stopped = Object.entries(measureWanted(register, crossings)).map(([disguise, figures]) => [
  disguise,
  { n: figures.n, referred: Math.round(figures.stopped * 10_000) / 10_000 },
]);
const report = {
  ...{ wanted, travellers, handles: copy.size, megabytes: Math.round((copy.size * 8) / 1e5) / 10 },
  ordinaryReferredPer1000: Math.round((referred * 10_000) / travellers) / 10,
  wantedReferred: Object.fromEntries(stopped),
};
console.log(JSON.stringify(report, null, 2));
if (values.out) writeFileSync(values.out, `${JSON.stringify(report, null, 2)}\n`);
