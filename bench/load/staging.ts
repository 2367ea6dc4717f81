// Whether large files of other systems are read in even memory: a list of invented people in each form, received, read from end to end and
// looked at, once small and once large. Nothing is recorded of persons.
//
//   DATA_DIR=/tmp/izdoo-staging npm run bench:staging -- --records 100000 [--out file.jsonl] [--label '…']
import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createContext } from '../../server/cli/context.ts';
import type { Actor } from '../../server/domain/access/actor.ts';
import { createMix } from '../../server/domain/population/mix.ts';
import { ordinaryTraveller } from '../../server/domain/population/person.ts';
import { createRandom } from '../../server/domain/population/random.ts';
import { ensureAuditPartitions } from '../../server/platform/database/housekeeping.ts';
import { newId } from '../../server/platform/ids.ts';
import { migrateJobs } from '../../server/platform/jobs/jobs.ts';
import { loadPopulationTables } from '../../server/platform/name-lists/load.ts';

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '100000' },
    out: { type: 'string' },
    label: { type: 'string', default: '' },
  },
});

const tables = loadPopulationTables();
const mix = createMix(2026);
const two = (value: number) => String(value).padStart(2, '0');

function personAt(number: number) {
  const { family, given, sex, birth, documentNumber } = ordinaryTraveller(
    createRandom(99, number),
    tables,
    mix,
  );
  return {
    family,
    given,
    sex,
    documentNumber,
    date: `${birth.year}-${two(birth.month ?? 1)}-${two(birth.day ?? 1)}`,
  };
}
type Invented = ReturnType<typeof personAt>;

interface Form {
  readonly file: string;
  readonly begin: string;
  readonly end: string;
  record(person: Invented, number: number): string;
}

/** The members that the published lists have, about invented people. */
const FORMS: Readonly<Record<string, Form>> = {
  CSV: {
    file: 'list.csv',
    begin: 'Surname;Given name;DOB;Sex;Passport\n',
    end: '',
    record: ({ family, given, date, sex, documentNumber }) =>
      `${family};${given};${date};${sex};${documentNumber}\n`,
  },
  FTM: {
    file: 'list.jsonl',
    begin: '',
    end: '',
    record: ({ family, given, date, documentNumber }, number) =>
      `${JSON.stringify({
        ...{ id: `demo-${number}`, schema: 'Person', caption: `${family} ${given}`, datasets: ['demo'] },
        properties: { name: [`${family} ${given}`], birthDate: [date], passportNumber: [documentNumber] },
      })}\n`,
  },
  UN: {
    file: 'un.xml',
    begin:
      '<?xml version="1.0" encoding="utf-8"?>\n<CONSOLIDATED_LIST dateGenerated="2026-01-01T00:00:00Z"><INDIVIDUALS>\n',
    end: '</INDIVIDUALS><ENTITIES></ENTITIES></CONSOLIDATED_LIST>\n',
    record: ({ family, given, date }, number) =>
      `<INDIVIDUAL><DATAID>${number}</DATAID><FIRST_NAME>${given}</FIRST_NAME><SECOND_NAME>${family}</SECOND_NAME>` +
      `<REFERENCE_NUMBER>DMi.${number}</REFERENCE_NUMBER><LISTED_ON>2024-05-06</LISTED_ON><COMMENTS1>Invented.</COMMENTS1>` +
      `<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>${given}</ALIAS_NAME></INDIVIDUAL_ALIAS>` +
      `<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>${date}</DATE></INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL>\n`,
  },
  OFAC: {
    file: 'sdn.xml',
    begin: '<?xml version="1.0" standalone="yes"?>\n<sdnList xmlns="http://tempuri.org/sdnList.xsd">\n',
    end: '</sdnList>\n',
    record: ({ family, given, date, documentNumber }, number) =>
      `<sdnEntry><uid>${number}</uid><firstName>${given}</firstName><lastName>${family}</lastName><sdnType>Individual</sdnType>` +
      `<programList><program>DEMO</program></programList><idList><id><uid>1</uid><idType>Passport</idType>` +
      `<idNumber>${documentNumber}</idNumber></id></idList><dateOfBirthList><dateOfBirthItem><uid>2</uid>` +
      `<dateOfBirth>${date}</dateOfBirth><mainEntry>true</mainEntry></dateOfBirthItem></dateOfBirthList></sdnEntry>\n`,
  },
};

function* linesOf(form: Form, records: number): Generator<string> {
  yield form.begin;
  for (let number = 1; number <= records; number += 1) yield form.record(personAt(number), number);
  yield form.end;
}

const context = createContext();
await context.withServices(async ({ database, imports, logger }) => {
  await migrateJobs(database.pool, logger);
  await ensureAuditPartitions(database.pool, new Date());
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into agency (id, code, state, name, kind) values ($1, 'BENCH-KGZ', 'KGZ', 'Bench', 'CENTRAL')
     on conflict (code) do update set name = excluded.name returning id`,
    [newId()],
  );
  const actor: Actor = {
    kind: 'user',
    id: newId(),
    roles: ['CO'],
    scopes: null,
    agencyId: rows[0]?.id ?? null,
    state: 'KGZ',
    sessionId: null,
    requestId: newId(),
    ip: null,
    locale: 'en',
    purpose: { code: 'P6', reference: 'bench' },
    idempotency: null,
  };
  const folder = await mkdtemp(join(tmpdir(), 'izdoo-staging-'));

  async function receive(name: string, records: number) {
    const form = FORMS[name] as Form;
    const path = join(folder, form.file);
    await writeFile(path, linesOf(form, records));
    const { size } = await stat(path);
    const heapMb = () => Math.round(process.memoryUsage().heapUsed / 1024 / 1024);
    let peak = heapMb();
    const watch = setInterval(() => {
      peak = Math.max(peak, heapMb());
    }, 50);
    const cpu = process.cpuUsage();
    const began = performance.now();
    const one = await imports.upload(actor, { path, originalName: form.file, bytes: size }, 'PERSONS');
    const receivedSeconds = Math.round((performance.now() - began) / 100) / 10;
    clearInterval(watch);
    const { user, system } = process.cpuUsage(cpu);
    if (one.progress.records !== records) throw new Error(`${name}: ${one.progress.records} records`);
    const { rows: shown } = await imports.preview(actor, one.id);
    return {
      ...{ form: name, records, fileMb: Math.round(size / 1024 / 1024), receivedSeconds },
      cpuSeconds: Math.round((user + system) / 100_000) / 10,
      heapPeakMb: peak,
      previewed: shown.filter(({ refused }) => !refused).length,
    };
  }

  const loadBefore = loadavg()[0];
  const large = Number(values.records);
  const runs = [];
  for (const name of Object.keys(FORMS)) {
    runs.push(await receive(name, Math.max(100, Math.round(large / 10))));
    runs.push(await receive(name, large));
  }
  await rm(folder, { recursive: true });
  const report = {
    label: values.label,
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    at: new Date().toISOString(),
    machine: { cores: availableParallelism(), cpu: cpus()[0]?.model, loadBefore, loadAfter: loadavg()[0] },
    runs,
  };
  console.log(JSON.stringify(report, null, 2));
  if (values.out) appendFileSync(values.out, `${JSON.stringify(report)}\n`);
});
