// What is said about users.
import { z } from 'zod';
import { LOCALES } from '../../domain/access/actor.ts';
import { ROLES } from '../../domain/access/role.ts';
import { pageOf, pageQuery } from '../../platform/http/page.ts';

const displayName = z.string().trim().min(1).max(200);
const email = z.email().max(200);
const roles = z.array(z.enum(ROLES)).min(1).max(ROLES.length);

export const login = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._@-]{2,99}$/)
  .meta({ description: 'Small Latin letters, digits and `. _ @ -`; it stays for good.' });

export const userView = z
  .object({
    id: z.string(),
    login: z.string(),
    displayName: z.string(),
    agency: z.object({ id: z.string(), code: z.string(), name: z.string(), state: z.string() }),
    roles: z.array(z.enum(ROLES)),
    locale: z.enum(LOCALES),
    email: z.string().nullable().meta({ description: 'Where notices about cases go; null: none are sent.' }),
    active: z.boolean(),
    demo: z.boolean(),
    mustChangePassword: z.boolean(),
    secondFactorEnrolled: z.boolean(),
    createdAt: z.string(),
    version: z.number(),
  })
  .meta({ id: 'User' });

export const newUser = z
  .strictObject({
    login,
    displayName,
    agencyId: z.uuid(),
    roles,
    locale: z.enum(LOCALES).default('ru'),
    email: email.optional(),
  })
  .meta({
    id: 'NewUser',
    examples: [
      {
        login: 'a.example',
        displayName: 'A. Example',
        agencyId: '01890a5d-ac96-774b-bcce-b302099a8057',
        roles: ['INV'],
      },
    ],
  });

export const userChange = z
  .strictObject({
    displayName: displayName.optional(),
    agencyId: z.uuid().optional(),
    roles: roles.optional(),
    locale: z.enum(LOCALES).optional(),
    email: email.nullable().optional(),
    active: z.boolean().optional(),
  })
  .meta({
    id: 'UserChange',
    description: 'A change of agency, roles or `active` ends the sessions of the user.',
  });

export const temporaryPassword = z.string().meta({
  description: 'Shown this one time only; it has to be changed at the first sign-in.',
});

export const createdUser = z.object({ user: userView, temporaryPassword }).meta({ id: 'CreatedUser' });
export const passwordReset = z.object({ temporaryPassword }).meta({ id: 'PasswordReset' });

export const userPage = pageOf(userView);
export const userQuery = pageQuery.extend({
  agencyId: z.uuid().optional(),
  role: z.enum(ROLES).optional(),
  active: z.stringbool().optional(),
});
export const userParams = z.strictObject({ userId: z.uuid() });

export const actorNamesQuery = z.strictObject({
  ids: z
    .string()
    .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,99}$/)
    .transform((ids) => ids.split(','))
    .meta({ description: 'Up to 100 ids of a history, separated by commas.' }),
});
const actorName = z
  .object({
    id: z.string(),
    name: z.string().nullable().meta({ description: 'Of people of the own agency.' }),
    agency: z.string().meta({ description: 'Name of the agency.' }),
    state: z.string(),
  })
  .meta({ id: 'ActorName', description: 'Who an id of a history is, as far as the caller may know.' });
export const actorNames = z.object({ items: z.array(actorName) });
export type ActorName = z.output<typeof actorName>;

export type UserView = z.output<typeof userView>;
export type NewUser = z.output<typeof newUser>;
export type UserChange = z.output<typeof userChange>;
export type CreatedUser = z.output<typeof createdUser>;
export type UserPage = z.output<typeof userPage>;
export type UserQuery = z.output<typeof userQuery>;
