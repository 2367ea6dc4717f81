// Reports on the screen: a report is read, frozen, corrected, published by a second person, and compared with another state's.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { reportQuery } from '../../server/features/reports/contract.ts';
import {
  type BrowserWorld,
  chromiumPath,
  createBrowserWorld,
  expectAccessible,
  languages,
  picture,
  walk,
} from '../support/browser.ts';
import { plantCase, wayTo } from '../support/planted-cases.ts';

vi.setConfig({ testTimeout: 180_000 });

describe.skipIf(chromiumPath === undefined)('reports', () => {
  let world: BrowserWorld;
  const year = new Date().getFullYear() - 1;
  beforeAll(async () => {
    world = await createBrowserWorld();
    for (const [rd, months] of Object.entries({ KAZ: 5, UZB: 4, TJK: 3, ARM: 1 }))
      for (let month = 1; month <= months; month += 1)
        await plantCase(world, { rq: 'KGZ', rd, steps: wayTo('surrendered', `${year}-0${month + 1}-05`) });
    for (const [rq, months] of Object.entries({ KAZ: 4, UZB: 3, TJK: 1 }))
      for (let month = 1; month <= months; month += 1)
        await plantCase(world, { rq, rd: 'KGZ', steps: wayTo('received', `${year}-0${month + 3}-11`) });
  });
  afterAll(() => world.close());

  it('a report is frozen, corrected, published and compared', async () => {
    const open = await world.enter('KGZ', 'PRO');
    const { page, complaints } = open;
    await page.getByRole('link', { name: 'Reports' }).click();
    await page.getByRole('link', { name: 'Annual exchange report' }).click();
    await page.getByRole('heading', { level: 1, name: 'Annual exchange report' }).waitFor();
    await page.goto(`${world.address}/reports/R-1?year=${year}`);
    await page.getByRole('heading', { name: 'As requesting state' }).waitFor();
    expect(await page.getByText('<3').count()).toBeGreaterThan(3);
    await page.getByRole('button', { name: 'How it is counted' }).first().click();
    await page.getByText('first GRANTED that becomes final').first().waitFor();
    await expectAccessible(page);
    await picture(page, 'report-en');

    await page.getByRole('button', { name: 'Freeze' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Freeze' }).click();
    await page.getByText('Signature fits').waitFor();
    await plantCase(world, { rq: 'KGZ', rd: 'UZB', steps: wayTo('sent', `${year}-11-05`) });
    const colleague = world.actor('KGZ', 'CO');
    const second = await world.services.reports.freeze(colleague, { year, reason: 'DEMO late dispatch' });
    await page.goto(`${world.address}/reports/R-1?year=${year}&version=2`);
    await page.getByRole('heading', { name: 'Differences from the version before' }).waitFor();
    await expectAccessible(page);
    await picture(page, 'report-version-2');
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('dialog').getByRole('combobox', { name: 'States' }).click();
    await page.getByRole('option', { name: 'Kazakhstan' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    const other = world.actor('KAZ', 'PRO');
    const theirs = await world.services.reports.freeze(other, { year });
    await world.services.reports.publish(world.actor('KAZ', 'CO'), theirs.id, ['KGZ']);
    await page.goto(`${world.address}/reports/compare`);
    await page.getByRole('heading', { name: 'Requests: Kyrgyzstan → Kazakhstan' }).waitFor();
    await page.getByText(/^(One number differs|\d+ numbers differ|All numbers)/).waitFor();
    await expectAccessible(page);
    await picture(page, 'reports-compare');
    expect(complaints).toEqual([]);
    await open.close();
    const view = await world.services.reports.show(
      world.actor('KAZ', 'LIA'),
      'R-1',
      reportQuery.parse({ year, state: 'KGZ' }),
    );
    expect(view).toMatchObject({ frozen: { id: second.id } });
  });

  it.each(languages('kk'))('speaks %s', async (locale) => {
    const open = await world.enter('KGZ', 'NAD', { locale, dark: true, at: '/account' });
    const { page, complaints } = open;
    await walk(page, '/reports');
    await page.locator('table tbody tr').first().waitFor();
    await expectAccessible(page);
    await picture(page, `reports-${locale}`);
    await walk(page, `/reports/R-1?year=${year}&version=1`);
    await page.locator('table tbody tr').first().waitFor();
    await expectAccessible(page);
    await picture(page, `report-${locale}`);
    expect(complaints).toEqual([]);
    await open.close();
  });
});
