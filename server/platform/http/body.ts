// Reads JSON bodies: one content type, one encoding, 256 kB, nothing that the database could not keep.
import { isUtf8 } from 'node:buffer';
import express, { type Request, type Response } from 'express';
import { Problem } from '../../domain/errors.ts';
import { findUnstorable } from './text-check.ts';

const parse = express.json({
  limit: '256kb',
  inflate: false,
  strict: true,
  type: () => true,
  verify: (_request, _response, bytes) => {
    if (!isUtf8(bytes)) throw new Problem('malformed-request');
  },
});

const JSON_TYPE = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i;

export const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined ||
  (headers['content-length'] !== undefined && headers['content-length'] !== '0');

/**
 * @returns the parsed body; `{}` when none was sent, so that what is missing is named member by member
 * @throws Problem `unsupported-media-type`, `too-large`, `malformed-request`, `validation-failed`
 */
export async function readJson(request: Request, response: Response): Promise<unknown> {
  if (!hasBody(request)) return {};
  if (!JSON_TYPE.test(request.headers['content-type'] ?? '')) throw new Problem('unsupported-media-type');
  await new Promise<void>((resolve, reject) => {
    parse(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
  });
  refuseUnstorable(request.body);
  return request.body;
}

const parseForm = express.urlencoded({ extended: false, limit: '256kb', inflate: false, parameterLimit: 20 });

export const isForm = ({ headers }: Request): boolean =>
  /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(headers['content-type'] ?? '');

/** @returns the fields of a form as texts */
export async function readForm(request: Request, response: Response): Promise<unknown> {
  await new Promise<void>((resolve, reject) => {
    parseForm(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
  });
  const fields = { ...(request.body as object) };
  refuseUnstorable(fields);
  return fields;
}

/** @throws Problem `validation-failed` naming the place of a NUL character or half a surrogate pair */
export function refuseUnstorable(body: unknown): void {
  const at = findUnstorable(body);
  if (at !== null) throw new Problem('validation-failed', [{ at, code: 'unstorable-text' }]);
}
