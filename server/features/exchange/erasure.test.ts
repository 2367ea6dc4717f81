// One person in every place that held him, here and in another installation: found everywhere before his erasure, nowhere after it.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { makePerson, plainDraft, publish } from '../../../tests/support/alert-files.ts';
import { filesHolding, placesHolding } from '../../../tests/support/traces.ts';
import { type Installation, settle, twoInstallations } from '../../../tests/support/two-installations.ts';
import { systemActor } from '../../domain/access/actor.ts';
import { newId } from '../../platform/ids.ts';
import { photoBody } from '../photos/contract.ts';

// Two whole installations; a busy machine takes its time.
vi.setConfig({ testTimeout: 180_000 });

let a: Installation;
let b: Installation;
beforeAll(async () => {
  [a, b] = await twoInstallations();
}, 60_000);
afterAll(async () => {
  for (const one of [a, b]) {
    await one.shut();
    await one.world.close();
  }
});

const WORDS = ['Тестбеков', 'Testbekov', 'AC1234567', 'blue-marker'];
const DAY = 86_400_000;
const dpo = () => a.world.actor('KGZ', 'DPO');

const states = async () => ({
  here: await placesHolding(a.world, WORDS),
  'here, files': await filesHolding(a.world, WORDS),
  there: await placesHolding(b.world, WORDS),
  'there, files': await filesHolding(b.world, WORDS),
});

/** As it is shown in the documentation. */
function tell(title: string, found: Awaited<ReturnType<typeof states>>): string[] {
  return [
    title,
    ...Object.entries(found).map(([where, places]) => `  ${where.padEnd(13)}${places.join(' ') || '–'}`),
  ];
}

it('is gone from both installations, and the ledger of the first proves it place by place', async () => {
  const author = a.world.actor('KGZ', 'INV');
  const personId = await makePerson(a.world, author, { document: 'AC1234567' });
  const path = join(a.world.config.dataDir, newId());
  const bytes = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#112233' } })
    .jpeg()
    .toBuffer();
  await writeFile(path, bytes);
  const upload = { path, originalName: 'blue-marker.jpg', bytes: bytes.length };
  await a.world.services.photos.addPhoto(author, personId, upload, photoBody.parse({}));
  const { id: alertId } = await publish(a.world, 'KGZ', plainDraft(personId, {}));
  await settle(a, b);
  const before = await states();
  expect(before.here).toEqual(
    expect.arrayContaining(['person_name.full', 'person_search.names', 'photo.file_name']),
  );
  expect(before.there).toEqual(expect.arrayContaining(['person_name.full', 'person_search.names']));

  const { version } = await a.world.database.prisma.alert.findUniqueOrThrow({ where: { id: alertId } });
  const words = { reason: 'blue-marker: mistaken identity', withdrawal: 'ERROR' } as const;
  await a.world.services.alerts.takeStep(a.world.actor('KGZ', 'CO'), alertId, version, 'withdraw', words);
  await settle(a, b);
  // The other side does not act on him any more; what it still holds goes with him.
  expect(await b.world.database.prisma.alert.count({ where: { id: alertId, status: 'ACTIVE' } })).toBe(0);

  // The other one cannot be reached that night: the erasure is done, and not yet proved.
  for (const { world } of [a, b]) world.clock.advance(40 * DAY);
  await a.world.database.pool.query('delete from idempotency_key');
  await b.world.database.pool.query('delete from idempotency_key');
  await b.shut();
  const { retention } = a.world.services;
  await retention.runNight(systemActor('retention', newId()), 60_000);
  await settle(a);
  const ledger = async () =>
    (await retention.erasures(dpo(), { limit: 50 })).items.find(({ kind }) => kind === 'person');
  expect(await ledger()).toMatchObject({ rule: expect.any(String), provenAt: null });
  await b.open();
  a.world.clock.advance(DAY);
  b.world.clock.advance(DAY);
  await a.world.services.channel.send(a.peerId);
  await settle(a, b);
  await retention.prove(systemActor('prove-erasures', newId()));

  // What was asked and written stands in the log, sealed, for twelve months; its key ends then.
  const sealed = ['audit_event.sealed_data', 'audit_event_2026_11.sealed_data'];
  const gone = { 'here, files': [], there: [], 'there, files': [] };
  expect(await states()).toEqual({ here: sealed, ...gone });
  const entry = await ledger();
  a.world.clock.advance(366 * DAY);
  await retention.runNight(systemActor('retention', newId()), 60_000);
  const after = await states();
  expect(after).toEqual({ here: [], ...gone });
  expect(entry?.provenAt).not.toBeNull();
  expect(entry?.proof).toMatchObject({
    'other-installations': expect.any(String),
    files: expect.any(String),
  });
  const target = process.env['ERASURE_PROOF'];
  if (target)
    await writeFile(
      target,
      [
        ...tell('before the erasure', before),
        ...tell('after it', after),
        'entry of the ledger',
        ...JSON.stringify(
          { kind: entry?.kind, rule: entry?.rule, places: entry?.places, proof: entry?.proof },
          null,
          2,
        )
          .split('\n')
          .map((line) => `  ${line}`),
        '',
      ].join('\n'),
    );
});
