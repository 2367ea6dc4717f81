// The scanner's own protocol, spoken with a small server: clean, infected, away, silent about what it means.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemOf } from '../../../tests/support/problems.ts';
import { createVirusScanner } from './virus-scan.ts';

let folder: string;
let path: string;
const content = Buffer.alloc(300_000, 'слово');
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'izdoo-scan-'));
  path = join(folder, 'file');
  await writeFile(path, content);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Reads one INSTREAM and answers; keeps what it was sent. */
async function clamd(answer: string, work: (address: string, received: () => Buffer) => Promise<void>) {
  let body = Buffer.alloc(0);
  const server: Server = createServer((socket) => {
    let input = Buffer.alloc(0);
    let at = 'zINSTREAM\0'.length;
    socket.on('data', (chunk) => {
      input = Buffer.concat([input, chunk]);
      while (input.length >= at + 4) {
        const size = input.readUInt32BE(at);
        if (size === 0) {
          expect(input.subarray(0, 10).toString('latin1')).toBe('zINSTREAM\0');
          socket.end(answer);
          return;
        }
        if (input.length < at + 4 + size) return;
        body = Buffer.concat([body, input.subarray(at + 4, at + 4 + size)]);
        at += 4 + size;
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await work(`tcp://127.0.0.1:${(server.address() as AddressInfo).port}`, () => body);
  } finally {
    server.close();
  }
}

describe('a file', () => {
  test('goes to the scanner whole, and what it finds clean is clean', () =>
    clamd('stream: OK\0', async (address, received) => {
      expect(await createVirusScanner(address).scan(path)).toBe('CLEAN');
      expect(received().equals(content)).toBe(true);
    }));

  test('that it finds infected is refused', () =>
    clamd('stream: Demo.Test FOUND\0', async (address) => {
      expect(await problemOf(createVirusScanner(address).scan(path))).toBe(
        'unreadable-file /file:IS_INFECTED',
      );
    }));

  test.each(['INSTREAM size limit exceeded. ERROR\0', ''])('without an opinion (%j) is refused', (answer) =>
    clamd(answer, async (address) => {
      expect(await problemOf(createVirusScanner(address).scan(path))).toBe('unavailable /file:SCANNER_AWAY');
    }),
  );

  test('is refused when the scanner is configured and absent, and unscanned when none is', async () => {
    expect(await problemOf(createVirusScanner('tcp://127.0.0.1:1').scan(path))).toBe(
      'unavailable /file:SCANNER_AWAY',
    );
    expect(await problemOf(createVirusScanner(`unix:${join(folder, 'nowhere')}`).scan(path))).toBe(
      'unavailable /file:SCANNER_AWAY',
    );
    expect(await createVirusScanner(null).scan(path)).toBe('NOT_SCANNED');
  });
});
