// Retention and persons’ rights on the screen: a dry run and a hold, an erasure with its proof, a request from its receipt to its letter.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemActor } from '../../server/domain/access/actor.ts';
import { newId } from '../../server/platform/ids.ts';
import { makePerson } from '../support/alert-files.ts';
import {
  type BrowserWorld,
  chromiumPath,
  createBrowserWorld,
  expectAccessible,
  languages,
  picture,
  walk,
} from '../support/browser.ts';
import { plantAlert, plantPerson } from '../support/records.ts';

vi.setConfig({ testTimeout: 180_000 });

describe.skipIf(chromiumPath === undefined)('what is owed to persons', () => {
  let world: BrowserWorld;
  beforeAll(async () => {
    world = await createBrowserWorld();
    // Planted records count from one without the series; those that are written by the service begin behind them.
    const series = `person:KGZ:${world.clock.now().getUTCFullYear()}`;
    await world.database.prisma.numberSeries.create({ data: { name: series, next: 900n } });
  });
  afterAll(() => world.close());

  async function ended(months: number) {
    const person = await plantPerson(world.database, 'KGZ');
    const alertId = await plantAlert(world.database, {
      personId: person.id,
      state: 'KGZ',
      status: 'WITHDRAWN',
    });
    const endedAt = new Date(world.clock.now().getTime() - months * 30 * 86_400_000);
    await world.database.prisma.alert.update({ where: { id: alertId }, data: { endedAt } });
    return person;
  }

  it('shows what tonight will erase, keeps what is held, proves what is gone; disclosures are read, a restriction is lifted', async () => {
    const [kept, gone] = [await ended(20), await ended(20)];
    const investigator = world.actor('KGZ', 'INV');
    const name = { family: 'Сактагулов', given: 'Тест' };
    await makePerson(world, investigator, { ...name, birth: '1961-04-05' });
    const restricted = await world.services.persons.viewPerson(
      investigator,
      await makePerson(world, investigator, { ...name, birth: '1972-09-08' }),
    );
    const purpose = { code: 'P7', reference: 'DEMO hold' };
    const open = await world.enter('KGZ', 'DPO', { at: '/retention', purpose });
    const { page, complaints } = open;
    await page.getByRole('button', { name: /Persons are erased: their time is over/ }).click();
    await page.getByText(gone.registryNumber).first().waitFor();
    await expectAccessible(page);
    await picture(page, 'retention-tonight');

    await page.getByRole('tab', { name: 'Legal holds' }).click();
    await page.getByRole('button', { name: 'Set a hold' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Person' }).fill(kept.registryNumber);
    await page.keyboard.press('Enter');
    await dialog.getByRole('status').getByText(kept.registryNumber).first().waitFor();
    await dialog.getByLabel('Reason').fill('Claim for damages, Test District Court 2-118/2026');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Set a hold' }).click();
    await page.getByRole('cell', { name: kept.registryNumber }).waitFor();
    await world.services.retention.runNight(systemActor('retention', newId()), 60_000);

    await page.getByRole('tab', { name: 'Erasures' }).click();
    await page.getByLabel('Find by number').fill(gone.registryNumber);
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('row', { name: /their time is over/ }).click();
    await page.getByRole('dialog').getByText('search-mirror').waitFor();
    await expectAccessible(page);
    await picture(page, 'retention-proof');
    await page.keyboard.press('Escape');
    await page.getByLabel('Find by number').fill(kept.registryNumber);
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByText('Nothing was erased yet').waitFor();
    await page.getByRole('tab', { name: 'Periods' }).click();
    await page.getByText('In the archive, months').waitFor();
    await expectAccessible(page);

    // To whom a person was shown: chosen among namesakes by what tells them apart.
    await walk(page, '/disclosures');
    const namesakes = page.getByRole('textbox', { name: 'Person' });
    await namesakes.fill('Saktagulov Test');
    await namesakes.press('Enter');
    await page.getByRole('radio', { name: new RegExp(restricted.registryNumber) }).check();
    await page.getByRole('cell', { name: /Test DPO KGZ/ }).waitFor();
    await expectAccessible(page);
    await picture(page, 'disclosures');

    // The use of a record is restricted, and allowed again when the dispute is over.
    await world.services.retention.restrict(world.actor('KGZ', 'DPO'), restricted.id);
    await walk(page, `/persons/${restricted.id}`);
    await page.getByText('Use of this record is restricted').waitFor();
    await expectAccessible(page);
    await picture(page, 'restricted');
    await page.getByRole('button', { name: 'Lift the restriction' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Lift the restriction' }).click();
    await page.getByText('Use of this record is restricted').waitFor({ state: 'hidden' });
    expect((await world.services.persons.viewPerson(investigator, restricted.id)).restricted).toBe(false);
    expect(complaints).toEqual([]);
    await open.close();
  });

  it('takes a request through its steps to the letter, in four languages', async () => {
    const open = await world.enter('KGZ', 'DPO', { at: '/rights' });
    const { page, complaints } = open;
    await page.getByRole('button', { name: 'Take a request' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('DEMO Тестбеков Жениш');
    await dialog.getByLabel('Where to answer').fill('DEMO street 1, Bishkek');
    await dialog.getByLabel('What is asked for').fill('What is recorded about me?');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Take', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /^SR-KGZ-/ }).waitFor();

    const act = async (name: string, fill?: () => Promise<void>) => {
      await page.getByRole('button', { name, exact: true }).click();
      await fill?.();
      await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    };
    await act('Identify');
    await act('Send to the owner', async () => {
      await page.getByRole('dialog').getByRole('combobox', { name: 'State' }).click();
      await page.getByRole('option', { name: /Kyrgyzstan/ }).click();
    });
    await act('Decide', async () => {
      await page.getByRole('dialog').getByRole('combobox', { name: 'Decision' }).click();
      await page.getByRole('option', { name: 'nothing held' }).click();
      await page.getByRole('dialog').getByLabel('Reasons (own state only)').fill('Searched; nothing found.');
      await expectAccessible(page);
    });
    await page.getByText('The letter appears here').waitFor();
    world.clock.advance(20 * 86_400_000);
    const [request] = (await world.services.subjectRequests.list(world.actor('KGZ', 'DPO'), { limit: 1 }))
      .items;
    const later = await world.enter('KGZ', 'DPO', { at: `/rights/${request?.id}` });
    await later.page.getByTestId('letter').getByText('нет').waitFor();
    await expectAccessible(later.page);
    await picture(later.page, 'rights-request');
    expect([...complaints, ...later.complaints]).toEqual([]);
    await open.close();
    await later.close();
  });

  it.each(languages('ky'))('has its words in %s', async (locale) => {
    const open = await world.enter('KGZ', 'DPO', { locale, at: '/account' });
    for (const address of ['/retention', '/rights']) {
      await walk(open.page, address);
      await expectAccessible(open.page);
    }
    expect(open.complaints).toEqual([]);
    await open.close();
  });
});
