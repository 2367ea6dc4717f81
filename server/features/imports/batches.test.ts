import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { type BatchedFile, batchesOf } from './batches.ts';

const LINES = ['{"names": [1]}', '{"names": [2]}', '{"names": [3]}', '{"names": [4]}', '{"names": [5]}'];

/** A file that breaks after so many lines, and how many were drafted of it. */
function fileOf(lines: readonly string[], breaksAfter: number) {
  let opened = 0;
  async function* content() {
    for (const [index, line] of lines.entries()) {
      if (index === breaksAfter) throw new Error('broken');
      yield Buffer.from(`${line}\n`);
    }
  }
  const drafted: Date[] = [];
  const clock = {
    now() {
      drafted.push(new Date(0));
      return new Date(0);
    },
  };
  // The head is read by itself, and all of it.
  const open = async () => Readable.from(opened++ === 0 ? lines.map((line) => Buffer.from(line)) : content());
  const parts = { files: { open }, persons: {}, clock } as unknown as Parameters<typeof batchesOf>[0];
  const file = {
    ...{ row: { sha256: '', position: 1 }, source: 'NATIVE', format: 'JSONL', kind: 'PERSONS' },
    options: {},
  } as unknown as BatchedFile;
  return { batches: batchesOf(parts, file, 2), drafted };
}

test('the next batch is made while one is worked on, and no more than that', async () => {
  const { batches, drafted } = fileOf(LINES, Number.POSITIVE_INFINITY);
  const { value: first } = await batches.next();
  expect(first).toMatchObject({
    position: 1,
    records: [{ line: 2 }, { line: 3 }],
    drafts: [{ ok: false }, {}],
  });
  await expect.poll(() => drafted.length).toBe(2);
  expect((await batches.next()).value).toMatchObject({ position: 3, records: [{ line: 4 }, { line: 5 }] });
  expect(await batches.next()).toEqual({ done: true, value: undefined });
});

test('what is broken further on is told when it is its turn, and not when the work is left before', async () => {
  const { batches } = fileOf(LINES, 4);
  expect((await batches.next()).value).toMatchObject({ position: 1 });
  await expect(batches.next()).rejects.toThrow('broken');

  const left = fileOf(LINES, 4).batches;
  await left.next();
  await expect(left.return()).resolves.toMatchObject({ done: true });
});
