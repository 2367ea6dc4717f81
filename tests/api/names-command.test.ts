// `izdoo names` and `izdoo eval` as other programs call them: lines in, lines out, exit codes.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { expect, test, vi } from 'vitest';
import { UsageError } from '../../server/cli/context.ts';
import { registerEvaluationCommands } from '../../server/cli/evaluation.ts';

function izdoo(options: readonly string[], input = '') {
  return spawnSync(process.execPath, ['--import', 'tsx', 'server/cli.ts', ...options], {
    input,
    encoding: 'utf8',
  });
}

test('names compare answers every line; one that cannot be read spoils no other', () => {
  const lines = [
    '{"a":"Jumabayev Azamat","b":"Жумабаев Азамат Касымович","a_born":"1980-02-15","b_born":"1980-02-15"}',
    'not JSON',
    '{"a":"only one"}',
    '{"a":"Jumabayev Azamat","b":"Jumabayev Azamat","a_born":"15/02/80"}',
    '{"a":"Jumabayev Azamat","b":"Jumabayev Azamat","a_born":"15.02.1980","b_born":"1980-02-15"}',
    '{"a":"Тестбек уулу Азамат","b":"Асанова Гүлнара","a_sex":"M","b_sex":"F"}',
  ];
  const { stdout, status } = izdoo(['names', 'compare'], `${lines.join('\n')}\n`);
  const [same, broken, short, undated, dotted, other] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(same).toMatchObject({ band: 'STRONG' });
  expect(same.score).toBeGreaterThan(0.9);
  expect(same.reasons.map(({ code }: { code: string }) => code)).toContain('BIRTH_EQUAL');
  expect(broken).toEqual({ error: 'not JSON', line: 2 });
  expect(short).toMatchObject({ error: expect.stringContaining('b'), line: 3 });
  expect(undated).toMatchObject({ error: expect.stringContaining('a_born'), line: 4 });
  expect(dotted.reasons.map(({ code }: { code: string }) => code)).toContain('BIRTH_EQUAL');
  expect(other).toMatchObject({ band: 'NONE' });
  expect(status).toBe(1);
});

async function evaluate(...options: string[]): Promise<void> {
  const program = new Command('izdoo').exitOverride();
  registerEvaluationCommands(program);
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await program.parseAsync(['eval', 'pairs', ...options], { from: 'user' });
  } finally {
    vi.restoreAllMocks();
  }
}

test('eval pairs writes its report; a broken file is a mistake of the caller, named by line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'izdoo-names-'));
  const file = join(folder, 'pairs.jsonl');
  writeFileSync(
    file,
    '{"a":"Жумабаев Азамат","b":"Jumabayev Azamat","match":true}\n{"a":"A B","b":"C D","match":false}\n',
  );
  const report = join(folder, 'out.json');
  await evaluate('--file', file, '--json', report);
  expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({ n: 2, auc: 1, bestF1: 1 });
  writeFileSync(file, '{"a":1}\n');
  await expect(evaluate('--file', file)).rejects.toThrow(UsageError);
  await expect(evaluate('--file', file)).rejects.toThrow(/pairs\.jsonl:1: /);
});
