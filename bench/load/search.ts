// How long searches take in the process, trace included, on this installation's database (DATA_DIR or DATABASE_URL), kind by kind.
//
//   npm run bench:search -- [--rounds 100] [--label text] [--out file.jsonl]
//
// Fill the database before: npx izdoo seed && npx izdoo seed --persons 100000. Names are drawn from the registry itself.
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { createContext } from '../../server/cli/context.ts';
import type { Actor } from '../../server/domain/access/actor.ts';
import { newId } from '../../server/platform/ids.ts';
import type { Services } from '../../server/services.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    label: { type: 'string', default: '' },
    out: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const purpose = { code: 'P8', reference: 'benchmark' } as const;
const page = { limit: 20, purpose };

interface Sample {
  readonly id: string;
  readonly full: string;
  readonly family: string;
  readonly given: string;
  readonly year: number;
  readonly document: string | null;
}

async function investigator({ database }: Services): Promise<Actor> {
  const agency = await database.prisma.agency.findFirstOrThrow({ where: { state: 'KGZ' } });
  return {
    kind: 'user',
    id: newId(),
    roles: ['INV'],
    scopes: null,
    agencyId: agency.id,
    state: agency.state,
    sessionId: null,
    requestId: newId(),
    ip: null,
    locale: 'en',
    purpose,
    idempotency: null,
  };
}

const SAMPLES = `
  select p.id, n.full, n.family, n.given, b.year, (select d.number from identity_document d
    where d.person_id = p.id limit 1) as document
  from (select id from person order by hashtext(id::text) limit $1) p
  join lateral (select * from person_name where person_id = p.id and family is not null and given is not null
    order by id limit 1) n on true
  join lateral (select year from birth_date where person_id = p.id order by id limit 1) b on true`;

type Work = (sample: Sample, actor: Actor, services: Services) => Promise<unknown>;

const search =
  (question: (sample: Sample) => object): Work =>
  (sample, actor, services) =>
    services.search.searchPersons(actor, { ...page, ...question(sample) });

const typed =
  (letters: number): Work =>
  (sample, actor, services) =>
    // Another session each time: every one leaves its trace.
    services.search.suggestNames(
      { ...actor, sessionId: newId() },
      { text: sample.family.slice(0, letters), limit: 8, purpose },
    );

const KINDS: Readonly<Record<string, Work>> = {
  'full name': search(({ full }) => ({ name: full })),
  'family and given name': search(({ family, given }) => ({ name: `${family} ${given}` })),
  'name and year': search(({ full, year }) => ({ name: full, birthDate: String(year) })),
  'name with facets': search(({ full }) => ({ name: full, facets: true })),
  'family name alone': search(({ family }) => ({ name: family })),
  'family name within filters': search(({ family, year }) => ({
    name: family,
    filters: { birthYearFrom: year - 2, birthYearTo: year + 2, alertTypes: ['ARREST_PROSECUTION'] },
  })),
  document: search(({ document, family }) =>
    document === null ? { name: family } : { document: { number: document } },
  ),
  'list: rare filters': search(({ year }) => ({
    filters: { birthYearFrom: year, birthYearTo: year, alertTypes: ['SPECIFIC_CHECK'] },
  })),
  'list: common filters': search(() => ({ filters: { sexes: ['M'], alertTypes: ['ARREST_PROSECUTION'] } })),
  'list: nobody meets it': search(() => ({ filters: { nationalities: ['ZZZ'], sexes: ['M'] } })),
  'suggestions, 2 letters': typed(2),
  'suggestions, 3 letters': typed(3),
  'suggestions, 5 letters': typed(5),
  explain: ({ id, full }, actor, services) =>
    services.search.explainSearch(actor, { name: full, personId: id, purpose }).catch(() => undefined),
};

async function measure(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function summary(times: readonly number[]) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

await createContext().withServices(async (services) => {
  const { rows } = await services.database.pool.query<Sample>(SAMPLES, [rounds + 10]);
  const { rows: counted } = await services.database.pool.query('select count(*)::int as persons from person');
  const actor = await investigator(services);
  const before = loadavg()[0];
  const latencyMs: Record<string, ReturnType<typeof summary>> = {};
  for (const [kind, work] of Object.entries(KINDS)) {
    const times: number[] = [];
    for (const [place, sample] of rows.entries()) {
      const time = await measure(() => work(sample, actor, services));
      if (place >= 10) times.push(time);
    }
    latencyMs[kind] = summary(times);
    console.log(kind.padEnd(28), JSON.stringify(latencyMs[kind]));
  }
  const report = {
    label: values.label,
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    at: new Date().toISOString(),
    persons: counted[0].persons,
    rounds: rows.length - 10,
    machine: {
      cores: availableParallelism(),
      cpu: cpus()[0]?.model,
      loadBefore: before,
      loadAfter: loadavg()[0],
    },
    latencyMs,
  };
  if (values.out) appendFileSync(values.out, `${JSON.stringify(report)}\n`);
});
