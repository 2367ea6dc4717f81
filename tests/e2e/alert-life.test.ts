// An alert after its publication, with whom it is shared, whose identity it harms; merges; what a kept search remembers.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrestDraft, makeOffenceCode, makePerson, makeStranger, publish } from '../support/alert-files.ts';
import {
  type BrowserWorld,
  chromiumPath,
  createBrowserWorld,
  type EnterOptions,
  expectAccessible,
  languages,
  picture,
  walk,
} from '../support/browser.ts';
import { agencyId } from '../support/people.ts';

describe.skipIf(chromiumPath === undefined)('the life of an alert', () => {
  let world: BrowserWorld;
  let alertId: string;
  let draftId: string;
  beforeAll(async () => {
    world = await createBrowserWorld();
    const investigator = world.actor('KGZ', 'INV');
    const code = await makeOffenceCode(world, 'KGZ');
    const wanted = await makeStranger(world, investigator);
    alertId = (await publish(world, 'KGZ', arrestDraft(wanted, code, { expiresOn: '2028-01-31' }))).id;
    const other = await makeStranger(world, investigator);
    draftId = (await world.services.alerts.createAlert(investigator, arrestDraft(other, code))).id;
  });
  afterAll(() => world.close());

  const enter = (role: 'INV' | 'CO', at: string, options: EnterOptions = {}) =>
    world.enter('KGZ', role, { purpose: { code: 'P1', reference: 'case 17/2026' }, at, ...options });
  const status = (page: Page, text: string) =>
    page.locator('main').getByText(text, { exact: true }).first().waitFor();
  /** Takes one step of the alert with its reason; `fill` writes what else it asks for. */
  async function step(page: Page, name: string, reason: string, fill?: (dialog: Locator) => Promise<void>) {
    await page.getByRole('button', { name, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill(reason);
    await fill?.(dialog);
    await dialog.getByRole('button', { name, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  it('is suspended, resumed, renewed, located, set back and executed, each with its reason in the history', async () => {
    const { page, complaints, close } = await enter('CO', `/alerts/${alertId}`);
    await status(page, 'In force');
    await step(page, 'Suspend', 'The court looks at it again');
    await status(page, 'Suspended');
    await step(page, 'Resume', 'The court let it stand');
    await status(page, 'In force');
    await step(page, 'Renew', 'Still wanted', async (dialog) => {
      const confirm = dialog.getByRole('button', { name: 'Renew', exact: true });
      await dialog.getByLabel('New last day').fill('2028-01-30');
      expect(await confirm.isDisabled()).toBe(true);
      await dialog.getByLabel('New last day').fill('2029-01-31');
      await expectAccessible(page);
      await picture(page, 'alert-renew');
    });
    await page.getByText('to 31/01/2029').waitFor();
    await step(page, 'Mark as located', 'Seen in Osh, the address is known');
    await status(page, 'Located, in force');
    await step(page, 'At large again', 'Fled over the roofs');
    await status(page, 'In force');
    await step(page, 'Mark as executed', 'Handed over to the prison');
    await status(page, 'Executed');
    expect(await page.getByRole('button', { name: 'Suspend' }).count()).toBe(0);
    for (const reason of ['The court looks at it again', 'Fled over the roofs', 'Handed over to the prison'])
      await page.getByText(reason).waitFor();
    await expectAccessible(page);
    await picture(page, 'alert-executed');
    expect(complaints).toEqual([]);
    await close();
  });

  it('is shared with chosen agencies by an investigator, who knows of them no more than their names', async () => {
    const { page, complaints, close } = await enter('INV', `/alerts/${draftId}`);
    await page.getByRole('combobox', { name: 'Shared with' }).click();
    await page.getByRole('option', { name: /^Only those listed/ }).click();
    await page.getByRole('combobox', { name: 'Which agencies' }).click();
    await page.getByRole('option', { name: /KAZ-BORDER/ }).click();
    await page.keyboard.press('Escape');
    await expectAccessible(page);
    await picture(page, 'alert-agencies');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    const stored = await world.services.alerts.getAlert(world.actor('KGZ', 'INV'), draftId);
    expect(stored.owner).toMatchObject({
      sharing: 'LISTED',
      sharedWithAgencies: [agencyId('KAZ', 'BORDER')],
    });
    expect((await world.http(await world.token('KGZ', 'LIA')).get('/v1/reference/agencies')).status).toBe(
      403,
    );
    const [name] = (await world.http(await world.token('KGZ', 'INV')).get('/v1/reference/agencies')).body
      .items;
    expect(Object.keys(name).sort()).toEqual(['code', 'id', 'name', 'state']);
    expect(complaints).toEqual([]);
    await close();
  });

  it('names a victim of misused identity, whose code is shown once', async () => {
    const person = await makeStranger(world, world.actor('KGZ', 'INV'));
    const harmed = await publish(world, 'KGZ', arrestDraft(person, await makeOffenceCode(world, 'KGZ')));
    const { page, complaints, close } = await enter('CO', `/alerts/${harmed.id}`);
    await page.getByRole('button', { name: /^Add: Innocent people/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Family name').fill('Невиновный');
    await dialog.getByLabel('Given name').fill('Тест');
    await dialog.getByLabel('What tells the two apart').fill('A scar on the left hand');
    await dialog.getByLabel('Day of consent').fill('2026-11-01');
    await expectAccessible(page);
    await picture(page, 'victim');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    expect((await page.getByTestId('secret').innerText()).length).toBeGreaterThan(6);
    await page.getByRole('button', { name: 'I have kept it' }).click();
    const entry = page.getByRole('listitem').filter({ hasText: 'A scar on the left hand' });
    await entry.waitFor();
    await entry.getByRole('button').click();
    await entry.waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
    await close();
  });

  it('two records are merged by two people, and the merge is taken back', async () => {
    const investigator = world.actor('KGZ', 'INV');
    const twin = { family: 'Двойников', given: 'Тест', birth: '1977-03-04' };
    const [survivor, absorbed] = [
      await makePerson(world, investigator, twin),
      await makePerson(world, investigator, { ...twin, document: 'AC7000001' }),
    ];
    const { registryNumber } = await world.services.persons.viewPerson(investigator, absorbed);
    const author = await enter('INV', `/persons/${survivor}`);
    await author.page.getByRole('button', { name: /merge/i }).first().click();
    const proposal = author.page.getByRole('dialog');
    await proposal.getByRole('textbox').first().fill(registryNumber);
    await proposal.getByRole('button').last().click();
    await proposal.getByText('AC7000001').waitFor();
    await proposal.getByLabel('Reason').fill('Same fingerprints');
    await expectAccessible(author.page);
    await picture(author.page, 'merge-proposal');
    await proposal.getByRole('button').last().click();
    await proposal.waitFor({ state: 'hidden' });

    const officer = await enter('CO', '/review');
    await officer.page.getByRole('button', { name: `Look: ${registryNumber}` }).click();
    const decision = officer.page.getByRole('dialog');
    await decision.getByText('AC7000001').waitFor();
    await expectAccessible(officer.page);
    await picture(officer.page, 'merge-decision');
    await decision.getByRole('button').last().click();
    await decision.waitFor({ state: 'hidden' });
    await walk(officer.page, `/persons/${survivor}`);
    await officer.page.getByText('AC7000001').waitFor();
    await officer.page.getByRole('button', { name: 'Undo the merge' }).click();
    await decision.getByLabel('Reason').fill('The fingerprints were mixed up');
    await decision.getByRole('button').last().click();
    await decision.waitFor({ state: 'hidden' });
    await officer.page.getByText('AC7000001').waitFor({ state: 'hidden' });
    expect([...author.complaints, ...officer.complaints]).toEqual([]);
    await author.close();
    await officer.close();
  });

  it('a kept search remembers its filters', async () => {
    const { page, complaints, close } = await enter('INV', '/search?sexes=%5B%22M%22%5D');
    const field = page.getByRole('combobox', { name: /Name, year of birth/ });
    await field.fill('Двойников 1977');
    await field.press('Enter');
    await page
      .getByRole('listitem', { name: /Двойников/ })
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Saved searches' }).click();
    await page.getByLabel('Name of the search').fill('The twins');
    await page.getByRole('button', { name: 'Save this search' }).click();
    const kept = page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'The twins' });
    await kept.getByText('male').waitFor();
    await expectAccessible(page);
    await picture(page, 'kept-search');
    const { items } = await world.services.savedSubjects.list(world.actor('KGZ', 'INV'), { limit: 10 });
    expect(items[0]?.filters).toMatchObject({ sexes: ['M'] });
    // Asked again, it is narrowed as it was.
    await page.goto(`${world.address}/search`);
    await page.getByRole('button', { name: 'Saved searches' }).click();
    await kept.getByRole('button', { name: 'Search again' }).click();
    await page
      .getByRole('listitem', { name: /Двойников/ })
      .first()
      .waitFor();
    expect(await page.getByRole('checkbox', { name: 'male', exact: true }).isChecked()).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(languages('kk'))('its dialogs are accessible in %s', async (locale) => {
    const { page, complaints, close } = await enter('CO', '/account', { locale, dark: locale === 'kk' });
    await walk(page, `/alerts/${draftId}`);
    await expectAccessible(page);
    await picture(page, `alert-shared-${locale}`);
    expect(complaints).toEqual([]);
    await close();
  });
});
