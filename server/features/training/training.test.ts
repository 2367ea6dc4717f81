import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import { LOCALES } from '../../domain/access/actor.ts';
import { isDocumentExpired } from '../../domain/documents/mrz/mrz-dates.ts';
import { readMrz } from '../../domain/documents/mrz/read-mrz.ts';
import { markTraining } from '../../platform/pdf/training-mark.ts';
import { readExercises } from './exercises.ts';
import { layOutSheet } from './printed-sheet.ts';

const TODAY = { year: 2026, month: 11, day: 26 };

describe('the exercises', () => {
  const { exercises, decision } = readExercises();
  const read = (code: string) =>
    readMrz(exercises.find((one) => one.code === code)?.zone.join('\n') ?? '', TODAY);

  it('are five readings, a false match, a stale alert and a whole case', () => {
    expect(exercises.map(({ kind }) => kind).sort()).toEqual(
      ['MRZ', 'MRZ', 'MRZ', 'MRZ', 'MRZ', 'FALSE_MATCH', 'STALE_ALERT', 'CASE'].sort(),
    );
    expect(new Set(exercises.map(({ code }) => code)).size).toBe(exercises.length);
  });

  it('are not all answered by the same decision, and no two decisions are called the same', () => {
    const asked = exercises.flatMap(({ questions }) => questions);
    expect(new Set(asked.map(({ expected }) => expected)).size).toBeGreaterThan(6);
    for (const { offered } of asked)
      for (const locale of LOCALES)
        expect(new Set(offered.map((code) => decision(code)[locale])).size).toBe(offered.length);
  });

  it('hold zones that are what the answer says of them', () => {
    expect(read('MRZ-2')).toEqual({
      ok: false,
      issues: [expect.objectContaining({ field: 'DOCUMENT_NUMBER', fault: 'CHECK_DIGIT' })],
    });
    const documentOf = (code: string) => {
      const result = read(code);
      if (!result.ok) throw new Error(`${code} is not read: ${JSON.stringify(result.issues)}`);
      return result.reading.document;
    };
    const expired = (code: string) => {
      const { expiresOn } = documentOf(code);
      if (!expiresOn) throw new Error(`${code} has no end`);
      return isDocumentExpired(expiresOn, '2026-11-26');
    };
    expect(['MRZ-1', 'MRZ-3', 'MRZ-4', 'MRZ-5'].map(expired)).toEqual([false, true, false, false]);
    expect(documentOf('MRZ-1').documentNumber).toBe('PD1204567');
    expect(documentOf('MRZ-4').birth?.year).toBe(1958);
    expect(documentOf('MRZ-5').family).toBe('ZHATTYGALOV');
  });
});

