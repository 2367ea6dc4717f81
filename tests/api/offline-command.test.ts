// `izdoo offline` at the console of the installation and at a post without a line.
import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { CommandContext } from '../../server/cli/context.ts';
import { registerOfflineCommands } from '../../server/cli/offline.ts';
import type { Services } from '../../server/services.ts';
import { makeWanted } from '../support/border.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
let folder: string;
beforeAll(async () => {
  world = await createTestWorld();
  // The reader at the post has no clock but its own.
  world.clock.set(new Date());
  folder = await mkdtemp(join(tmpdir(), 'izdoo-offline-'));
});
afterAll(() => world.close());

const at = (name: string) => join(folder, name);

async function run(options: string[], input = ''): Promise<string> {
  const context = {
    withServices: (work: (services: Services) => Promise<unknown>) => work(world.services),
  } as unknown as CommandContext;
  const program = new Command('izdoo').exitOverride();
  registerOfflineCommands(program, context, Readable.from([input]));
  let printed = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  try {
    await program.parseAsync(['offline', ...options], { from: 'user' });
  } finally {
    spy.mockRestore();
  }
  return printed;
}

test('from the key of the device to an answer without a line, and no answer where none may be given', {
  timeout: 60_000,
}, async () => {
  await makeWanted(world, { family: 'Безлинин', given: 'Карим', birth: '1969-07-08', document: 'AN7700001' });
  await run(['key', at('device')]);
  expect((await stat(at('device'))).mode & 0o777).toBe(0o600);
  await expect(run(['key', at('device')])).rejects.toThrow('is there already');
  await writeFile(at('trust'), await run(['trust']));
  const exporting = ['export', '--post', 'Korday', '--device', at('device.pub'), '--out', at('copy')];
  await expect(run(exporting, '')).rejects.toThrow();
  const officer = await world.token('KAZ', 'BO2');
  await expect(run(exporting, officer)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await run(exporting, `${await world.token('KAZ', 'CO')}\n`)).toMatch(/^1 persons, copy /);

  const asking = ['check', '--copy', at('copy'), '--key', at('device'), '--trust', at('trust')];
  expect(await run([...asking, '--document', 'AN7700001'])).toBe('REFER\n');
  expect(await run([...asking, '--family', 'BEZLININ', '--given', 'KARIM', '--birth', '1969-07-08'])).toBe(
    'REFER\n',
  );
  expect(
    await run([
      ...asking,
      '--mrz',
      'P<KGZTESTBEKOV<<ZHENISH<<<<<<<<<<<<<<<<<<<<</AC12345674KGZ8002158M31010122150219801234558',
    ]),
  ).toMatch(/^NO MATCH IN A COPY OF \d{4}-\d\d-\d\dT[\d:.]+Z\n$/);
  await expect(run([...asking, '--given', '?'])).rejects.toMatchObject({ code: 'validation-failed' });

  const notes = await readFile(at('device.seen'), 'utf8');
  await writeFile(at('device.seen'), notes.replace(/^20\d\d/, '2099'));
  await expect(run([...asking, '--document', 'AN7700001'])).rejects.toThrow(
    'REFUSED: the notes of this device were changed',
  );
  await writeFile(at('device.seen'), notes);
  await writeFile(at('copy'), (await readFile(at('copy'), 'utf8')).replace('"version":1', '"version":2'));
  await expect(run([...asking, '--document', 'AN7700001'])).rejects.toThrow('REFUSED: tampered');
});
