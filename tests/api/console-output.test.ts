// Long output of the console tool reaches a slow reader whole, and one who leaves early gets no stack.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectPath } from '../../server/platform/paths.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'izdoo-console-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function describeApi() {
  const tool = spawn(process.execPath, [projectPath('dist', 'server', 'cli.js'), 'openapi'], {
    env: { ...process.env, NODE_ENV: 'test', DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => tool.once('close', resolve));
  return { tool, ended };
}

test('a slow reader gets all of it', async () => {
  const { tool, ended } = describeApi();
  const chunks: Buffer[] = [];
  for await (const chunk of tool.stdout) {
    chunks.push(chunk as Buffer);
    await sleep(20);
  }
  expect(await ended).toBe(0);
  const text = Buffer.concat(chunks).toString('utf8');
  // More than a pipe holds, else this would prove nothing.
  expect(text.length).toBeGreaterThan(200_000);
  expect(JSON.parse(text)).toMatchObject({ openapi: '3.1.0' });
});

test('a reader who leaves early is no error', async () => {
  const { tool, ended } = describeApi();
  let complaint = '';
  tool.stderr.on('data', (chunk) => {
    complaint += String(chunk);
  });
  tool.stdout.once('data', () => tool.stdout.destroy());
  expect(await ended).toBe(0);
  expect(complaint).toBe('');
});
