// The `izdoo` command: one file per group of commands in cli/.
import { Command, CommanderError } from 'commander';
import { registerAuditCommands } from './cli/audit.ts';
import { registerBackupCommands } from './cli/backup.ts';
import { createContext, UsageError } from './cli/context.ts';
import { registerDatabaseCommands } from './cli/database.ts';
import { registerEvaluationCommands } from './cli/evaluation.ts';
import { registerMirrorCommands } from './cli/mirror.ts';
import { registerNameCommands } from './cli/names.ts';
import { registerOfflineCommands } from './cli/offline.ts';
import { registerRetentionCommands } from './cli/retention.ts';
import { registerUserCommands } from './cli/users.ts';
import { BadSetting } from './config.ts';
import { Problem } from './domain/errors.ts';
import { WrongDatabase } from './platform/database/installation.ts';

const program = new Command('izdoo')
  .description('Izdoo: registry of wanted fugitives. Settings come from the environment, see .env.example.')
  .showHelpAfterError()
  .exitOverride();

// Whoever reads only the beginning (`| head`) has what he wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  const context = createContext();
  registerUserCommands(program, context);
  registerDatabaseCommands(program, context);
  registerAuditCommands(program, context);
  registerMirrorCommands(program, context);
  registerOfflineCommands(program, context);
  registerRetentionCommands(program, context);
  registerBackupCommands(program, context);
  registerNameCommands(program);
  registerEvaluationCommands(program);
  await program.parseAsync();
  // A pipe takes long output piece by piece; leaving at once would cut it off.
  await new Promise<void>((written) => process.stdout.write('', () => written()));
  process.exit(process.exitCode ?? 0);
} catch (error) {
  if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : 2);
  if (error instanceof UsageError || error instanceof BadSetting || error instanceof WrongDatabase)
    process.stderr.write(`${error.message}\n`);
  else if (error instanceof Problem) {
    const faults = error.faults.map(({ at, code }) => `  ${at || '/'}: ${code}`);
    process.stderr.write(`${[error.code, ...faults].join('\n')}\n`);
  } else process.stderr.write(`${(error as Error).stack}\n`);
  process.exit(error instanceof UsageError || error instanceof BadSetting ? 2 : 1);
}
