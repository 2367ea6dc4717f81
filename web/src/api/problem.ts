// What the server says when something is wrong (RFC 9457), and what stands for it when nobody answers.

export interface ProblemFault {
  readonly at: string;
  readonly code: string;
  readonly message: string;
  /** Of a zone that was misread: which field, in which line. */
  readonly field?: string;
  readonly line?: string;
}

/** A refusal of the server, or `unreachable` when there was no answer at all. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly requestId: string | undefined;
  readonly faults: readonly ProblemFault[];
  /** Further members of the document, such as `retryAfter` or `allowed`. */
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(status: number, document: Record<string, unknown>) {
    const { code, title, detail, instance, errors, ...extra } = document;
    super(typeof title === 'string' ? title : `HTTP ${status}`);
    this.status = status;
    this.code = typeof code === 'string' ? code : 'unreachable';
    this.title = typeof title === 'string' ? title : '';
    this.detail = typeof detail === 'string' ? detail : undefined;
    this.requestId = typeof instance === 'string' ? instance.split(':').at(-1) : undefined;
    this.faults = Array.isArray(errors) ? (errors as ProblemFault[]) : [];
    this.extra = extra;
  }
}
