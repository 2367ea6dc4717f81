// Warrants: who may put them under an alert and when, what a fallen one does, and to whom its file is shown.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addWarrant,
  arrestDraft,
  makeOffenceCode,
  makeStranger,
  PDF,
  publish,
} from '../../../tests/support/alert-files.ts';
import { refusalOf } from '../../../tests/support/refusals.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import { warrantBody, warrantChange } from './contract.ts';

let world: TestWorld;
let offenceCodeId: string;
beforeAll(async () => {
  world = await createTestWorld();
  offenceCodeId = await makeOffenceCode(world, 'KGZ');
});
afterAll(() => world.close());

const inv = () => world.actor('KGZ', 'INV');
const co = () => world.actor('KGZ', 'CO');
const BODY = {
  kind: 'JUDGMENT',
  number: '1-77/2025',
  issuingAuthority: 'Test District Court',
  authorityType: 'COURT',
  issuedOn: '2025-11-01',
} as const;

const draft = async () => arrestDraft(await makeStranger(world, inv()), offenceCodeId);

async function upload(content: Buffer | string) {
  const path = join(world.config.dataDir, `${Math.random()}.upload`);
  await writeFile(path, content);
  return { path, originalName: '../../etc/ордер <b>.pdf', bytes: content.length };
}

describe('under a draft', () => {
  it('is added, corrected and given its file; days that cannot be are refused', async () => {
    const { alerts, warrants } = world.services;
    const alert = await alerts.createAlert(inv(), await draft());
    const add = (change: object, version = alert.version) =>
      warrants.addWarrant(inv(), alert.id, version, warrantBody.parse({ ...BODY, ...change }));
    expect((await refusalOf(add({ issuedOn: '2026-11-24' }))).faults).toEqual([
      { at: '/issuedOn', code: 'day-in-future' },
    ]);
    expect((await refusalOf(add({ validUntil: '2025-10-31' }))).faults).toEqual([
      { at: '/validUntil', code: 'until-before-from' },
    ]);
    const added = await add({ remainingSentence: { years: 2, months: 3, days: 0 } });
    const place = { alertId: alert.id, warrantId: added.warrantId, version: added.version };
    const wrong = warrantChange.parse({ validUntil: '2025-01-01' });
    expect((await refusalOf(warrants.changeWarrant(inv(), place, wrong))).code).toBe('validation-failed');
    await warrants.changeWarrant(
      inv(),
      place,
      warrantChange.parse({ validUntil: '2027-01-01', inAbsentia: true }),
    );
    expect((await refusalOf(add({}))).code).toBe('version-mismatch');
    const view = await alerts.getAlert(inv(), alert.id);
    expect(view.warrants).toMatchObject([
      {
        kind: 'JUDGMENT',
        issuedOn: '2025-11-01',
        validUntil: '2027-01-01',
        inAbsentia: true,
        remainingSentence: { years: 2, months: 3, days: 0 },
        file: null,
        standing: false,
      },
    ]);
  });

  it('a file is what its content says, and may be replaced before anybody approved it', async () => {
    const { alerts, warrants } = world.services;
    const alert = await alerts.createAlert(inv(), await draft());
    const added = await warrants.addWarrant(inv(), alert.id, alert.version, warrantBody.parse(BODY));
    const place = { alertId: alert.id, warrantId: added.warrantId, version: added.version };
    const script = await upload('<script>alert(1)</script>');
    expect((await refusalOf(warrants.addFile(inv(), place, script, {}))).code).toBe('unreadable-file');
    const first = await warrants.addFile(inv(), place, await upload(PDF), { language: 'ky' });
    const again = await upload(Buffer.concat([PDF, Buffer.from('\n% second scan\n')]));
    await warrants.addFile(inv(), { ...place, version: first.version }, again, {});
    const [warrant] = (await alerts.getAlert(inv(), alert.id)).warrants;
    expect(warrant).toMatchObject({
      standing: true,
      file: {
        mediaType: 'application/pdf',
        name: '../../etc/ордер <b>.pdf',
        bytes: again.bytes,
        language: null,
      },
    });
  });
});

