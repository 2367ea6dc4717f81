import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemOf } from '../../../tests/support/problems.ts';
import { placeAlert } from '../../../tests/support/sharing.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { newId } from '../../platform/ids.ts';
import { personBody } from '../persons/contract.ts';
import { photoBody } from './contract.ts';

let world: TestWorld;
let inv: Actor;
let kazakh: Actor;
let personId: string;
beforeAll(async () => {
  world = await createTestWorld();
  inv = world.actor('KGZ', 'INV');
  kazakh = world.actor('KAZ', 'INV');
  const body = personBody.parse({ sex: 'M', names: [{ type: 'PRIMARY', full: 'Абдыраев Талант' }] });
  personId = (await world.services.persons.createPerson(inv, body)).id;
  await placeAlert(world, 'KGZ', personId);
});
afterAll(() => world.close());

const picture = (colour = '#808080') =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();

async function upload(bytes: Buffer, originalName = 'снимок.jpg') {
  const path = join(world.config.dataDir, newId());
  await writeFile(path, bytes);
  return { path, originalName, bytes: bytes.length };
}
const add = async (actor: Actor, fields: object = {}, bytes?: Buffer, name?: string) =>
  world.services.photos.addPhoto(
    actor,
    personId,
    await upload(bytes ?? (await picture()), name),
    photoBody.parse(fields),
  );
const show = async (actor: Actor, photoId: string, size: 'full' | 'thumb' = 'full') =>
  (await world.services.photos.showPhoto(actor, photoId, { size })).content as Buffer;

describe('photos', () => {
  test('are kept clean under their content, with the name as data only', async () => {
    const name = '../../снимок 「1」.jpg';
    const { photo, version } = await add(
      inv,
      { takenOn: '2026-01-02', sourceRef: 'file 7' },
      undefined,
      name,
    );
    expect(photo).toMatchObject({
      fileName: name,
      mediaType: 'image/jpeg',
      width: 640,
      height: 480,
      isPrimary: true,
    });
    const person = await world.services.persons.viewPerson(inv, personId);
    expect(person.version).toBe(version);
    expect(person.photos).toEqual([photo]);
    const row = await world.database.prisma.photo.findUniqueOrThrow({ where: { id: photo.id } });
    expect((await world.services.files.read(row.sha256)).length).toBe(photo.bytes);
    const thumb = await sharp(await world.services.files.read(row.thumbSha256)).metadata();
    expect([thumb.width, thumb.height]).toEqual([320, 240]);
  });

  test('one of the own side is primary: the first, or the one that is said to be', async () => {
    const second = await add(inv);
    expect(second.photo.isPrimary).toBe(false);
    const third = await add(inv, { isPrimary: 'true' });
    const { photos } = await world.services.persons.viewPerson(inv, personId);
    expect(photos.filter(({ isPrimary }) => isPrimary).map(({ id }) => id)).toEqual([third.photo.id]);
  });

  test('are shown with the viewer’s mark, each look kept first', async () => {
    const { photo } = await add(inv);
    const mine = await show(inv, photo.id);
    const theirs = await show(kazakh, photo.id);
    const row = await world.database.prisma.photo.findUniqueOrThrow({ where: { id: photo.id } });
    const kept = await world.services.files.read(row.sha256);
    expect(mine.equals(kept)).toBe(false);
    expect(mine.equals(theirs)).toBe(false);
    const info = await sharp(await show(inv, photo.id, 'thumb')).metadata();
    expect([info.width, info.height]).toEqual([320, 240]);
    const traces = await world.database.prisma.auditEvent.findMany({
      where: { type: 'photo.viewed' },
      orderBy: { id: 'asc' },
    });
    const looks = traces.filter(({ data }) => (data as { photoId: string }).photoId === photo.id);
    expect(looks.map(({ actorId }) => actorId)).toEqual([inv.id, kazakh.id, inv.id]);
    expect(
      await world.database.prisma.disclosure.count({
        where: { via: 'PHOTO', recipientState: 'KAZ', personId },
      }),
    ).toBe(1);
  });

  test('that one may not see do not exist', async () => {
    const { photo } = await add(inv, { sensitivity: 'RESTRICTED' });
    expect(await problemOf(show(kazakh, photo.id))).toBe('not-found');
    expect(await problemOf(show(kazakh, newId()))).toBe('not-found');
    expect(await problemOf(world.services.photos.removePhoto(kazakh, photo.id, 1))).toBe('not-found');
    expect(
      (await world.services.persons.viewPerson(kazakh, personId)).photos.map(({ id }) => id),
    ).not.toContain(photo.id);
    expect(await problemOf(show(world.actor('KGZ', 'CO'), photo.id))).toBe('done');
  });

  test('are added and removed by their own side only', async () => {
    expect(await problemOf(add(kazakh))).toBe('forbidden');
    const { photo, version } = await add(inv);
    expect(await problemOf(world.services.photos.removePhoto(kazakh, photo.id, version))).toBe('forbidden');
    expect(await problemOf(world.services.photos.removePhoto(inv, photo.id, version - 1))).toBe(
      'version-mismatch',
    );
    await world.services.photos.removePhoto(inv, photo.id, version);
    expect(await problemOf(show(inv, photo.id))).toBe('not-found');
    await placeAlert(world, 'KAZ', personId, { status: 'DRAFT', sharing: 'OWNER_ONLY' });
    expect((await add(kazakh)).photo.source).toMatchObject({ state: 'KAZ', own: true });
  });

  test('bad files and days are refused, and nothing is recorded', async () => {
    const count = () => world.database.prisma.photo.count();
    const before = await count();
    expect(await problemOf(add(inv, {}, Buffer.from('%PDF-1.7')))).toBe('unreadable-file /file:NOT_A_PHOTO');
    expect(await problemOf(add(inv, {}, (await picture()).subarray(0, 700)))).toBe(
      'unreadable-file /file:DAMAGED_IMAGE',
    );
    expect(await problemOf(add(inv, { takenOn: '2027-01-01' }))).toBe('validation-failed /takenOn:IN_FUTURE');
    expect(await problemOf(add(inv, { alertId: newId() }))).toBe('validation-failed /alertId:UNKNOWN_ALERT');
    expect(await problemOf(world.services.photos.addPhoto(inv, personId, null, {}))).toBe(
      'validation-failed /file:required',
    );
    expect(await count()).toBe(before);
  });
});

