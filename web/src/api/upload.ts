// Sending a file and hearing how far it is: the browser tells that of XMLHttpRequest only.
import { headersOf, renewToken } from './client.ts';
import { ApiProblem } from './problem.ts';

export interface UploadOptions {
  readonly fields?: Readonly<Record<string, string | undefined>>;
  /** Sent as `Idempotency-Key`: a repeated upload is the same one. */
  readonly key?: string;
  readonly version?: number;
  /** Part that has gone out, 0 to 1. */
  onProgress?(part: number): void;
  readonly signal?: AbortSignal;
}

interface Sent {
  readonly status: number;
  readonly text: string;
}

function formOf(file: File, fields: UploadOptions['fields'] = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, value);
  // The file last, so that the server knows the fields before the bytes come.
  form.set('file', file);
  return form;
}

function send(path: string, file: File, options: UploadOptions): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    const { key, version } = options;
    for (const [name, value] of headersOf(path, { key, version })) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) options.onProgress?.(loaded / total);
    });
    request.addEventListener('load', () => resolve({ status: request.status, text: request.responseText }));
    request.addEventListener('error', () => reject(new ApiProblem(0, { code: 'unreachable' })));
    request.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
    options.signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(formOf(file, options.fields));
  });
}

function read(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** @throws ApiProblem; an AbortError when it was stopped */
export async function upload<T>(path: string, file: File, options: UploadOptions = {}): Promise<T> {
  let sent = await send(path, file, options);
  if (sent.status === 401 && (await renewToken())) sent = await send(path, file, options);
  const document = read(sent.text);
  if (sent.status >= 400) throw new ApiProblem(sent.status, document);
  return document as T;
}