describe('under a published alert', () => {
  it('the last one revoked: the alert goes on, its owner is told', async () => {
    const { alerts, warrants } = world.services;
    const alert = await publish(world, 'KGZ', await draft());
    const [warrant] = (await alerts.getAlert(inv(), alert.id)).warrants;
    const place = { alertId: alert.id, warrantId: warrant?.id ?? '', version: alert.version };
    const revocation = { reason: 'court order 5', revokedOn: '2026-11-20' };
    expect((await refusalOf(warrants.revokeWarrant(world.actor('KAZ', 'CO'), place, revocation))).code).toBe(
      'forbidden',
    );
    const revoked = await warrants.revokeWarrant(inv(), place, revocation);
    expect(revoked.status).toBe('ACTIVE');
    expect(revoked.tasks.map(({ code }) => code)).toEqual(['NO_STANDING_WARRANT']);
    expect(
      (await refusalOf(warrants.revokeWarrant(inv(), { ...place, version: revoked.version }, revocation)))
        .code,
    ).toBe('conflict');
    const partner = await alerts.getAlert(world.actor('KAZ', 'INV'), alert.id);
    expect(partner.warrants).toMatchObject([{ standing: false, revokedOn: '2026-11-20' }]);
    // A new warrant with its scan takes the task away; only the owner may put it there.
    const another = warrantBody.parse({ ...BODY, number: '2' });
    expect((await refusalOf(warrants.addWarrant(inv(), alert.id, revoked.version, another))).code).toBe(
      'forbidden',
    );
    const mended = await addWarrant(world, co(), { id: alert.id, version: revoked.version });
    expect(mended.tasks).toEqual([]);
  });

  it('an expired warrant is seen by the calendar of its owner, on the day after its last', async () => {
    const { alerts } = world.services;
    const author = inv();
    let alert = await alerts.createAlert(author, await draft());
    alert = await addWarrant(world, author, alert, { validUntil: '2026-11-23' });
    alert = await alerts.takeStep(author, alert.id, alert.version, 'submit', {});
    alert = await alerts.takeStep(co(), alert.id, alert.version, 'approve', { complianceReviewed: true });
    const tasks = async () => (await alerts.getAlert(co(), alert.id)).owner?.tasks.map(({ code }) => code);
    expect(await tasks()).toEqual([]);
    const before = world.clock.now();
    world.clock.set('2026-11-23T18:00:00Z');
    expect(await tasks()).toEqual(['NO_STANDING_WARRANT']);
    world.clock.set(before);
  });

  it('neither the paper nor its file is exchanged after approval', async () => {
    const { alerts, warrants } = world.services;
    const alert = await publish(world, 'KGZ', await draft());
    const [warrant] = (await alerts.getAlert(co(), alert.id)).warrants;
    const place = { alertId: alert.id, warrantId: warrant?.id ?? '', version: alert.version };
    const change = warrantChange.parse({ number: 'other' });
    expect((await refusalOf(warrants.changeWarrant(co(), place, change))).code).toBe(
      'transition-not-allowed',
    );
    expect((await refusalOf(warrants.addFile(co(), place, await upload(PDF), {}))).faults).toEqual([
      { at: '/file', code: 'file-is-fixed' },
    ]);
  });

  it('its file is shown to those who see the alert, with a trace, and to nobody after the withdrawal', async () => {
    const { alerts, warrants } = world.services;
    const alert = await publish(world, 'KGZ', await draft());
    const [warrant] = (await alerts.getAlert(co(), alert.id)).warrants;
    const warrantId = warrant?.id ?? '';
    const partner = world.actor('KAZ', 'INV');
    const reply = await warrants.openFile(partner, alert.id, warrantId);
    expect(reply.mediaType).toBe('application/pdf');
    expect(await buffer(reply.content as NodeJS.ReadableStream)).toEqual(PDF);
    const { rows } = await world.database.pool.query(
      "select actor_id, data from audit_event where type = 'warrant.file-viewed' and subject_id = $1",
      [alert.id],
    );
    expect(rows).toEqual([{ actor_id: partner.id, data: { warrantId } }]);
    const noted = await world.database.prisma.disclosure.count({
      where: { recipientId: partner.id, via: 'FILE', alertIds: { has: alert.id } },
    });
    expect(noted).toBe(1);
    // A file is reached through its own alert only.
    const other = await publish(world, 'KGZ', await draft());
    expect((await refusalOf(warrants.openFile(partner, other.id, warrantId))).code).toBe('not-found');
    await alerts.takeStep(co(), alert.id, alert.version, 'withdraw', { withdrawal: 'AMNESTY', reason: 'x' });
    expect((await refusalOf(warrants.openFile(partner, alert.id, warrantId))).code).toBe('not-found');
  });
});
