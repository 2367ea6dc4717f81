// 200 files of 20 MB go through the API into the store, and out again as one archive, without moving the memory.
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { projectPath } from '../../server/platform/paths.ts';
import { plantCase } from '../support/case-files.ts';
import { createTestWorld } from '../support/world.ts';

const FILES = 200;
const PIECE = 64 * 1024;
const PIECES = 320;
const LIMIT_MB = 150;

const memoryMb = () => Math.round(process.memoryUsage().rss / 1024 / 1024);

test('memory stays where it was while 4 GB pass', { timeout: 1_800_000 }, async () => {
  const world = await createTestWorld();
  const server = world.app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const caseId = await plantCase(world);
  const token = await world.token('KGZ', 'CO');
  const piece = Buffer.alloc(PIECE, 'q');

  async function upload(no: number): Promise<void> {
    const boundary = 'izdoo-boundary';
    const field = (name: string, value: string) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const head = `${field('code', 'D10')}${field('language', 'ru')}${field('shared', 'true')}--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${no}.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\n% ${no}\n`;
    const outgoing = request({
      port,
      method: 'POST',
      path: `/v1/cases/${caseId}/files`,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
    });
    const answer = once(outgoing, 'response') as Promise<[IncomingMessage]>;
    outgoing.write(head);
    for (let sent = 0; sent < PIECES; sent += 1) if (!outgoing.write(piece)) await once(outgoing, 'drain');
    outgoing.end(`\n%%EOF\n\r\n--${boundary}--\r\n`);
    const [response] = await answer;
    response.resume();
    await once(response, 'end');
    if (response.statusCode === 429) {
      await sleep(Number(response.headers['retry-after'] ?? 5) * 1000);
      return upload(no);
    }
    expect(response.statusCode).toBe(201);
  }

  await upload(0);
  const before = memoryMb();
  const started = performance.now();
  let highest = before;
  for (let no = 1; no < FILES; no += 1) {
    await upload(no);
    highest = Math.max(highest, memoryMb());
  }
  const uploadSeconds = Math.round((performance.now() - started) / 1000);

  await world.services.caseFiles.sign(world.actor('KGZ', 'PRO'), caseId);
  const { content } = await world.services.caseFiles.originals(world.actor('KGZ', 'PRO'), caseId);
  let bytes = 0;
  const zipStarted = performance.now();
  for await (const chunk of content as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    highest = Math.max(highest, memoryMb());
  }
  const zipSeconds = Math.round((performance.now() - zipStarted) / 1000);
  const result = {
    files: FILES,
    megabytes: Math.round(bytes / 1e6),
    beforeMb: before,
    highestMb: highest,
    uploadSeconds,
    zipSeconds,
  };
  await mkdir(projectPath('bench', 'results'), { recursive: true });
  await writeFile(
    projectPath('bench', 'results', 'case-files-memory.json'),
    `${JSON.stringify({ at: new Date().toISOString(), node: process.version, ...result }, null, 2)}\n`,
  );
  server.close();
  await world.close();
  expect(bytes).toBeGreaterThan(FILES * PIECE * PIECES);
  expect(highest - before).toBeLessThan(LIMIT_MB);
});
