// What comes in and goes out about the files of extradition cases.
import { z } from 'zod';
import { DOCUMENT_CODES } from '../../domain/cases/documents.ts';
import { SENSITIVITIES } from '../../domain/persons/vocabulary.ts';
import { day } from '../alerts/contract.ts';

export const MAX_FILE_BYTES = 50 * 1024 * 1024;

const text = (maximum: number) => z.string().trim().min(1).max(maximum);
const certificate = { certifiedBy: text(300), certifiedOn: day };

/** Fields of a multipart form are texts. */
export const newCaseFile = z
  .strictObject({
    code: z.enum(DOCUMENT_CODES as [string, ...string[]]),
    language: z.string().regex(/^[a-z]{2,3}$/),
    shared: z
      .stringbool()
      .default(false)
      .meta({ description: 'true: part of the file that both sides see, once the case is shared.' }),
    translationOf: z.uuid().optional().meta({ description: 'The file that this one translates.' }),
    sensitivity: z.enum(SENSITIVITIES).default('NORMAL'),
    certifiedBy: certificate.certifiedBy.optional(),
    certifiedOn: certificate.certifiedOn.optional(),
  })
  .refine(({ certifiedBy, certifiedOn }) => (certifiedBy === undefined) === (certifiedOn === undefined), {
    path: ['certifiedOn'],
    params: { code: 'certificate-incomplete' },
  })
  .meta({ id: 'NewCaseFile' });

export const newVersion = z.strictObject({}).meta({ id: 'NewCaseFileVersion' });

export const certificateBody = z.strictObject(certificate).meta({
  id: 'CaseFileCertificate',
  examples: [{ certifiedBy: 'DEMO notary', certifiedOn: '2026-03-01' }],
});

export const caseParams = z.strictObject({ caseId: z.uuid() });
export const fileParams = z.strictObject({ caseId: z.uuid(), fileId: z.uuid() });
export const versionParams = z.strictObject({
  caseId: z.uuid(),
  fileId: z.uuid(),
  no: z.coerce.number().int().min(1).max(10_000),
});

const versionView = z.object({
  no: z.number(),
  sha256: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
  pdfa: z.string().nullable().meta({ description: 'What the file claims, such as 2B; not validated.' }),
  warnings: z
    .array(z.string())
    .meta({ description: 'ACTIVE_CONTENT, ATTACHMENTS: look before you open it.' }),
  scan: z.enum(['CLEAN', 'NOT_SCANNED']),
  certifiedBy: z.string().nullable(),
  certifiedOn: z.string().nullable(),
  uploadedAt: z.string(),
});

export const caseFileView = z
  .object({
    id: z.string(),
    code: z.string(),
    side: z.string(),
    visibleTo: z.string(),
    language: z.string(),
    translationOf: z.string().nullable(),
    sensitivity: z.string(),
    version: z.number(),
    frozen: z.boolean().meta({ description: 'Sent with the request: it takes no further version.' }),
    versions: z.array(versionView),
  })
  .meta({ id: 'CaseFile' });

export const caseFileList = z.object({ items: z.array(caseFileView) }).meta({ id: 'CaseFileList' });

export const manifestView = z
  .object({
    sha256: z
      .string()
      .nullable()
      .meta({ description: 'Of the request file as it stands; null: it is empty.' }),
    content: z.string().nullable().meta({ description: 'The canonical text that the hash is of.' }),
    isSigned: z.boolean().meta({ description: 'The last signature is over the file as it stands.' }),
    signature: z
      .object({
        sha256: z.string(),
        value: z.string().meta({ description: 'Ed25519 over the hash, Base64.' }),
        keyId: z.string(),
        signedBy: z.string(),
        signedAt: z.string(),
      })
      .nullable(),
    publicKey: z.string().meta({ description: 'PEM, to check the signature elsewhere.' }),
    uncertified: z.array(z.string()).meta({
      description: 'Codes with a translation that carries no certificate.',
    }),
  })
  .meta({ id: 'CaseManifest' });

export type NewCaseFile = z.output<typeof newCaseFile>;
export type Certificate = z.output<typeof certificateBody>;
export type CaseFileView = z.output<typeof caseFileView>;
export type ManifestView = z.output<typeof manifestView>;
