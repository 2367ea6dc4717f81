// Commands that show what the name engine makes of names: `izdoo names forms` and `izdoo names compare`.

import { createInterface } from 'node:readline';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { POLICY_CODES, type PolicyCode } from '../domain/matching/match.ts';
import type { MatchPolicy } from '../domain/matching/policy.ts';
import { createNameEngine, type NameEngine } from '../domain/names/engine.ts';
import { type ComparedSide, compareSides } from '../features/evaluation/compare-sides.ts';
import { parseBorn } from '../features/evaluation/eval-files.ts';
import { faultsOf } from '../features/evaluation/json-lines.ts';
import { shippedPolicy } from '../features/evaluation/match-policies.ts';
import { loadNameTables } from '../platform/name-tables/name-tables.ts';

export const print = (text: string) => void process.stdout.write(`${text}\n`);

export const policyOption = () =>
  new Option('--policy <code>', 'match policy').choices([...POLICY_CODES]).default('INVESTIGATOR');

export function registerNameCommands(program: Command): void {
  const names = program.command('names').description('what the name engine makes of names');
  names
    .command('forms')
    .argument('<name...>', 'a name in any script and order, with or without quotation marks')
    .description('show how a name is read, which forms it is searched by, and its keys')
    .action(showForms);
  names
    .command('compare')
    .addOption(policyOption())
    .description(
      'read JSON lines {"a","b"} with optional a_born, a_sex, a_nationality, a_document, a_national_id (and b_…) on standard input; ' +
        'write {"score","band","reasons","flags"} a line, or {"error","line"} for a line that cannot be read',
    )
    .action(({ policy }: { policy: PolicyCode }) => compareLines(policy));
}

function showForms(words: string[]): void {
  const engine = createNameEngine(loadNameTables());
  const name = engine.analyse({ full: words.join(' ') });
  const shown = {
    tokens: name.tokens,
    otherReadings: name.otherReadings,
    hints: name.hints,
    years: name.years,
    forms: engine.forms(name),
    keyVersion: engine.keyVersion,
    indexKeys: engine.indexKeys(name).length,
    queryKeys: engine.queryKeys(name).length,
  };
  print(JSON.stringify(shown, null, 2));
}

const name = z.string();
const text = z.union([z.string(), z.number()]).transform(String).nullish();
const texts = z
  .union([z.array(z.string()), z.string()])
  .transform((value) => (typeof value === 'string' ? [value] : value))
  .nullish();
const born = text.refine((value) => !value?.trim() || parseBorn(value) !== undefined, {
  error: 'no date such as 1980, 1980-02, 1980-02-15 or 15.02.1980',
});
const comparedLine = z.object({
  a: name,
  b: name,
  a_born: born,
  b_born: born,
  a_sex: text,
  b_sex: text,
  a_nationality: texts,
  b_nationality: texts,
  a_document: text,
  b_document: text,
  a_national_id: text,
  b_national_id: text,
});

/** A line that cannot be read is answered with its error and the rest goes on; the exit code then is 1. */
async function compareLines(code: PolicyCode): Promise<void> {
  const engine = createNameEngine(loadNameTables());
  const policy = shippedPolicy(code);
  let number = 0;
  for await (const raw of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    const line = raw.replace(/^\uFEFF/, '').trim();
    if (line === '') continue;
    try {
      print(JSON.stringify(compareLine(engine, policy, line)));
    } catch (error) {
      process.exitCode = 1;
      const message = error instanceof z.ZodError ? faultsOf(error) : 'not JSON';
      print(JSON.stringify({ error: message, line: number }));
    }
  }
}

function compareLine(engine: NameEngine, policy: MatchPolicy, line: string) {
  const pair = comparedLine.parse(JSON.parse(line));
  const side = (of: 'a' | 'b'): ComparedSide => ({
    name: pair[of],
    born: pair[`${of}_born`],
    sex: pair[`${of}_sex`],
    nationalities: pair[`${of}_nationality`],
    document: pair[`${of}_document`],
    nationalId: pair[`${of}_national_id`],
  });
  const match = compareSides(engine, policy, side('a'), side('b'));
  return {
    score: match.score,
    band: match.band,
    reasons: match.evidence.map(({ feature, code, queryValue, recordValue, similarity, contribution }) => ({
      feature,
      code,
      query: queryValue,
      record: recordValue,
      similarity: round(similarity),
      contribution: round(contribution),
    })),
    flags: match.flags,
  };
}

const round = (value: number) => Math.round(value * 1000) / 1000;
