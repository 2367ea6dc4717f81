// `izdoo audit verify` at the console: what it prints and how it ends.
import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { registerAuditCommands } from '../../server/cli/audit.ts';
import type { CommandContext } from '../../server/cli/context.ts';
import { createAuditService } from '../../server/features/audit/service.ts';
import type { Services } from '../../server/services.ts';
import { type AuditLab, createAuditLab } from '../support/audit-lab.ts';

let lab: AuditLab;
beforeAll(async () => {
  lab = await createAuditLab();
});
beforeEach(() => lab.reset());
afterEach(() => {
  process.exitCode = 0;
  vi.restoreAllMocks();
});
afterAll(() => lab.close());

async function run(...options: string[]): Promise<{ printed: string; exitCode: number | undefined }> {
  const services = { audit: createAuditService(lab) } as Services;
  const context = {
    withServices: (work: (services: Services) => Promise<unknown>) => work(services),
  } as unknown as CommandContext;
  const program = new Command('izdoo').exitOverride();
  registerAuditCommands(program, context);
  let printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  await program.parseAsync(['audit', 'verify', ...options], { from: 'user' });
  vi.restoreAllMocks();
  return { printed, exitCode: process.exitCode as number | undefined };
}

test('a sound log ends with 0 and counts the rows that wait for their seal', async () => {
  await lab.write(3);
  await lab.newSealer().seal();
  await lab.write(1);
  const { printed, exitCode } = await run();
  expect(printed.split('\n')).toEqual([
    'seals       1',
    'sealed rows 3',
    'not sealed  1, the oldest since 2026-11-10T08:00:00.123Z',
    'heads       1 compared, 0 unreadable',
    'SOUND',
    '',
  ]);
  expect(exitCode).toBe(0);
});

test('a tampered log ends with 1 and names what was done', async () => {
  await lab.write(3);
  await lab.newSealer().seal();
  await lab.tamper((sql) => sql("update audit_event set actor_id = 'innocent' where id = 2"));
  const { printed, exitCode } = await run();
  expect(printed).toContain('FAULT a sealed row was edited, seal 1, row 2\n');
  expect(printed).toContain('TAMPERED, faults found: 1\n');
  expect(exitCode).toBe(1);
});

test('of many faults the first are named and all are counted; JSON is for machines', async () => {
  await lab.write(30);
  await lab.newSealer().seal();
  await lab.tamper((sql) => sql('delete from audit_event'));
  expect((await run()).printed).toContain('… and 10 more\nTAMPERED, faults found: 30\n');
  const { printed, exitCode } = await run('--json');
  expect(JSON.parse(printed)).toMatchObject({ sound: false, faultCount: 30 });
  expect(exitCode).toBe(1);
});