describe('training', () => {
  let world: TestWorld;
  let token: string;
  beforeAll(async () => {
    world = await createTestWorld({ TRAINING: 'on' });
    token = await world.token('KGZ', 'BO1');
  });
  afterAll(() => world.close());

  const answer = (code: string, decisions: string[]) =>
    world.http(token).post(`/v1/training/exercises/${code}/answers`).send({ decisions });

  it('offers every exercise in the language of the reader, and never tells what is right', async () => {
    const situations = new Set<string>();
    for (const locale of LOCALES) {
      const { body } = await world
        .http(token)
        .get('/v1/training/exercises')
        .set('Accept-Language', locale)
        .expect(200);
      expect(body.items).toHaveLength(8);
      situations.add(body.items[0].situation);
      expect(JSON.stringify(body)).not.toMatch(/expected|why/);
    }
    expect(situations.size).toBe(4);
  });

  it('judges an answer, says why, and keeps the first for the sheet of that officer alone', async () => {
    const wrong = await answer('MRZ-2', ['SECOND_LINE']).expect(201);
    expect(wrong.body).toMatchObject({ right: 0, total: 1 });
    expect(wrong.body.questions[0]).toMatchObject({ isRight: false, expected: { code: 'READ_AGAIN' } });
    expect(wrong.body.questions[0].why.length).toBeGreaterThan(20);
    world.clock.advance(1_000);
    await answer('MRZ-2', ['READ_AGAIN']).expect(201);
    await answer('CASE-1', ['CALL_SECOND', 'SAME', 'TELL_OWNER', 'RELEASE']).expect(201);

    const { body } = await world.http(token).get('/v1/training/sheet').expect(200);
    expect(body.passed).toBe(1);
    const line = (code: string) => body.lines.find(({ exercise }: { exercise: string }) => exercise === code);
    expect(line('MRZ-2')).toMatchObject({
      attempts: 2,
      first: { right: 0 },
      last: { right: 1 },
      passed: false,
    });
    expect(line('CASE-1')).toMatchObject({ total: 4, first: { right: 4 }, passed: true });
    expect(line('MRZ-1')).toMatchObject({ attempts: 0, first: null, passed: false });

    const other = await world.http(await world.token('KGZ', 'BO2')).get('/v1/training/sheet');
    expect(other.body.lines.every(({ attempts }: { attempts: number }) => attempts === 0)).toBe(true);
  });

  it('shows the officers of a state to their own admin only', async () => {
    const admin = world.http(await world.token('KGZ', 'NAD'));
    const { body } = await admin.get('/v1/training/sheets').expect(200);
    expect(body.items).toMatchObject([{ passed: 1, answered: 2, total: 8 }]);
    const foreign = world.http(await world.token('KAZ', 'NAD'));
    expect((await foreign.get('/v1/training/sheets').expect(200)).body.items).toEqual([]);
    await world.http(token).get('/v1/training/sheets').expect(403);
  });

  it('refuses what is no answer, and keeps nothing of it', async () => {
    const before = await world.database.prisma.trainingAnswer.count();
    for (const decisions of [['DETAIN_ALONE'], ['GO_ON', 'GO_ON']]) {
      const { body } = await answer('MRZ-1', decisions).expect(422);
      expect(body.errors).toMatchObject([{ code: 'decision-not-offered' }]);
    }
    await answer('MRZ-9', ['GO_ON']).expect(404);
    expect(await world.database.prisma.trainingAnswer.count()).toBe(before);
  });

  it('prints the sheet of an officer for himself and for the admin of his state, with the mark of training', async () => {
    const folder = process.env['SCREENSHOTS'];
    for (const language of LOCALES) {
      const { status, type, body } = await world
        .http(token)
        .get(`/v1/training/sheet/print?language=${language}`)
        .buffer(true)
        .parse((response, done) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () => done(null, Buffer.concat(parts)));
        });
      expect([status, type]).toEqual([200, 'application/pdf']);
      expect(body.toString('latin1')).toContain(`/Lang (${language})`);
      if (folder) await writeFile(`${folder}/training-${language}.pdf`, body);
    }
    const officer = world.actor('KGZ', 'BO1');
    const admin = await world.token('KGZ', 'NAD');
    const print = (bearer: string, userId: string) =>
      world.http(bearer).get(`/v1/training/sheets/${userId}/print`);
    expect((await print(admin, officer.id)).status).toBe(200);
    expect((await print(admin, world.actor('KAZ', 'BO1').id)).status).toBe(404);
    expect((await print(token, officer.id)).status).toBe(403);
    const document = layOutSheet({
      ...{ sheet: { passed: 0, lines: [] }, officer: { name: 'Testov', login: 't', agency: 'A' } },
      ...{ locale: 'en', zone: 'UTC', now: new Date(0), viewer: 'x' },
    });
    expect(markTraining(document)).toMatchObject({ cover: { warnings: ['TRAINING'] }, form: 'SHEET' });
  });
});

describe('the registry', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createTestWorld();
  });
  afterAll(() => world.close());

  it('knows nothing of exercises', async () => {
    const asked = world.http(await world.token('KGZ', 'BO1'));
    await asked.get('/v1/training/exercises').expect(404);
    await asked.get('/v1/training/sheet').expect(404);
    await world
      .http(await world.token('KGZ', 'NAD'))
      .get('/v1/training/sheets')
      .expect(404);
    await asked
      .post('/v1/training/exercises/MRZ-1/answers')
      .send({ decisions: ['GO_ON'] })
      .expect(404);
  });
});
