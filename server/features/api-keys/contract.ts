// What is said about API keys.
import { z } from 'zod';
import { PERMISSIONS } from '../../domain/access/permission.ts';
import { pageOf, pageQuery } from '../../platform/http/page.ts';
import { purposeSchema } from '../../platform/http/purpose.ts';
import { KEY_SCOPES } from './key-facts.ts';

export const apiKeyView = z
  .object({
    id: z.string(),
    name: z.string(),
    agencyId: z.string(),
    scopes: z.array(z.enum(PERMISSIONS)),
    purpose: purposeSchema.nullable(),
    createdAt: z.string(),
    expiresAt: z.string(),
    revokedAt: z.string().nullable(),
    version: z.number(),
  })
  .meta({ id: 'ApiKey' });

export const newApiKey = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    agencyId: z.uuid(),
    scopes: z.array(z.enum(KEY_SCOPES)).min(1).max(KEY_SCOPES.length),
    expiresAt: z.iso.datetime({ offset: true }).meta({ description: 'At most 366 days from now.' }),
    purpose: purposeSchema.optional().meta({
      description:
        'Why the system asks that gets the key, for protocols that cannot say it with each question (yente, OpenRefine).',
    }),
  })
  .meta({
    id: 'NewApiKey',
    examples: [
      {
        name: 'Passenger gateway, Manas',
        agencyId: '01890a5d-ac96-774b-bcce-b302099a8057',
        scopes: ['check.run'],
        expiresAt: '2027-01-01T00:00:00Z',
      },
    ],
  });

export const createdApiKey = z
  .object({
    apiKey: apiKeyView,
    secret: z
      .string()
      .meta({ description: 'Sent as `Authorization: Bearer …` or `ApiKey …`; shown this one time only.' }),
  })
  .meta({ id: 'CreatedApiKey' });

export const apiKeyPage = pageOf(apiKeyView);
export const apiKeyQuery = pageQuery;
export const apiKeyParams = z.strictObject({ apiKeyId: z.uuid() });

export type ApiKeyView = z.output<typeof apiKeyView>;
export type NewApiKey = z.output<typeof newApiKey>;
export type CreatedApiKey = z.output<typeof createdApiKey>;
export type ApiKeyPage = z.output<typeof apiKeyPage>;
