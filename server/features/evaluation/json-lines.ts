// JSON lines read piece by piece, so that a file of a million lines needs no memory; a broken line is named by its number.

import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import type { z } from 'zod';

/** A file that cannot be read, or a line of it that is not what was expected; the message says where. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}

const CHUNK = 1 << 20;

/** Every line that is not blank, checked; unknown fields are left out. Throws BadInput at the first broken line. */
export function* readJsonLines<T>(file: string, schema: z.ZodType<T>): Generator<T> {
  let number = 0;
  for (const line of linesOf(file)) {
    number++;
    if (line.trim() === '') continue;
    yield parseLine(line, schema, `${file}:${number}`);
  }
}

function parseLine<T>(line: string, schema: z.ZodType<T>, place: string): T {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new BadInput(`${place}: not JSON: ${line.trim().slice(0, 80)}`);
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new BadInput(`${place}: ${faultsOf(parsed.error)}`);
  return parsed.data;
}

/** What is wrong with a line, in one line: "expected string, received undefined at b; …". */
export function faultsOf(error: z.ZodError): string {
  return error.issues
    .map(({ message, path }) => `${message}${path.length === 0 ? '' : ` at "${path.join('.')}"`}`)
    .join('; ');
}

function* linesOf(file: string): Generator<string> {
  const handle = open(file);
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.alloc(CHUNK);
    let rest = '';
    let first = true;
    for (;;) {
      const size = read(handle, buffer, file);
      if (first && buffer[0] === 0x1f && buffer[1] === 0x8b)
        throw new BadInput(`${file}: is compressed; unpack it first (gzip -d)`);
      let text = size === 0 ? decoder.end() : decoder.write(buffer.subarray(0, size));
      if (first && text.startsWith('\uFEFF')) text = text.slice(1);
      first = false;
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
      if (size === 0) break;
    }
    yield rest;
  } finally {
    closeSync(handle);
  }
}

function open(file: string): number {
  try {
    return openSync(file, 'r');
  } catch (error) {
    throw unreadable(file, error);
  }
}

function read(handle: number, buffer: Buffer, file: string): number {
  try {
    return readSync(handle, buffer, 0, CHUNK, null);
  } catch (error) {
    throw unreadable(file, error);
  }
}

const SENTENCES: Record<string, string> = {
  ENOENT: 'no such file',
  EISDIR: 'is a folder, not a file',
  EACCES: 'may not be read',
};

function unreadable(file: string, error: unknown): BadInput {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new BadInput(`${file}: ${SENTENCES[code] ?? message}`);
}
