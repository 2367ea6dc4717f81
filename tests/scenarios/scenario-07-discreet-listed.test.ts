// Scenario 7: an investigator of state A and a discreet alert of state B that is listed only to C: whatever he asks,
// nothing differs from a world without the alert.
import type { Response } from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../server/platform/ids.ts';
import { makePerson, plainDraft, publish } from '../support/alert-files.ts';
import { type SearchWorld, throughBothAdapters } from '../support/search-adapters.ts';

const WANTED = { family: 'Сырдуубеков', given: 'Тынчтык', birth: '1978-04-09', document: 'AN7712345' };
const PURPOSE = 'P1 case-7';

/** What an answer says, without what differs between any two requests. */
const essence = ({ status, body, headers }: Response, ids: readonly string[]) => ({
  status,
  type: headers['content-type'],
  etag: headers['etag'],
  body: ids
    .reduce((text, id) => text.replaceAll(id, '<id>'), JSON.stringify(body))
    .replace(/urn:izdoo:request:[^"]+/, '<request>')
    .replace(/"(checkId|reference|asOf|at)":"[^"]*"/g, '"$1":"…"'),
});

/** Everything that somebody of state A could try, with the ids of the person and the alert in his hands. */
async function probe(world: SearchWorld, personId: string, alertId: string) {
  await world.settle();
  const investigator = world.http(await world.token('KGZ', 'INV'));
  const authority = world.http(await world.token('KGZ', 'CO'));
  const officer = world.http(await world.token('KGZ', 'BO1'));
  const look = (path: string) => investigator.get(path).set('Purpose', PURPOSE);
  const search = (fields: object) =>
    investigator.post('/v1/search/persons').send({ ...fields, purpose: { code: 'P1', reference: 'case-7' } });
  const ask = (path: string, fields: object) =>
    investigator.post(`/v1/search/${path}`).send({ ...fields, purpose: { code: 'P1', reference: 'case-7' } });
  const step = (verb: string, body: object) =>
    authority.post(`/v1/alerts/${alertId}/${verb}`).set('If-Match', '"v3"').send(body);
  const answers = [
    await search({ name: `${WANTED.family} ${WANTED.given}` }),
    await search({ name: 'Syrduubekov Tynchtyk', birthDate: WANTED.birth }),
    await search({ document: { number: WANTED.document, state: 'KGZ' } }),
    await search({ name: WANTED.family, facets: true, filters: { alertTypes: ['DISCREET_CHECK'] } }),
    await search({
      facets: true,
      filters: { nationalities: ['KGZ'], birthYearFrom: 1978, birthYearTo: 1978 },
    }),
    await search({ facets: true, filters: { ownerStates: ['KAZ'] }, sort: 'registryNumber' }),
    await search({ facets: true, filters: { documentNumber: WANTED.document } }),
    await ask('suggestions', { text: 'сырдуу' }),
    await ask('suggestions', { text: 'Tyn Syrd' }),
    await ask('explain', { personId, name: `${WANTED.family} ${WANTED.given}` }),
    await ask('duplicates', {
      names: [{ family: WANTED.family, given: WANTED.given }],
      birthDates: [WANTED.birth],
    }),
    await look('/v1/persons'),
    await look('/v1/alerts'),
    await look('/v1/alerts?type=DISCREET_CHECK'),
    await look(`/v1/alerts?personId=${personId}`),
    await look('/v1/alerts?ownState=false&status=ACTIVE'),
    await look(`/v1/persons/${personId}`),
    await look(`/v1/alerts/${alertId}`),
    await look(`/v1/alerts/${alertId}/gate`),
    await look(`/v1/alerts/${alertId}/warrants/${alertId}/file`),
    await investigator.patch(`/v1/alerts/${alertId}`).set('If-Match', '"v3"').send({ priority: 1 }),
    await investigator.post('/v1/alerts').send({ personId, type: 'MISSING' }),
    await step('withdraw', { reason: 'ERROR', text: 'probe' }),
    await step('suspend', { reason: 'probe' }),
    await step('approve', { complianceReviewed: true }),
    await officer.post('/v1/checks').send({
      family: WANTED.family,
      given: WANTED.given,
      birthDate: WANTED.birth,
      document: { number: WANTED.document },
    }),
  ];
  return answers.map((answer) => essence(answer, [personId, alertId]));
}

throughBothAdapters((open) => {
  let world: SearchWorld;
  beforeAll(async () => {
    world = await open();
  });
  afterAll(() => world.close());

  it('scenario 7: search, lists, counts, id probes and the border answer as if the alert did not exist', async () => {
    const without = await probe(world, newId(), newId());
    const personId = await makePerson(world, world.actor('KAZ', 'INV'), WANTED);
    const recordedOnly = await probe(world, personId, newId());
    expect(recordedOnly).toEqual(without);

    const alert = await publish(
      world,
      'KAZ',
      plainDraft(personId, {
        type: 'DISCREET_CHECK',
        actionsOnHit: ['D1'],
        sharing: 'LISTED',
        sharedWithStates: ['UZB'],
      }),
    );
    expect(alert.status).toBe('ACTIVE');
    expect(await probe(world, personId, alert.id)).toEqual(without);
    expect(without.map(({ status }) => status)).toEqual([
      ...[200, 200, 200, 200, 200, 200, 200, 200, 200, 404, 200],
      ...[200, 200, 200, 200, 200],
      ...[404, 404, 404, 404, 404, 404, 404, 404, 404],
      200,
    ]);

    // The world does differ for those whom it is for.
    const listed = world.http(await world.token('UZB', 'INV'));
    const seen = await listed.get(`/v1/alerts/${alert.id}`).set('Purpose', PURPOSE);
    expect(seen.status).toBe(200);
    await world.settle();
    const found = await listed
      .post('/v1/search/persons')
      .send({ name: `${WANTED.family} ${WANTED.given}`, purpose: { code: 'P1', reference: 'case-7' } });
    expect(found.body.items.map((item: { personId: string }) => item.personId)).toEqual([personId]);
    const purpose = { code: 'P1', reference: 'case-7' };
    const listing = await listed
      .post('/v1/search/persons')
      .send({ filters: { alertTypes: ['DISCREET_CHECK'] }, facets: true, purpose });
    expect(listing.body).toMatchObject({
      total: { value: 1 },
      facets: { ownerState: [{ value: 'KAZ', count: 1 }] },
    });
    const offered = await listed.post('/v1/search/suggestions').send({ text: 'syrdu', purpose });
    expect(offered.body.items).toEqual([{ name: `${WANTED.family} ${WANTED.given}`, persons: 1 }]);
  });
});
