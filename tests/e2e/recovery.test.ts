// Work around a case on the screen: money on its way back, legal assistance, transit, competing requests, and what happens
// when two people, or two windows of one, have the same case open.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type BrowserPage,
  type BrowserWorld,
  chromiumPath,
  createBrowserWorld,
  type EnterOptions,
  expectAccessible,
  languages,
  picture,
  walk,
} from '../support/browser.ts';
import { type CaseLab, draftCase, openCaseLab, sendRequest } from '../support/case-lab.ts';
import type { TestState } from '../support/people.ts';

/** A tablet, a big screen, and a room without light. */
const SIZES = {
  en: {},
  ky: { width: 820, height: 1180 },
  ru: { width: 1920, height: 1080 },
  kk: { dark: true },
};

vi.setConfig({ testTimeout: 120_000 });

describe.skipIf(chromiumPath === undefined)('around a case', () => {
  let world: BrowserWorld;
  let own: CaseLab;
  let rival: CaseLab;
  let other: CaseLab;
  /** Addresses of what the stories made, looked at again in the other languages. */
  const made: string[] = [];

  beforeAll(async () => {
    world = await createBrowserWorld();
    own = await openCaseLab(world, 'KGZ', 'KAZ');
    await draftCase(own);
    await sendRequest(own);
    rival = await openCaseLab(world, 'KAZ', 'KGZ');
    other = await openCaseLab(world, 'UZB', 'KGZ', rival.personId);
    for (const lab of [rival, other]) {
      await draftCase(lab);
      await sendRequest(lab);
    }
  });
  afterAll(() => world.close());

  /** Signed in, and with the reason why somebody looks. */
  const enter = (state: TestState, at: string, options: EnterOptions = {}) =>
    world.enter(state, 'PRO', { purpose: { code: 'P3', reference: 'DEMO 1' }, at, ...options });
  const keep = ({ page }: BrowserPage) => made.push(new URL(page.url()).pathname);

  it('money: a case is opened, an asset added, changed, traced and shared, the case closed and opened again', async () => {
    const open = await enter('KGZ', `/cases/${own.caseId}`);
    const { page, complaints, close } = open;
    await page.getByRole('tab', { name: 'Assets and assistance' }).click();
    await page.getByRole('button', { name: 'New case' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Title').fill('DEMO: road tender');
    await dialog.getByLabel('Damage').fill('1250000');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('link', { name: /^AC-/ }).click();
    await page.getByRole('heading', { level: 1, name: 'DEMO: road tender' }).waitFor();
    keep(open);

    await page.getByRole('button', { name: 'Change the case' }).click();
    await dialog.getByLabel('Legal basis').fill('UNCAC art. 54');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('UNCAC art. 54').waitFor();
    await page.getByRole('button', { name: 'Add an asset' }).click();
    await dialog.getByRole('combobox', { name: 'Kind', exact: true }).click();
    await page.getByRole('option').first().click();
    await dialog.getByLabel('Description').fill('DEMO flat in Almaty');
    await dialog.getByRole('combobox', { name: 'Country' }).fill('KAZ');
    await page.getByRole('option', { name: /KAZ/ }).click();
    await dialog.getByLabel('Identifier', { exact: true }).fill('20-315-000-000');
    await dialog.getByLabel('Where the suspicion comes from').fill('DEMO witness');
    await dialog.getByLabel('Share').fill('0.5');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('DEMO flat in Almaty').waitFor();
    await expectAccessible(page);
    await picture(page, 'asset-case');

    await page.getByText('DEMO flat in Almaty').click();
    await page.getByRole('heading', { level: 1, name: /DEMO flat in Almaty/ }).waitFor();
    keep(open);
    await page.getByRole('button', { name: 'Change the facts' }).click();
    await dialog.getByLabel('Registered owner').fill('DEMO front man');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('DEMO front man').waitFor();
    await page.getByText('20-315-000-000').waitFor();
    await page.getByRole('button', { name: 'Shares of cases' }).click();
    await dialog.getByLabel(/^AC-/).fill('1');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Share 1').first().waitFor();
    await page.getByRole('button', { name: 'Traced' }).click();
    await dialog.getByLabel('Reference').fill('DEMO extract 7');
    await dialog.getByRole('button', { name: 'Record' }).click();
    await page.getByText('DEMO extract 7').waitFor();
    await expectAccessible(page);
    await picture(page, 'asset');

    await walk(page, made[0] as string);
    await page.getByRole('button', { name: 'Close the case' }).click();
    await dialog.getByRole('button', { name: 'Close the case' }).click();
    await page.getByRole('button', { name: 'Reopen the case' }).waitFor();
    expect(await page.getByRole('button', { name: 'Add an asset' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Reopen the case' }).click();
    await dialog.getByRole('button', { name: 'Reopen the case' }).click();
    await page.getByRole('button', { name: 'Add an asset' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('assistance: drafted from the case, changed, sent; the asked state receives it', async () => {
    const open = await enter('KGZ', `/cases/${own.caseId}`);
    const { page, complaints, close } = open;
    await page.getByRole('tab', { name: 'Assets and assistance' }).click();
    await page.getByRole('button', { name: 'Ask for assistance' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Kind' }).click();
    await page.getByRole('option').first().click();
    await dialog.getByRole('combobox', { name: 'Which state' }).fill('KAZ');
    await page.getByRole('option', { name: /KAZ/ }).click();
    await dialog.getByLabel('Legal basis').fill('Minsk 1993');
    await dialog.getByLabel('What is asked').fill('DEMO: statements of two accounts');
    await dialog.getByRole('button', { name: 'Create the draft' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expectAccessible(page);
    await page.getByText('DEMO: statements of two accounts').click();
    await page.getByRole('heading', { level: 1, name: /^MLA-/ }).waitFor();
    keep(open);
    await page.getByRole('button', { name: 'Change the draft' }).click();
    await dialog.getByLabel('What is asked').fill('DEMO: statements of three accounts');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('DEMO: statements of three accounts').waitFor();
    await page.getByRole('button', { name: 'Send' }).click();
    await dialog.getByLabel('Number of the letter').fill('DEMO 7-114');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await page.getByText('DEMO 7-114').waitFor();
    expect(await page.getByRole('button', { name: 'Change the draft' }).count()).toBe(0);
    await expectAccessible(page);
    await picture(page, 'assistance');

    // What is done to the asset names the request under it.
    await walk(page, made[1] as string);
    await page.getByRole('button', { name: 'Freeze asked' }).click();
    await dialog.getByLabel('Reference').fill('DEMO order 12');
    await dialog.getByLabel('Amount').fill('900000');
    await dialog.getByRole('combobox', { name: 'Under which request for assistance' }).click();
    await page.getByRole('option', { name: /three accounts/ }).click();
    await dialog.getByRole('button', { name: 'Record' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('listitem').getByRole('link', { name: 'Legal assistance' }).waitFor();
    await close();

    const asked = await enter('KAZ', made.at(-1) as string);
    await asked.page.getByRole('button', { name: 'Note the receipt' }).click();
    await asked.page.getByRole('dialog').getByRole('button', { name: 'Note the receipt' }).click();
    await asked.page.getByText('Received').first().waitFor();
    expect(complaints.concat(asked.complaints)).toEqual([]);
    await asked.close();
  });

  it('transit is asked and answered; of competing requests the requested state decides which goes first', async () => {
    const open = await enter('KGZ', `/cases/${own.caseId}`);
    const { page, complaints, close } = open;
    await page.getByRole('tab', { name: 'Review' }).click();
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: /transit/i }).click();
    await dialog.getByRole('combobox').first().fill('UZB');
    await page.getByRole('option', { name: /UZB/ }).click();
    for (const [label, text] of [
      [/Authority/, 'DEMO border committee'],
      [/Route/, 'Almaty – Tashkent – Bishkek'],
      [/Escort/, 'DEMO escort'],
    ] as const)
      await dialog.getByLabel(label).fill(text);
    await dialog.getByLabel(/From/).fill('2027-03-01T10:00');
    await dialog.getByLabel(/Until/).fill('2027-03-02T10:00');
    await dialog
      .getByRole('button', { name: /transit/i })
      .last()
      .click();
    await page.getByText(/Almaty – Tashkent/).waitFor();
    await page.getByRole('button', { name: 'Answer' }).click();
    await dialog.getByRole('button', { name: 'Answer' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await own.view('RQ')).matters).toMatchObject([{ kind: 'TRANSIT', status: 'GRANTED' }]);

    await open.go(`/cases/${rival.caseId}`);
    await page.getByRole('tab', { name: 'Review' }).click();
    await page.getByRole('heading', { name: 'Competing requests' }).waitFor();
    await page.getByRole('button', { name: 'Record the criteria' }).click();
    await dialog.getByRole('radio', { name: /KAZ/ }).check();
    await dialog.getByRole('checkbox', { name: 'Seriousness' }).check();
    await dialog.getByRole('textbox', { name: 'Seriousness' }).fill('The heavier offence');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Record the criteria' }).click();
    await page.getByText('The heavier offence').waitFor();
    await picture(page, 'case-competing');
    expect(complaints).toEqual([]);
    await close();
  });

  it('one case in two windows and with two people: nothing typed is lost, nothing moves by itself', async () => {
    const open = await enter('KGZ', `/cases/${own.caseId}`);
    const { page, context, complaints, close } = open;
    await page.getByRole('button', { name: 'Facts of the case' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Your reference').fill('typed here');

    const second = await context.newPage();
    await second.goto(page.url());
    await second.getByRole('button', { name: 'Facts of the case' }).click();
    await second.getByRole('dialog').getByLabel('Your reference').fill('typed there');
    await second.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await second.getByText('typed there').waitFor();
    await second.close();

    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('The record has changed meanwhile').waitFor();
    await picture(page, 'case-stale');
    await dialog.getByRole('button', { name: 'Load it anew' }).click();
    await dialog.getByText('The record has changed meanwhile').waitFor({ state: 'detached' });
    expect(await dialog.getByLabel('Your reference').inputValue()).toBe('typed here');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('typed here').waitFor();

    // The other side acts: a quiet note, and the page stays as it is until it is asked.
    const { cases } = world.services;
    const { version } = await own.view('RD');
    const assurance = { code: 'FAIR_TRIAL', text: 'DEMO: a fair trial' };
    await cases.askAssurance(own.actor('RD'), own.caseId, version, assurance);
    const note = page.getByText(/the other side/);
    await note.waitFor();
    await expectAccessible(page);
    await picture(page, 'case-changed');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await note.waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: 'Review' }).click();
    await page.getByText('DEMO: a fair trial').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('a case is found by the name of its person in another script, and printed as a sheet', async () => {
    const { full } = await world.database.prisma.personName.findFirstOrThrow({
      where: { personId: own.personId, type: 'PRIMARY' },
    });
    const open = await enter('KGZ', '/cases');
    const { page, complaints, close } = open;
    await page.getByRole('searchbox').fill(full);
    const { caseNumber } = await own.view('RQ');
    await page.getByRole('cell', { name: caseNumber }).waitFor();
    await page.getByText('name', { exact: true }).first().waitFor();
    await expectAccessible(page);
    await picture(page, 'case-search');
    await page.getByRole('cell', { name: caseNumber }).click();
    await page.getByRole('link', { name: 'Print' }).click();
    await page.getByRole('heading', { name: 'History' }).waitFor();
    await page.getByRole('cell', { name: '1', exact: true }).waitFor();
    await expectAccessible(page);
    await picture(page, 'case-sheet');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    await picture(page, 'case-sheet-print');
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(languages('ru'))('the new screens are accessible in %s', async (locale) => {
    const open = await enter('KGZ', '/account', { locale, ...SIZES[locale] });
    const lists = locale === 'ru' ? ['/assets', '/assistance'] : [];
    for (const path of [...made, `/cases/${own.caseId}/sheet`, ...lists]) {
      await walk(open.page, path);
      await expectAccessible(open.page);
      await picture(
        open.page,
        `${path
          .slice(1)
          .replaceAll(/[0-9a-f-]{30,}/g, 'one')
          .replaceAll('/', '-')}-${locale}`,
      );
    }
    expect(open.complaints).toEqual([]);
    await open.close();
  });
});
