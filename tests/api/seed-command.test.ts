// `izdoo seed` in production: invented persons never come among real ones.
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { UsageError } from '../../server/cli/context.ts';
import { registerDatabaseCommands } from '../../server/cli/database.ts';
import { readConfig } from '../../server/config.ts';
import { TEST_SECRET } from '../support/people.ts';

function programIn(nodeEnv: string) {
  const opened: string[] = [];
  const program = new Command().exitOverride();
  registerDatabaseCommands(program, {
    config: readConfig({ NODE_ENV: nodeEnv, SECRET_KEY: TEST_SECRET }),
    withServices: async () => {
      opened.push(nodeEnv);
      return undefined as never;
    },
  });
  return { opened, run: (...words: string[]) => program.parseAsync(words, { from: 'user' }) };
}

test.each([[['seed']], [['seed', '--persons', '3']]])(
  '%j is refused before the database is opened',
  async (words) => {
    const { opened, run } = programIn('production');
    await expect(run(...words)).rejects.toThrow(UsageError);
    expect(opened).toEqual([]);
  },
);

test('elsewhere it is carried out', async () => {
  const { opened, run } = programIn('development');
  await run('seed', '--persons', '3');
  expect(opened).toEqual(['development']);
});
