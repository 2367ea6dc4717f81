// The one door to the API: token, language, purpose, versions and problems; nothing else in the screens calls fetch.
import type { Locale } from '../i18n/locale.ts';
import { ApiProblem } from './problem.ts';

export interface Purpose {
  readonly code: string;
  readonly reference: string;
}

export interface ApiOptions {
  readonly body?: unknown;
  /** A file and its fields, sent as multipart/form-data. */
  readonly form?: FormData;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Sent as `If-Match`. */
  readonly version?: number;
  /** Sent as `Idempotency-Key`: the same key is the same creation, however often it is sent. */
  readonly key?: string;
  /** The route takes the purpose as a member of the body. */
  readonly purposeInBody?: boolean;
  /** Sent as `Last-Event-ID`: what came after it is told again. */
  readonly lastEventId?: string;
  readonly signal?: AbortSignal;
}

export interface Answer<T> {
  readonly data: T;
  /** Version from the ETag, for the next change. */
  readonly version: number | undefined;
}

/** What the client has to know of the person who sits here; set by the session. */
export interface ClientContext {
  token(): string | undefined;
  /** @returns whether a new token could be had */
  refresh(): Promise<boolean>;
  locale(): Locale;
  purpose(): Purpose | undefined;
  /** Asks the person for a purpose. @returns whether one was given */
  askPurpose(): Promise<boolean>;
}

let context: ClientContext = {
  token: () => undefined,
  refresh: async () => false,
  locale: () => 'en',
  purpose: () => undefined,
  askPurpose: async () => false,
};

export const setClientContext = (next: ClientContext): void => {
  context = next;
};

/** For the one sender that is not fetch: an upload that tells how far it is. */
export function headersOf(path: string, { body, version, key, lastEventId }: ApiOptions): Headers {
  const headers = new Headers({ 'Accept-Language': context.locale() });
  const token = context.token();
  if (token !== undefined && !path.startsWith('/v1/sessions/refresh'))
    headers.set('Authorization', `Bearer ${token}`);
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  if (version !== undefined) headers.set('If-Match', `"v${version}"`);
  if (key !== undefined) headers.set('Idempotency-Key', key);
  if (lastEventId !== undefined) headers.set('Last-Event-ID', lastEventId);
  const purpose = context.purpose();
  if (purpose) headers.set('Purpose', `${purpose.code} ${encodeURIComponent(purpose.reference)}`);
  return headers;
}

function addressOf(path: string, query: ApiOptions['query'] = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(name, String(value));
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

function bodyOf({ body, form, purposeInBody }: ApiOptions): BodyInit | null {
  if (form) return form;
  if (body === undefined) return null;
  return JSON.stringify(purposeInBody ? { ...(body as object), purpose: context.purpose() } : body);
}

async function send(method: string, path: string, options: ApiOptions): Promise<Response> {
  try {
    return await fetch(addressOf(path, options.query), {
      method,
      headers: headersOf(path, options),
      body: bodyOf(options),
      signal: options.signal ?? null,
      credentials: 'same-origin',
    });
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error;
    throw new ApiProblem(0, { code: 'unreachable' });
  }
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const document = await response.json().catch(() => ({}));
  return new ApiProblem(response.status, document as Record<string, unknown>);
}

export const renewToken = async (): Promise<boolean> =>
  context.token() !== undefined && (await context.refresh());

/** Sends a request; an expired token is renewed once. */
async function sendRenewing(method: string, path: string, options: ApiOptions): Promise<Response> {
  const response = await send(method, path, options);
  return response.status === 401 && (await renewToken()) ? send(method, path, options) : response;
}

const PURPOSE_PROBLEMS = ['purpose-required', 'purpose-not-allowed'];

/** Sends a request; where the server asks why, so is the person, and the request is sent again. @throws ApiProblem */
async function call(method: string, path: string, options: ApiOptions = {}): Promise<Response> {
  const response = await sendRenewing(method, path, options);
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (!PURPOSE_PROBLEMS.includes(problem.code) || !(await context.askPurpose())) throw problem;
  const second = await sendRenewing(method, path, options);
  if (!second.ok) throw await problemOf(second);
  return second;
}

const versionOf = (response: Response): number | undefined => {
  const match = /^(?:W\/)?"v(\d+)"$/.exec(response.headers.get('ETag') ?? '');
  return match ? Number(match[1]) : undefined;
};

async function json<T>(method: string, path: string, options?: ApiOptions): Promise<Answer<T>> {
  const response = await call(method, path, options);
  const data = response.status === 204 ? undefined : await response.json();
  return { data: data as T, version: versionOf(response) };
}

export const api = {
  get: async <T>(path: string, options?: ApiOptions): Promise<T> =>
    (await json<T>('GET', path, options)).data,
  /** With the version, where the resource will be changed afterwards. */
  read: <T>(path: string, options?: ApiOptions) => json<T>('GET', path, options),
  post: async <T>(path: string, options?: ApiOptions): Promise<T> =>
    (await json<T>('POST', path, options)).data,
  put: async <T>(path: string, options?: ApiOptions): Promise<T> =>
    (await json<T>('PUT', path, options)).data,
  patch: async <T>(path: string, options?: ApiOptions): Promise<T> =>
    (await json<T>('PATCH', path, options)).data,
  remove: async (path: string, options?: ApiOptions): Promise<void> => {
    await call('DELETE', path, options);
  },
  /** Bytes with their media type: a photo, an export. */
  blob: async (path: string, options?: ApiOptions): Promise<Blob> =>
    (await call('GET', path, options)).blob(),
  /** The open answer of a stream of events. */
  stream: (path: string, options?: ApiOptions): Promise<Response> => call('GET', path, options),
};
