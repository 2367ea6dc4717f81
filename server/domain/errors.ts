// The catalogue of problems: code → HTTP status. Texts in four languages live in platform/i18n/problems.ts.

export const PROBLEMS = {
  'malformed-request': 400,
  'invalid-credentials': 401,
  'not-authenticated': 401,
  'session-ended': 401,
  'second-factor-required': 401,
  'second-factor-enrolment-required': 403,
  'password-change-required': 403,
  forbidden: 403,
  'own-work': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  conflict: 409,
  'transition-not-allowed': 409,
  'idempotency-conflict': 409,
  'duplicate-login': 409,
  'not-in-training': 409,
  'version-mismatch': 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  'validation-failed': 422,
  'purpose-required': 422,
  'purpose-not-allowed': 422,
  'publication-gate': 422,
  'unreadable-file': 422,
  'version-required': 428,
  'too-many-requests': 429,
  'internal-error': 500,
  unavailable: 503,
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** One thing that is wrong, and where: a JSON pointer into the body, or `query/x`, `header/x`, `path/x`. */
export interface Fault {
  readonly at: string;
  /** A code of the validation catalogue, of the publication gate, or of a domain check. */
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number | boolean>>;
}

/**
 * An error that the caller is told about. Everything else becomes `internal-error` with an id and no detail.
 * `extra` are additional public members of the problem document.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly faults: readonly Fault[];
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(
    code: ProblemCode,
    faults: readonly Fault[] = [],
    extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
    this.code = code;
    this.faults = faults;
    this.extra = extra;
  }
}

/** What may not be seen does not exist. */
export const notFound = (): Problem => new Problem('not-found');
