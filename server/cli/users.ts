// Commands on accounts: the first account of an installation is made here.
import { type Command, InvalidArgumentError } from 'commander';
import { LOCALES, type Locale } from '../domain/access/actor.ts';
import { ROLES, type Role } from '../domain/access/role.ts';
import { DEMO_ACCOUNTS, DEMO_TOTP_SECRET } from '../features/seed/demo-accounts.ts';
import { totpCode } from '../platform/security/totp.ts';
import { type CommandContext, consoleActor, UsageError } from './context.ts';

function roleList(text: string): Role[] {
  const roles = text.split(',').map((role) => role.trim().toUpperCase());
  const unknown = roles.filter((role) => !ROLES.includes(role as Role));
  if (unknown.length > 0)
    throw new InvalidArgumentError(`unknown: ${unknown.join(', ')}; known: ${ROLES.join(', ')}`);
  return roles as Role[];
}

function locale(text: string): Locale {
  if (!LOCALES.includes(text as Locale)) throw new InvalidArgumentError(`one of ${LOCALES.join(', ')}`);
  return text as Locale;
}

interface AddOptions {
  name: string;
  roles: Role[];
  agency: string;
  state: string;
  agencyName?: string;
  locale: Locale;
}

export function registerUserCommands(program: Command, context: CommandContext): void {
  const user = program.command('user').description('accounts');

  user
    .command('add <login>')
    .description('make an account with a temporary password; the agency is made when its code is new')
    .requiredOption('--name <name>', 'name shown to others')
    .requiredOption('--roles <list>', `comma-separated: ${ROLES.join(', ')}`, roleList)
    .requiredOption('--agency <code>', 'code of the agency')
    .requiredOption('--state <alpha3>', 'state of the agency, for example KGZ')
    .option('--agency-name <name>', 'name of a new agency (default: its code)')
    .option('--locale <code>', LOCALES.join(', '), locale, 'ru')
    .action((login: string, options: AddOptions) =>
      context.withServices(async ({ agencies, users }) => {
        const actor = consoleActor('user add');
        const agency = await agencies.ensure(actor, {
          code: options.agency,
          state: options.state.toUpperCase(),
          name: options.agencyName ?? options.agency,
          kind: 'OTHER',
        });
        const { temporaryPassword } = await users.addFromConsole(actor, {
          login,
          displayName: options.name,
          roles: options.roles,
          agencyId: agency.id,
          locale: options.locale,
        });
        process.stdout.write(`${login}: temporary password ${temporaryPassword}\n`);
      }),
    );

  user
    .command('reset <login>')
    .description('new temporary password, no second factor, all sessions ended')
    .action((login: string) =>
      context.withServices(async ({ users }) => {
        const { temporaryPassword } = await users.resetFromConsole(consoleActor('user reset'), login);
        process.stdout.write(`${login}: temporary password ${temporaryPassword}\n`);
      }),
    );

  user
    .command('code <login>')
    .description('the current second-factor code of a demo account')
    .action((login: string) => {
      if (!DEMO_ACCOUNTS.some((account) => account.login === login)) {
        throw new UsageError(`${login} is no demo account: its code comes from its owner’s authenticator`);
      }
      process.stdout.write(`${totpCode(DEMO_TOTP_SECRET, new Date())}\n`);
    });
}