describe('through the API', () => {
  test('a Cyrillic file name arrives whole, the image is not cached, and a repeated upload makes one photo', async () => {
    const token = await world.token('KGZ', 'INV');
    const bytes = await picture('#336699');
    const send = () =>
      world
        .http(token)
        .post(`/v1/persons/${personId}/photos`)
        .set('Idempotency-Key', 'photo-1')
        .field('takenOn', '2026-02-03')
        .attach('file', bytes, 'Фото анфас № 2.jpg');
    const first = await send();
    expect([first.status, first.body.photo?.fileName]).toEqual([201, 'Фото анфас № 2.jpg']);
    expect((await send()).body.photo.id).toBe(first.body.photo.id);

    const path = `/v1/photos/${first.body.photo.id}/image?size=thumb`;
    expect((await world.http(token).get(path)).body.code).toBe('purpose-required');
    const image = await world.http(token).get(path).set('Purpose', 'P1 case 7');
    expect([image.status, image.type]).toEqual([200, 'image/jpeg']);
    expect(image.headers['cache-control']).toContain('no-store');
    expect(image.headers['x-content-type-options']).toBe('nosniff');
    expect((await world.http(token).get(`${path}&size=huge`).set('Purpose', 'P1 x')).status).toBe(422);

    const removed = await world.http(token).delete(`/v1/photos/${first.body.photo.id}`);
    expect(removed.status).toBe(428);
    const done = await world
      .http(token)
      .delete(`/v1/photos/${first.body.photo.id}`)
      .set('If-Match', `"v${first.body.version}"`);
    expect([done.status, done.body.version]).toEqual([200, first.body.version + 1]);
  });

  test('a first-line officer gets no photo, and the attempt is kept', async () => {
    const { photo } = await add(inv);
    const token = await world.token('KGZ', 'BO1');
    const answer = await world.http(token).get(`/v1/photos/${photo.id}/image`).set('Purpose', 'P2 x');
    expect(answer.status).toBe(403);
    const [trace] = await world.database.prisma.auditEvent.findMany({
      where: { type: 'access.refused' },
      orderBy: { id: 'desc' },
      take: 1,
    });
    expect(trace?.data).toMatchObject({ route: 'getPhotoImage' });
  });
});
