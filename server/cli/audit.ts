// Commands on the audit log: check it from end to end.
import type { Command } from 'commander';
import type { AuditFaultKind, AuditVerification } from '../domain/audit/verification.ts';
import { type CommandContext, consoleActor } from './context.ts';
import { createProgress, type Progress } from './progress.ts';

const WORDS: Record<AuditFaultKind, string> = {
  'row-edited': 'a sealed row was edited',
  'row-deleted': 'a sealed row is gone',
  'row-inserted': 'a row was slipped in',
  'marks-differ': 'the list of sealed rows differs from the seals',
  'seal-missing': 'a seal is missing',
  'seal-edited': 'a seal was edited',
  'chain-broken': 'a seal does not follow the one before it',
  'signature-wrong': 'a seal was not signed by this installation',
  'key-unknown': 'a seal was signed with another key',
  'note-false': 'a month is said to be gone for its age, without the signature of this installation',
  'head-differs': 'the chain was rewritten: an exported head names another seal',
  'tail-missing': 'the chain was cut short: an exported head names a seal that is gone',
};

/** @returns the report for people, one finding per line */
function describeVerification(result: AuditVerification): string {
  const { heads, gone } = result;
  const waiting = result.oldestUnsealedAt === null ? '' : `, the oldest since ${result.oldestUnsealedAt}`;
  const lines = [
    `seals       ${result.seals}`,
    `sealed rows ${result.sealed}`,
    `not sealed  ${result.unsealed}${waiting}`,
    ...(gone.months.length === 0
      ? []
      : [
          `gone        ${gone.rows} rows of ${gone.months.map(({ month }) => month).join(', ')}: their legal time was over; their hashes stay in the seals`,
        ]),
    heads.found
      ? `heads       ${heads.compared} compared, ${heads.unreadable} unreadable`
      : 'heads       no exported heads here: a chain that was cut short would not be noticed',
    ...result.faults.map(({ kind, seal, row }) =>
      [`FAULT ${WORDS[kind]}`, seal === null ? [] : `seal ${seal}`, row === null ? [] : `row ${row}`]
        .flat()
        .join(', '),
    ),
  ];
  const unlisted = result.faultCount - result.faults.length;
  if (unlisted > 0) lines.push(`… and ${unlisted} more`);
  lines.push(result.sound ? 'SOUND' : `TAMPERED, faults found: ${result.faultCount}`);
  return `${lines.join('\n')}\n`;
}

export function registerAuditCommands(program: Command, context: CommandContext): void {
  const audit = program.command('audit').description('the audit log');
  audit
    .command('shorten')
    .description('take months away whose legal time is over, as the night does; only from a sound log')
    .action(() =>
      context.withServices(async (services) => {
        const report = await services.audit.shorten(consoleActor('audit shorten'));
        process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
      }),
    );
  audit
    .command('verify')
    .description('check every seal and every sealed row; exit code 0: sound, 1: tampered')
    .option('--json', 'print the result as JSON')
    .action(({ json }: { json?: true }) =>
      context.withServices(async (services) => {
        let progress: Progress | undefined;
        const result = await services.audit.verify(consoleActor('audit verify'), (done, total) => {
          progress ??= createProgress('seals', total);
          progress.update(done);
        });
        progress?.end();
        process.stdout.write(json ? `${JSON.stringify(result, null, 2)}\n` : describeVerification(result));
        process.exitCode = result.sound ? 0 : 1;
      }),
    );
}
