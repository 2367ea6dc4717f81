// Second line, owners and lists through the screen: a hit that appears by itself until it is closed, and a list until its review.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ARMED_ZONE, checkAt, hitSteps, makeArmed } from '../support/border.ts';
import {
  type BrowserWorld,
  chromiumPath,
  createBrowserWorld,
  expectAccessible,
  languages,
  picture,
  walk,
} from '../support/browser.ts';
import { runDueJobs } from '../support/jobs.ts';
import { csvOf, inventPassengers } from '../support/lists.ts';

/** The same name and birth date on a document of his own. */
const NAMESAKE = [
  'IDKGZID1234567321502198012345<',
  '8002158M3101012KGZ<<<<<<<<<<<9',
  'TESTBEKOV<<ZHENISH<<<<<<<<<<<<',
] as const;

describe.skipIf(chromiumPath === undefined)('second line', () => {
  let world: BrowserWorld;
  beforeAll(async () => {
    world = await createBrowserWorld();
    await makeArmed(world);
  });
  afterAll(() => world.close());

  it('shows second line a new hit by itself, leads it to the owner and back, and on to a case', async () => {
    const second = await world.enter('KAZ', 'BO2', { at: '/hits' });
    await second.page.locator('[data-live=live]').waitFor();
    const { body } = await checkAt(world, 'KAZ', {
      mrz: ARMED_ZONE.join('\n'),
      checkpoint: 'Korday',
      lane: '7',
    });
    const row = second.page.getByRole('row').filter({ hasText: body.reference });
    await row.waitFor();
    await second.page.getByText('New hit').waitFor();
    await expectAccessible(second.page);
    await picture(second.page, 'hits');
    await row.focus();
    await second.page.keyboard.press('Enter');
    await second.page.getByRole('heading', { level: 1, name: `Hit ${body.reference}` }).waitFor();
    await expectAccessible(second.page);
    await picture(second.page, 'hit');

    const step = async (page: Page, verb: string, fill?: () => Promise<void>) => {
      await page.locator(`[data-verb=${verb}]`).click();
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      await fill?.();
      await dialog.locator('button[type=submit]').click();
      await dialog.waitFor({ state: 'hidden' });
    };
    // It asks for nothing: the clock is two minutes.
    await second.page.locator('[data-verb=check-identity]').click();
    await second.page.locator('[data-verb=check-identity]').waitFor({ state: 'hidden' });
    await step(second.page, 'confirm', async () => {
      const dialog = second.page.getByRole('dialog');
      await dialog.getByLabel('document number').check();
      await dialog.getByLabel('date of birth').check();
      // Number and birth date stand on one page: they are not two.
      expect(await dialog.locator('button[type=submit]').isDisabled()).toBe(true);
      await dialog.getByLabel('face').check();
      await expectAccessible(second.page);
      await picture(second.page, 'hit-confirm');
    });
    await second.page.getByText('Owner asked').first().waitFor();

    const owner = await world.enter('KGZ', 'CO', { locale: 'ru', at: `/hits/${body.hit.id}` });
    await owner.page.getByText('Розыск действует').waitFor();
    await expectAccessible(owner.page);
    await picture(owner.page, 'hit-owner-ru');
    await step(owner.page, 'owner-confirm');
    await second.page.getByText('Owner confirmed').first().waitFor();
    // The browser offers its own time, which must not be in the future of the world.
    world.clock.set(new Date());
    await step(second.page, 'act', async () => {
      const dialog = second.page.getByRole('dialog');
      await dialog.getByLabel('Arrested').check();
      await dialog.getByLabel('Place of custody').fill('Korday');
      await expectAccessible(second.page);
      await picture(second.page, 'hit-act');
    });
    await second.page.getByText('Action taken').first().waitFor();
    await second.page.getByRole('button', { name: 'Open an extradition case' }).click();
    await second.page.getByRole('dialog').locator('button[type=submit]').click();
    await second.page.getByText('Extradition case', { exact: true }).waitFor();
    expect(second.complaints).toEqual([]);
    expect(owner.complaints).toEqual([]);
    await owner.close();
    await second.close();
  });

  it('remembers who is not the same, and a second officer takes it back', async () => {
    // A namesake with a document of his own: what is the person's own document is never forgotten.
    const { body } = await checkAt(world, 'KAZ', { mrz: NAMESAKE.join('\n'), checkpoint: 'Korday' });
    const first = hitSteps(world, await world.token('KAZ', 'BO2', 'second'), body.hit.id);
    await first.step('check-identity');
    expect((await first.step('not-same', { reason: 'FACE' })).status).toBe(200);
    const { page, close } = await world.enter('KAZ', 'BO2', { locale: 'ky', at: '/hits/not-same' });
    await page.getByRole('button', { name: 'Кайтарып алуу' }).click();
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await page.getByText('Кайтарылып алынган').waitFor();
    await expectAccessible(page);
    await picture(page, 'not-same-ky');
    await close();
  });

  it('takes a list of passengers, names the broken line, and shows the findings as they come', async () => {
    const { page, complaints, close } = await world.enter('KGZ', 'BO2', { at: '/lists' });
    await page.getByRole('button', { name: 'Upload a list' }).click();
    await page.getByLabel('Carrier').fill('zz');
    await page.getByLabel('Flight number').fill('901');
    await page.getByLabel('Date', { exact: true }).fill(world.clock.now().toISOString().slice(0, 10));
    const people = [
      ...inventPassengers(8),
      {
        family: 'TESTBEKOV',
        given: 'ZHENISH',
        birth: '1980-02-15',
        sex: 'M',
        document: 'AC1234567',
        state: 'KGZ',
      },
    ];
    await page.locator('input[type=file]').setInputFiles({
      name: 'flight.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(csvOf(people, ['BEZDATY;IVAN;31.31.1980;M;X1234567;KGZ'])),
    });
    await page.getByRole('heading', { level: 1, name: /^ZZ 901/ }).waitFor();
    await page.getByText('Mistakes in the file: 1').click();
    await page.getByText('Waiting').first().waitFor();
    await runDueJobs(world);
    await page.getByText('10 of 10 screened').waitFor();
    const found = page.getByRole('row').filter({ hasText: 'AC1234567' });
    await found.getByText('Hit').waitFor();
    await expectAccessible(page);
    await picture(page, 'list');
    await found.getByRole('button', { name: 'Review' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Same person' }).check();
    await dialog.getByLabel('Note').fill('seen at the gate');
    await dialog.locator('button[type=submit]').click();
    await found.getByText('Same person').waitFor();
    await page.getByRole('button', { name: 'Mark as reviewed' }).click();
    await dialog.locator('button[type=submit]').click();
    await page.getByText('Reviewed', { exact: true }).first().waitFor();
    await walk(page, '/lists');
    await page.getByText('Hits: 1').waitFor();
    await expectAccessible(page);
    await picture(page, 'lists');
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(languages('ky'))('second line and lists are accessible in %s', async (locale) => {
    const { page, complaints, close } = await world.enter('KGZ', 'BO2', {
      locale,
      dark: locale === 'ru',
      ...(locale === 'ky' && { width: 820, height: 1180 }),
      ...(locale === 'kk' && { width: 1920, height: 1080 }),
    });
    for (const [name, address] of [
      ['hits', '/hits'],
      ['lists', '/lists'],
    ] as const) {
      await walk(page, address);
      await page.getByRole('table').waitFor();
      await expectAccessible(page);
      await picture(page, `${name}-${locale}`);
    }
    await page.getByRole('row').nth(1).press('Enter');
    await page.getByRole('progressbar').waitFor();
    await expectAccessible(page);
    await picture(page, `list-${locale}`);
    const [open] = (await world.services.hits.list(world.actor('KGZ', 'BO2'), { limit: 10 } as never)).items;
    await walk(page, `/hits/${open?.id}`);
    await page.getByRole('table').first().waitFor();
    await expectAccessible(page);
    await picture(page, `hit-${locale}`);
    expect(complaints).toEqual([]);
    await close();
  });
});
