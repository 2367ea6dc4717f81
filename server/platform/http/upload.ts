// Receives one file per request into a folder of its own; the file is gone when the request is over.
import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, statSync, unlinkSync } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import { type Fault, Problem } from '../../domain/errors.ts';
import type { UploadedFile } from './route.ts';

export interface Upload {
  readonly file: UploadedFile;
  readonly fields: Record<string, unknown>;
}

export type Receive = (request: Request, response: Response) => Promise<Upload>;

const LEFT_BEHIND_MS = 3_600_000;

/** Makes the folder, and clears files that a killed process left in it an hour or longer ago. */
export function prepareUploads(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    // Another process may clear the same file.
    const facts = statSync(path, { throwIfNoEntry: false });
    if (facts?.isFile() && Date.now() - facts.mtimeMs > LEFT_BEHIND_MS) {
      try {
        unlinkSync(path);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
  }
}

const FAULTS: Readonly<Record<string, Fault['code']>> = {
  LIMIT_UNEXPECTED_FILE: 'unknown-member',
  LIMIT_FILE_COUNT: 'too-many',
};

function asProblem(error: unknown): unknown {
  if (error instanceof MulterError) {
    const code = FAULTS[error.code];
    if (!code) return new Problem('too-large');
    const params = code === 'too-many' ? { maximum: 1 } : {};
    return new Problem('validation-failed', [{ at: `/${error.field ?? 'file'}`, code, params }]);
  }
  // Busboy says in plain errors that the form is cut off or has no boundary.
  if (error instanceof Error && /multipart|boundary|form|malformed/i.test(error.message)) {
    return new Problem('malformed-request');
  }
  return error;
}

/**
 * @returns a function that takes the file in the field `file` and the text fields out of a multipart request
 * @throws (the function) Problem `unsupported-media-type`, `too-large`, `malformed-request`, `validation-failed`
 */
export function createReceiver(folder: string, maxBytes: number): Receive {
  const receive = multer({
    dest: folder,
    defParamCharset: 'utf8',
    limits: {
      files: 1,
      fileSize: maxBytes,
      fields: 20,
      fieldNameSize: 100,
      fieldSize: 16_384,
      parts: 21,
      headerPairs: 20,
    },
  }).single('file');
  return async (request, response) => {
    if (!/^multipart\/form-data\s*;/i.test(request.headers['content-type'] ?? '')) {
      throw new Problem('unsupported-media-type');
    }
    await new Promise<void>((resolve, reject) => {
      receive(request, response, (error?: unknown) => (error ? reject(asProblem(error)) : resolve()));
    });
    const { file } = request;
    if (!file) throw new Problem('validation-failed', [{ at: '/file', code: 'required' }]);
    return {
      file: { path: file.path, originalName: file.originalname, bytes: file.size },
      fields: { ...(request.body as object) },
    };
  };
}

export async function removeUpload({ file }: Upload): Promise<void> {
  await unlink(file.path).catch((error: NodeJS.ErrnoException) => {
    // The handler may have moved the file to its final place.
    if (error.code !== 'ENOENT') throw error;
  });
}

/** @returns the SHA-256 (hex) of a received file */
export async function hashUpload({ file }: Upload): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file.path), hash);
  return hash.digest('hex');
}
