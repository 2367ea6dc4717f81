// A start waits for a database that lets nobody in yet; whoever waits for an answer does not.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type AuditLab, createAuditLab } from '../../../tests/support/audit-lab.ts';
import { createDatabase } from './database.ts';
import { waitForDatabase } from './patience.ts';

let lab: AuditLab;
const doors: Server[] = [];
const sockets = new Set<Socket>();
beforeAll(async () => {
  lab = await createAuditLab();
});
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  for (const door of doors.splice(0)) door.close();
});
afterAll(() => lab.close());

/** A door before the database: whoever comes stands in it for so long. */
async function openDoor(delayMs: number, port = 0): Promise<string> {
  const { hostname, port: behind } = new URL(lab.url);
  const door = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    setTimeout(() => {
      const inside = connect(Number(behind), hostname);
      inside.on('error', () => socket.destroy());
      sockets.add(inside);
      socket.pipe(inside).pipe(socket);
    }, delayMs);
  });
  doors.push(door);
  door.listen(port, '127.0.0.1');
  await once(door, 'listening');
  return urlAt((door.address() as AddressInfo).port);
}

function urlAt(port: number): string {
  const url = new URL(lab.url);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return url.href;
}

function listening() {
  const said: string[] = [];
  return { said, logger: { warn: (_facts: object, text?: string) => void said.push(text ?? '') } };
}

/** A port at which nobody listens now. */
async function closedPort(): Promise<number> {
  const url = await openDoor(0);
  const door = doors.pop();
  door?.close();
  return Number(new URL(url).port);
}

test('a start waits for a database that begins to listen later, and says so once', async () => {
  const port = await closedPort();
  const { said, logger } = listening();
  const waiting = waitForDatabase(urlAt(port), logger);
  await sleep(600);
  await openDoor(0, port);
  await waiting;
  expect(said).toEqual(['the database lets nobody in yet: the start waits']);
});

test('it gives up in the end, and at once where waiting does not help', async () => {
  const { said, logger } = listening();
  await expect(waitForDatabase(urlAt(await closedPort()), logger, 600)).rejects.toThrow(/ECONNREFUSED/);
  expect(said).toHaveLength(1);
  const wrong = new URL(lab.url);
  wrong.password = 'wrong';
  await expect(waitForDatabase(wrong.href, logger)).rejects.toThrow(/password/);
  expect(said).toHaveLength(1);
});

test('during the start a connection may take its time; a check is told after a moment', async () => {
  const url = await openDoor(3_000);
  const [patient, hasty] = [1, 2].map(() => createDatabase({ url, clock: lab.clock, vault: lab.vault })) as [
    ReturnType<typeof createDatabase>,
    ReturnType<typeof createDatabase>,
  ];
  const { said, logger } = listening();
  try {
    const [first, second] = await Promise.allSettled([
      patient.patiently(() => patient.pool.query('select 1 as one')),
      hasty.pool.query('select 1 as one'),
      waitForDatabase(url, logger),
    ]);
    expect(first).toMatchObject({ status: 'fulfilled', value: { rows: [{ one: 1 }] } });
    expect(second).toMatchObject({ status: 'rejected' });
    expect(said).toHaveLength(1);
  } finally {
    for (const database of [patient, hasty]) await database.close();
  }
});
