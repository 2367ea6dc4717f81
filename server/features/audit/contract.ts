// The audit log as auditors and data-protection officers read it.
import { z } from 'zod';
import { AUDIT_FAULTS } from '../../domain/audit/verification.ts';
import { pageOf, pageQuery } from '../../platform/http/page.ts';

const instant = z.iso.datetime({ offset: true });

const filterShape = {
  from: instant.optional().meta({ description: 'First instant, inclusive.' }),
  to: instant.optional().meta({ description: 'Last instant, exclusive.' }),
  actorId: z.string().min(1).max(100).optional().meta({
    description: 'An id, or the login of an account or the name of a key of the own state.',
  }),
  type: z
    .string()
    .regex(/^[a-z-]+\.[a-z-]+$/)
    .max(60)
    .optional()
    .meta({ examples: ['person.viewed'] }),
  subjectId: z.string().min(1).max(100).optional().meta({
    description: 'An id, or a registry, alert or case number, or the login of an account of the own state.',
  }),
  agencyId: z.uuid().optional(),
  outcome: z.enum(['SUCCESS', 'REFUSED', 'FAILED']).optional(),
};

export const auditQuery = pageQuery.extend(filterShape);
export type AuditQuery = z.output<typeof auditQuery>;

const auditFilter = z.strictObject(filterShape);
export type AuditFilter = z.output<typeof auditFilter>;

export const auditExportQuery = auditFilter.extend({ format: z.enum(['csv', 'json']).default('csv') });
export type AuditExportQuery = z.output<typeof auditExportQuery>;

const auditRowView = z
  .object({
    id: z.string(),
    at: z.string(),
    type: z.string(),
    outcome: z.string(),
    actorKind: z.string(),
    actorId: z.string().nullable(),
    sessionId: z.string().nullable(),
    agencyId: z.string().nullable(),
    state: z.string().nullable(),
    requestId: z.string().nullable(),
    ip: z.string().nullable(),
    purposeCode: z.string().nullable(),
    purposeReference: z.string().nullable(),
    subjectType: z.string().nullable(),
    subjectId: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
    hasSecret: z
      .boolean()
      .meta({ description: 'An encrypted text belongs to the row; its detail shows it.' }),
    sealNo: z.string().nullable().meta({ description: 'Null while the row waits for its seal.' }),
  })
  .meta({ id: 'AuditRow' });
export type AuditRow = z.output<typeof auditRowView>;

export const auditPage = pageOf(auditRowView);
export type AuditPage = z.output<typeof auditPage>;

export const auditRowParams = z.object({ rowId: z.string().regex(/^[1-9]\d{0,17}$/) });

export const auditRowDetail = auditRowView
  .extend({
    secret: z.string().nullable(),
    secretState: z
      .enum(['NONE', 'READABLE', 'UNREADABLE'])
      .meta({ description: 'UNREADABLE: changed, or encrypted with another secret.' }),
  })
  .meta({ id: 'AuditRowDetail' });
export type AuditRowDetail = z.output<typeof auditRowDetail>;

export const auditNamesQuery = z.strictObject({
  ids: z
    .string()
    .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,199}$/)
    .transform((ids) => ids.split(','))
    .meta({ description: 'Up to 200 ids, separated by commas.' }),
});

/** Who or what an id of the log stands for. */
const auditName = z
  .object({ id: z.string(), kind: z.enum(['USER', 'AGENCY', 'KEY', 'NUMBER']), name: z.string() })
  .meta({
    id: 'AuditName',
    description:
      'Accounts and keys of the own state, agencies of all, and the numbers of the own records, alerts and cases; an id that is not told is not listed.',
  });
export type AuditName = z.output<typeof auditName>;
export const auditNames = z.object({ items: z.array(auditName) });

const sealView = z
  .object({
    no: z.number(),
    sealedAt: z.string(),
    count: z.number(),
    settledId: z.string().meta({ description: 'Every row up to this id is sealed or was never committed.' }),
    previousHash: z.string(),
    hash: z.string(),
    keyId: z.string(),
    signature: z.string().meta({ description: 'Ed25519 over the 32 bytes of `hash`, hexadecimal.' }),
  })
  .meta({ id: 'AuditSeal' });
export type SealView = z.output<typeof sealView>;

export const sealPage = pageOf(sealView).extend({
  publicKey: z.string().meta({ description: 'PEM; signatures can be checked without this system.' }),
});
export type SealPage = z.output<typeof sealPage>;

export const verificationView = z
  .object({
    sound: z.boolean(),
    seals: z.number(),
    sealed: z.number(),
    unsealed: z.number().meta({ description: 'Rows that wait for their seal: no fault.' }),
    oldestUnsealedAt: z.string().nullable(),
    heads: z.object({
      found: z.boolean().meta({
        description: 'False: this process keeps no exported heads, so a cut tail would not be seen.',
      }),
      compared: z.number(),
      unreadable: z.number(),
    }),
    gone: z
      .object({ months: z.array(z.object({ month: z.string(), rows: z.number() })), rows: z.number() })
      .meta({ description: 'Taken away when the legal time was over; their hashes stay in the seals.' }),
    faultCount: z.number(),
    faults: z.array(
      z.object({ kind: z.enum(AUDIT_FAULTS), seal: z.number().nullable(), row: z.string().nullable() }),
    ),
  })
  .meta({ id: 'AuditVerification' });
