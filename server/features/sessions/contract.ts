// What is said about signing in, sessions and one's own account.
import { z } from 'zod';
import { LOCALES } from '../../domain/access/actor.ts';
import { PERMISSIONS } from '../../domain/access/permission.ts';
import { ROLES } from '../../domain/access/role.ts';

const code = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ description: 'Six digits of the authenticator; each code works once.' });

/** Any text may be tried; what a new password must be like is said when it is set. */
const password = z.string().min(1).max(200);

export const loginBody = z
  .strictObject({ login: z.string().min(1).max(200), password, code: code.optional() })
  .meta({ id: 'Login' });

export const agencyOfUser = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  state: z.string().meta({ description: 'ISO 3166-1 alpha-3.' }),
});

export const SECOND_FACTOR_STATES = ['NOT_REQUIRED', 'ENROLMENT_REQUIRED', 'ENROLLED'] as const;

export const me = z
  .object({
    id: z.string(),
    login: z.string(),
    displayName: z.string(),
    locale: z.enum(LOCALES),
    agency: agencyOfUser,
    roles: z.array(z.enum(ROLES)),
    permissions: z.array(z.enum(PERMISSIONS)).meta({ description: 'What this session may use now.' }),
    mustChangePassword: z.boolean(),
    secondFactor: z.enum(SECOND_FACTOR_STATES),
    restriction: z
      .enum(['password-change-required', 'second-factor-enrolment-required'])
      .nullable()
      .meta({ description: 'What has to be done before anything else is allowed.' }),
  })
  .meta({ id: 'Me' });

export const sessionGrant = z
  .object({
    accessToken: z.string().meta({ description: 'Sent as `Authorization: Bearer …`.' }),
    expiresAt: z.string().meta({ description: 'End of the access token; refresh before it.' }),
    sessionId: z.string(),
    sessionEndsAt: z.string().meta({ description: 'End of the session, whatever is refreshed.' }),
    user: me,
  })
  .meta({ id: 'SessionGrant' });

export const sessionView = z
  .object({
    id: z.string(),
    current: z.boolean(),
    createdAt: z.string(),
    expiresAt: z.string(),
    ip: z.string().nullable(),
    userAgent: z.string().nullable(),
  })
  .meta({ id: 'Session' });

export const sessionList = z.object({ items: z.array(sessionView) });
export const sessionQuery = z.strictObject({
  userId: z
    .uuid()
    .optional()
    .meta({ description: "A user of the own state, for national admins; else one's own." }),
});
export const sessionParams = z.strictObject({ sessionId: z.uuid() });

export const passwordChange = z
  .strictObject({ currentPassword: password, newPassword: password })
  .meta({ id: 'PasswordChange' });

export const secondFactorBody = z.strictObject({ password }).meta({
  id: 'SecondFactorEnrolment',
  description: 'The password once more, so that a borrowed screen is not enough.',
});

export const secondFactorOffer = z
  .object({
    secret: z.string().meta({ description: 'Base 32, for typing.' }),
    uri: z.string().meta({ description: '`otpauth:` address, for a QR code.' }),
  })
  .meta({ id: 'SecondFactorOffer' });

export const secondFactorConfirmation = z.strictObject({ code }).meta({ id: 'SecondFactorConfirmation' });

export const rotatedKey = z
  .object({ kid: z.string(), retired: z.array(z.string()) })
  .meta({ id: 'SigningKey' });

export type LoginBody = z.output<typeof loginBody>;
export type Me = z.output<typeof me>;
export type SessionGrant = z.output<typeof sessionGrant>;
export type SessionView = z.output<typeof sessionView>;
export type PasswordChange = z.output<typeof passwordChange>;
export type SecondFactorOffer = z.output<typeof secondFactorOffer>;
