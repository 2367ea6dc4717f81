// Counts ordinary travellers that the border policy would stop, against an invented register.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createNameEngine } from '../../server/domain/names/engine.ts';
import { measureFalseAlarms } from '../../server/features/evaluation/border.ts';
import { shippedPolicy } from '../../server/features/evaluation/match-policies.ts';
import { loadNameTables } from '../../server/platform/name-tables/name-tables.ts';

const { values } = parseArgs({
  options: {
    wanted: { type: 'string', default: '100000' },
    travellers: { type: 'string', default: '10000' },
    'year-only': { type: 'string', default: '0.1' },
    save: { type: 'string' },
  },
});

const report = measureFalseAlarms(createNameEngine(loadNameTables()), shippedPolicy('BORDER'), {
  wanted: Number(values.wanted),
  travellers: Number(values.travellers),
  yearOnly: Number(values['year-only']),
});
const run = {
  at: new Date().toISOString(),
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
  machine: { cpus: cpus().length, load: loadavg() },
  report,
};
console.log(JSON.stringify(run, null, 1));
if (values.save !== undefined)
  writeFileSync(
    join(import.meta.dirname, 'results', `${values.save}.json`),
    `${JSON.stringify(run, null, 1)}\n`,
  );
