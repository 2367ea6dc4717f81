// Scenario 10: an arrest alert without a warrant's file, or after the limitation date, is rejected item by item.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { warrantBody } from '../../server/features/warrants/contract.ts';
import { arrestDraft, makeOffenceCode, makePerson, PDF } from '../support/alert-files.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

interface Rejection {
  readonly status: number;
  readonly body: { readonly code: string; readonly errors: { at: string; code: string; message: string }[] };
}

const listed = ({ body }: Rejection) => body.errors.map(({ at, code }) => `${at} ${code}`);

it('scenario 10: everything missing is listed at once, and what is mended falls from the list', async () => {
  const author = world.actor('KGZ', 'INV');
  const personId = await makePerson(world, author);
  const offenceCodeId = await makeOffenceCode(world, 'KGZ');
  const agent = world.http(await world.token('KGZ', 'INV'));
  const draft = arrestDraft(personId, offenceCodeId, {
    limitationDate: '2026-11-22',
    factsPlace: null,
    offences: [{ offenceCodeId, role: 'PERPETRATOR', attempt: false }],
  });
  const created = await agent.post('/v1/alerts').send(draft);
  expect(created.status).toBe(201);
  const { id } = created.body;
  let version: number = created.body.version;
  const submit = () =>
    agent
      .post(`/v1/alerts/${id}/submit`)
      .set('If-Match', `"v${version}"`)
      .set('Accept-Language', 'ru')
      .send({});

  const first = await submit();
  expect(first.status).toBe(422);
  expect(first.body.code).toBe('publication-gate');
  expect(listed(first)).toEqual([
    '/alert/warrants WARRANT_MISSING',
    '/alert/limitationDate LIMITATION_PASSED',
    '/alert/offences/0/articleText ARTICLE_TEXT_MISSING',
    '/alert/factsPlace FACTS_PLACE_MISSING',
  ]);

  // The gate says the same before anybody submits, and adds what only warns.
  const gate = await agent.get(`/v1/alerts/${id}/gate`).set('Purpose', 'P1 case-10');
  expect(gate.body.openForSubmission).toBe(false);
  const blocking = gate.body.findings.filter(
    (finding: { severity: string; stage: string }) =>
      finding.severity === 'BLOCKING' && finding.stage === 'SUBMIT',
  );
  expect(blocking.map(({ at, code }: { at: string; code: string }) => `${at} ${code}`)).toEqual(
    listed(first),
  );

  const warrant = warrantBody.parse({
    kind: 'ARREST_WARRANT',
    number: '3-114/2026',
    issuingAuthority: 'Test District Court',
    authorityType: 'COURT',
    issuedOn: '2026-02-10',
  });
  const added = await agent.post(`/v1/alerts/${id}/warrants`).set('If-Match', `"v${version}"`).send(warrant);
  expect(added.status).toBe(201);
  version = added.body.version;
  expect(listed(await submit())[0]).toBe('/alert/warrants/0 WARRANT_FILE_MISSING');

  const file = (content: Buffer, name: string) =>
    agent
      .post(`/v1/alerts/${id}/warrants/${added.body.warrantId}/file`)
      .set('If-Match', `"v${version}"`)
      .field('language', 'ru')
      .attach('file', content, name);
  const disguised = await file(Buffer.from('<html><script>alert(1)</script></html>'), 'ордер.pdf');
  expect(disguised.status).toBe(422);
  expect(disguised.body.code).toBe('unreadable-file');
  const scanned = await file(PDF, 'ордер.pdf');
  expect(scanned.status).toBe(201);
  version = scanned.body.version;
  expect(listed(await submit())[0]).toBe('/alert/limitationDate LIMITATION_PASSED');

  const mended = await agent
    .patch(`/v1/alerts/${id}`)
    .set('If-Match', `"v${version}"`)
    .send({
      limitationDate: '2026-11-23',
      factsPlace: 'Bishkek',
      offences: [{ offenceCodeId, articleText: 'Whoever takes a bribe…' }],
    });
  expect(mended.status).toBe(200);
  version = mended.body.version;
  const accepted = await submit();
  expect(accepted.status).toBe(200);
  expect(accepted.body.status).toBe('SUBMITTED');

  // The day after, the limitation has passed while the alert waited: the approver is stopped too.
  world.clock.set('2026-11-23T18:00:00Z');
  const approver = world.http(await world.token('KGZ', 'CO'));
  const late = await approver
    .post(`/v1/alerts/${id}/approve`)
    .set('If-Match', accepted.headers['etag'] ?? '')
    .send({ complianceReviewed: true });
  expect(late.status).toBe(422);
  expect(listed(late)).toEqual(['/alert/limitationDate LIMITATION_PASSED']);
});
