// The registry in the browser: an investigator finds, records and writes; a case officer reviews, publishes and withdraws.
import sharp from 'sharp';
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

const PURPOSE = { code: 'P1', reference: 'case 17/2026' };

describe.skipIf(chromiumPath === undefined)('the registry', () => {
  let world: BrowserWorld;
  let offenceCodeId: string;
  let wanted: string;
  let alertId: string;
  beforeAll(async () => {
    world = await createBrowserWorld();
    offenceCodeId = await makeOffenceCode(world, 'KGZ');
    const investigator = world.actor('KGZ', 'INV');
    wanted = await makePerson(world, investigator, {
      family: 'Жумабаев',
      given: 'Азамат',
      birth: '1980-02-15',
      document: 'AC1234567',
    });
    await makePerson(world, investigator, { family: 'Жумабаев', given: 'Азат', birth: '1994-05-01' });
    alertId = (await publish(world, 'KGZ', arrestDraft(wanted, offenceCodeId))).id;
  });
  afterAll(() => world.close());

  /** Somebody who has said already why he looks. */
  const enter = (role: 'INV' | 'CO', at: string, options: EnterOptions = {}) =>
    world.enter('KGZ', role, { purpose: PURPOSE, at, ...options });

  it('a colleague abroad searches in Latin letters, says why once, and finds who is recorded in Cyrillic', async () => {
    const opened = await world.enter('KAZ', 'INV', { at: '/search' });
    const { page, complaints } = opened;
    const field = page.getByRole('combobox', { name: /Name, year of birth/ });
    await field.fill('Jumabayev Azamat 1980');
    await field.press('Enter');
    // The server asks why; the answer sends the search again.
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Case number or a few words').fill('case 17/2026');
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: '1 person found' }).waitFor();
    expect(decodeURIComponent(page.url())).not.toMatch(/Jumabayev|Azamat|1980/);
    const row = page.getByRole('listitem', { name: /Жумабаев Азамат/ });
    expect(await row.locator('mark').allInnerTexts()).toEqual(['Жумабаев', 'Азамат']);
    // By keys alone: down to the results, the reasons, the record.
    await field.press('Escape');
    await field.press('ArrowDown');
    await page.keyboard.press('Space');
    await row
      .getByText(/Same word in another script/)
      .first()
      .waitFor();
    // What was offered while typing does not lie over the results.
    expect(await page.getByRole('option').count()).toBe(0);
    await expectAccessible(page);
    await picture(page, 'search-en');
    await row.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Жумабаев Азамат' }).waitFor();
    await page.getByText('AC1234567').waitFor();
    await expectAccessible(page);
    await picture(page, 'person-en');
    // What is wrong with a record of another state is proposed; its case officer decides.
    await page.getByRole('button', { name: 'Propose a correction' }).click();
    const proposal = page.getByRole('dialog');
    await proposal.getByRole('combobox', { name: 'Part' }).click();
    await page.getByRole('option', { name: 'documents' }).click();
    await proposal.getByLabel('Wrong').fill('AC1234567');
    await proposal.getByLabel('Right').fill('AC1234576');
    await proposal.getByLabel('How this is known').fill('Copy of the passport page');
    await expectAccessible(page);
    await picture(page, 'correction-en');
    await proposal.getByRole('button', { name: 'Propose', exact: true }).click();
    await page.getByText('The proposal was sent').waitFor();
    // Back: the question is still known to this tab.
    await page.goBack();
    await page.getByRole('heading', { name: '1 person found' }).waitFor();
    expect(await field.inputValue()).toBe('Jumabayev Azamat 1980');
    // The law of another state is not in the list of the own one: the alert brings article and code along.
    await walk(page, `/alerts/${alertId}`);
    await page.getByText('342 Test bribery (Test Code)').waitFor();
    expect(complaints).toEqual([]);
    await opened.close();
  });

  it('explains why a record is not found, compares two, and keeps a search', async () => {
    const opened = await enter('INV', '/search');
    const { page, complaints } = opened;
    const field = page.getByRole('combobox', { name: /Name, year of birth/ });
    await field.fill('Zhumabaev');
    await field.press('Enter');
    await page.getByRole('heading', { name: '2 persons found' }).waitFor();
    await page.getByText('The name fits 2 persons equally well.').waitFor();
    for (const box of await page.getByRole('checkbox', { name: /Choose to compare/ }).all())
      await box.check();
    await page.getByRole('button', { name: 'Compare chosen (2)' }).click();
    await page.getByRole('rowheader', { name: /Dates of birth.*differs/ }).waitFor();
    await page.getByText('AC1234567 KGZ').waitFor();
    await expectAccessible(page);
    await picture(page, 'compare-en');
    await page.keyboard.press('Escape');

    const person = await world.services.persons.viewPerson(world.actor('KGZ', 'INV'), wanted);
    await page.getByRole('button', { name: 'Why not found?' }).click();
    await page.getByRole('dialog').getByLabel('Registry number').fill(person.registryNumber.toLowerCase());
    await page.getByRole('button', { name: 'Explain' }).click();
    await page.getByRole('heading', { name: 'Arithmetic' }).waitFor();
    await expectAccessible(page);
    await picture(page, 'why-not-en');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Saved searches' }).click();
    await page.getByLabel('Name of the search').fill('Two brothers');
    await page.getByRole('button', { name: 'Save this search' }).click();
    await page.getByRole('list').getByText('Two brothers').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');

    // A registry number opens its record.
    await field.fill(person.registryNumber);
    await field.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Жумабаев Азамат' }).waitFor();
    expect(complaints).toEqual([]);
    await opened.close();
  });

  it('records a person with a photo after a warning of a duplicate', async () => {
    const opened = await enter('INV', '/persons/new');
    const { page, complaints } = opened;
    await page.getByLabel('Family name').fill('Жумабаев');
    await page.getByLabel('Given name').fill('Азамат');
    await page.getByText('Also found as:').waitFor();
    await page.getByRole('textbox', { name: 'Year' }).fill('1980');
    // Somebody like this is recorded already: another person, with a reason.
    const warning = page.getByRole('complementary');
    await warning.getByText('Жумабаев Азамат').waitFor();
    await picture(page, 'new-person-en');
    await warning.getByRole('button', { name: 'Another person' }).first().click();
    await warning.getByLabel('Why another').fill('Other fingerprints');
    await warning.getByRole('button', { name: 'Save', exact: true }).click();
    await warning.getByText('Decided: another person').waitFor();
    await page.getByRole('textbox', { name: 'Year' }).fill('1991');
    await page.getByRole('textbox', { name: 'Day' }).fill('7');
    await page.getByRole('combobox', { name: 'Month' }).click();
    await page.getByRole('option', { name: 'March' }).click();
    await page.getByRole('combobox', { name: 'Sex' }).click();
    await page.getByRole('option', { name: 'male', exact: true }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Record the person' }).click();
    await page.getByRole('heading', { name: /^Recorded: KG-/ }).waitFor();
    const photo = await sharp({ create: { width: 300, height: 400, channels: 3, background: '#557' } })
      .jpeg()
      .toBuffer();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'face.jpg', mimeType: 'image/jpeg', buffer: photo });
    await page.locator('img[alt^=Photo]').waitFor();
    await expectAccessible(page);
    await picture(page, 'recorded-en');
    await page.getByRole('link', { name: 'Write an alert' }).click();
    await page.getByRole('heading', { level: 1, name: 'New alert' }).waitFor();
    expect(complaints).toEqual([]);
    await opened.close();
  });

  it('an alert is drafted by its gate and submitted; four eyes return, approve by the differences, and withdraw it', async () => {
    const stranger = await makeStranger(world, world.actor('KGZ', 'INV'));
    const opened = await enter('INV', `/alerts/new?personId=${stranger}`);
    const { page, complaints } = opened;
    await page.getByLabel('Locate a witness').check();
    await page.getByRole('button', { name: 'Begin the draft' }).click();
    await page.getByText(/items are missing/).waitFor();
    await expectAccessible(page);
    await picture(page, 'alert-draft-en');
    // A missing item leads to its field.
    await page.getByRole('button', { name: /legal basis/i }).click();
    await page.keyboard.type('Code of Criminal Procedure, article 80');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: /Actions on a hit/ }).click();
    await page.getByRole('option', { name: /^L1/ }).click();
    await page.keyboard.press('Escape');
    await page.getByLabel('No danger is known').check();
    await page.getByRole('combobox', { name: 'Asylum', exact: true }).click();
    await page.getByRole('option', { name: 'none', exact: true }).click();
    await page.getByLabel(/The alert is not political/).check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Nothing is missing. It can be submitted.').waitFor();
    const submit = async () => {
      await page.getByRole('button', { name: 'Submit for approval' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Submit for approval' }).click();
      await page.locator('main').getByText('Awaiting approval').waitFor();
    };
    await submit();
    const address = page.url();
    expect(await page.getByRole('button', { name: 'Approve and publish' }).count()).toBe(0);

    const officer = await enter('CO', '/review');
    const review = officer.page;
    await review.getByRole('row', { name: /Locate a witness/ }).focus();
    await expectAccessible(review);
    await picture(review, 'review-en');
    await review.keyboard.press('Enter');
    await review.getByText('Submitted for the first time').waitFor();
    await review.getByRole('button', { name: 'Return to the author' }).click();
    await review.getByRole('dialog').getByLabel('Reason').fill('Name the officer in charge');
    await review.getByRole('dialog').getByRole('button', { name: 'Return to the author' }).click();
    await review.locator('main').getByText('Draft', { exact: true }).waitFor();

    await page.goto(address);
    await page.getByText('Returned because: Name the officer in charge').waitFor();
    await page.getByLabel('Contact at any hour').fill('+996 312 000000');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await submit();

    await review.goto(address);
    const change = review.getByRole('row', { name: /Contact at any hour/ });
    expect(await change.locator('ins').innerText()).toBe('+996 312 000000');
    await review.getByText('Code of Criminal Procedure, article 80').waitFor();
    await expectAccessible(review);
    await picture(review, 'review-differences-en');
    const inDialog = review.getByRole('dialog');
    await review.getByRole('button', { name: 'Approve and publish' }).click();
    await inDialog.getByLabel(/I have checked/).check();
    await inDialog.getByRole('button', { name: 'Approve and publish' }).click();
    await review.locator('main').getByText('In force', { exact: true }).first().waitFor();

    // Ending it takes a ground, words and the end of its number.
    await review.getByRole('button', { name: 'Withdraw' }).click();
    const confirm = inDialog.getByRole('button', { name: 'Withdraw' });
    await inDialog.getByRole('combobox', { name: 'Ground' }).click();
    await review.getByRole('option', { name: 'charges dropped' }).click();
    await inDialog.getByLabel('Reason').fill('Decision 12/2026');
    expect(await confirm.isDisabled()).toBe(true);
    const tail = /characters of the number: (\S+)/.exec(await inDialog.innerText())?.[1] ?? '';
    await inDialog.getByLabel(/To confirm/).fill(tail);
    await confirm.click();
    await review.locator('main').getByText('Withdrawn', { exact: true }).first().waitFor();

    // The colleague abroad proposed a correction: it is answered, and the answer stands in the list.
    await walk(review, '/rights');
    const proposed = review.getByRole('row', { name: /AC1234576/ });
    await proposed.getByRole('button', { name: 'Accept' }).click();
    await inDialog.getByLabel('Answer').fill('Compared with the file: two digits were swapped');
    await expectAccessible(review);
    await inDialog.getByRole('button', { name: 'Accept' }).click();
    await proposed.getByText('accepted').waitFor();
    await expectAccessible(review);
    await picture(review, 'corrections-en');
    expect([...complaints, ...officer.complaints]).toEqual([]);
    await officer.close();
    await opened.close();
  });

  it('two tabs edit one record: the slower one is told, and nothing typed is lost', async () => {
    const opened = await enter('INV', `/persons/${wanted}`);
    const { page, context, complaints } = opened;
    const second = await context.newPage();
    await second.goto(page.url());
    for (const tab of [page, second]) await tab.getByRole('button', { name: 'Edit: Description' }).click();
    await page.getByLabel('Height, cm').fill('178');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('178', { exact: true }).waitFor();
    await second.getByLabel('Height, cm').fill('181');
    await second.getByLabel('Place of birth').fill('Ош');
    await second.getByRole('button', { name: 'Save', exact: true }).click();
    const note = second.getByRole('alert');
    await note.getByRole('row', { name: /Height, cm.*178.*181/ }).waitFor();
    await expectAccessible(second);
    await picture(second, 'stale-en');
    expect(await second.getByLabel('Height, cm').inputValue()).toBe('181');
    await note.getByRole('button', { name: 'Save mine' }).click();
    await second.getByText('181', { exact: true }).waitFor();
    await second.getByText('Ош', { exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await opened.close();
  });

  it('a record that may not be seen opens in an emergency, with a reason, and says so', async () => {
    const hidden = await makePerson(world, world.actor('KGZ', 'INV', { which: 'other' }), {
      family: 'Жашырынов',
      given: 'Тест',
      birth: '1970-01-02',
    });
    const opened = await enter('INV', `/persons/${hidden}`);
    const { page } = opened;
    await page.getByText('There is no such record, or it is not open to you').waitFor();
    await page.getByRole('button', { name: 'Emergency access' }).click();
    const open = page.getByRole('button', { name: 'Open the record' });
    await page.getByLabel(/Why it cannot wait/).fill('too short');
    expect(await open.isDisabled()).toBe(true);
    await page
      .getByLabel(/Why it cannot wait/)
      .fill('Armed person at a school, identity confirmed by the patrol');
    await expectAccessible(page);
    await open.click();
    await page.getByRole('heading', { level: 1, name: 'Жашырынов Тест' }).waitFor();
    await page.getByText('Opened by emergency access').waitFor();
    await opened.close();
  });

  it.each(languages('ky'))('every screen is accessible and complete in %s', async (locale) => {
    const dark = locale === 'ru';
    const [width, height] = locale === 'ky' ? [820, 1180] : [1366, 768];
    const opened = await enter('INV', '/', { locale, dark, width, height });
    const { page, complaints } = opened;
    const screens = ['/search', '/persons/new', `/persons/${wanted}`, '/alerts', `/alerts/${alertId}`];
    for (const [index, screen] of screens.entries()) {
      await walk(page, screen);
      if (screen === '/search') {
        const field = page.getByRole('combobox').first();
        await field.fill('Жумабаев');
        await field.press('Enter');
        await page
          .getByRole('listitem', { name: /Жумабаев/ })
          .first()
          .waitFor();
      }
      // A part of a date, with the month in the words of the language.
      if (screen === '/persons/new') {
        const march = { ky: 'март', ru: 'март', kk: 'наурыз', en: 'March' }[locale];
        const month = page.getByRole('combobox', {
          name: { ky: 'Айы', ru: 'Месяц', kk: 'Айы', en: 'Month' }[locale],
        });
        await month.click();
        await page.getByRole('option', { name: march, exact: true }).click();
        await page
          .getByRole('textbox', { name: { ky: 'Жылы', ru: 'Год', kk: 'Жылы', en: 'Year' }[locale] })
          .fill('1980');
        expect(await month.inputValue()).toBe(march);
      }
      await page.waitForLoadState('networkidle');
      await expectAccessible(page);
      await picture(page, `${locale}-${index}`);
    }
    expect(complaints).toEqual([]);
    await opened.close();
  });
});
