// The parts of the API's description that all routes share: headers, security schemes, the problem document.
import { LOCALES } from '../../domain/access/actor.ts';
import { PROBLEMS } from '../../domain/errors.ts';

export const HEADER_PARAMETERS = {
  Purpose: {
    name: 'Purpose',
    in: 'header',
    required: true,
    description:
      'Why somebody looks: a code P1–P8, a space, and a case number or a few words, percent-encoded (UTF-8) where not ASCII. Kept with the trace of the access.',
    schema: { type: 'string', pattern: '^P[1-8] \\S.*$' },
    example: 'P1 demo',
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The ETag that was read, so that nobody overwrites what he has not seen.',
    schema: { type: 'string', pattern: '^"v[0-9]+"$' },
    example: '"v1"',
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'A repeated request with the same key gets the first answer and is not carried out again (24 hours).',
    schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
  },
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    required: false,
    description: 'Language of messages; without it the language of the user.',
    schema: { type: 'string' },
    example: LOCALES[0],
  },
} as const;

export const SECURITY_SCHEMES = {
  accessToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'Access token of `POST /v1/sessions`, good for ten minutes.',
  },
  apiKey: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'izk_…',
    description: 'Key of a service account, narrowed to its scopes.',
  },
  refreshCookie: {
    type: 'apiKey',
    in: 'cookie',
    name: 'izdoo_refresh',
    description: 'Set by `POST /v1/sessions`; each refresh token is used once.',
  },
} as const;

export const PROBLEM_SCHEMA = {
  type: 'object',
  description: 'RFC 9457 problem document; some codes add members of their own.',
  properties: {
    type: { type: 'string', format: 'uri', examples: ['urn:izdoo:problem:validation-failed'] },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string', description: 'Names the request for the administrator.' },
    code: { type: 'string', enum: Object.keys(PROBLEMS) },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          at: {
            type: 'string',
            description: 'JSON pointer into the body, or `query/x`, `path/x`, `header/x`.',
          },
          code: { type: 'string' },
          message: { type: 'string' },
        },
        required: ['at', 'code', 'message'],
      },
    },
    retryAfter: { type: 'number', description: 'Seconds, with `too-many-requests`.' },
    permission: { type: 'string', description: 'What is missing, with `forbidden`.' },
  },
  required: ['type', 'title', 'status', 'instance', 'code'],
} as const;
