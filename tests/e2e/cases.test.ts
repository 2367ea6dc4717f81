// Extradition on the screen: a prosecutor opens a case, adds papers, signs, sends; clocks, board, calendar and dossier are seen.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
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
import { pdfBytes } from '../support/case-files.ts';
import {
  type CaseLab,
  draftCase,
  openCaseLab,
  openReview,
  REQUEST_PAPERS,
  sendRequest,
} from '../support/case-lab.ts';
import type { TestState } from '../support/people.ts';

const DAY = 86_400_000;

// Long journeys; a busy machine takes its time.
vi.setConfig({ testTimeout: 180_000 });

describe.skipIf(chromiumPath === undefined)('extradition', () => {
  let world: BrowserWorld;
  let draft: CaseLab;
  let arrested: CaseLab;
  let reviewed: CaseLab;

  beforeAll(async () => {
    world = await createBrowserWorld();
    draft = await openCaseLab(world, 'KGZ', 'KAZ');
    await draftCase(draft, { ownReference: 'KG-14/2026' });
    arrested = await openCaseLab(world, 'KGZ', 'KAZ');
    // Arrested so long ago that the short clocks have run out.
    await arrested.hit(new Date(Date.now() - 5 * DAY).toISOString());
    reviewed = await openCaseLab(world, 'UZB', 'KGZ');
    await draftCase(reviewed);
    await sendRequest(reviewed);
    await openReview(reviewed);
  });
  afterAll(() => world.close());

  /** Signed in, and with the reason why somebody looks. */
  const enter = (state: TestState, at: string, options: EnterOptions = {}) =>
    world.enter(state, 'PRO', { purpose: { code: 'P3', reference: 'DEMO 1' }, at, ...options });

  it('a prosecutor opens a case and learns which treaty governs before it is made', async () => {
    const lab = await openCaseLab(world, 'KGZ', 'UZB');
    const { alertNumber } = await world.database.prisma.alert.findUniqueOrThrow({
      where: { id: lab.alertId },
    });
    const { page, complaints, close } = await enter('KGZ', '/cases/new');
    await page.getByRole('combobox', { name: 'Alert' }).fill(alertNumber);
    await page.getByRole('option', { name: new RegExp(`^${alertNumber} · Arrest`) }).click();
    await page.getByRole('combobox', { name: 'Which state is asked' }).fill('UZB');
    await page.getByRole('option', { name: /UZB/ }).click();
    await page.getByText(/^Governs:/).waitFor();
    await page.getByText('Not confirmed by a lawyer').first().waitFor();
    await page.getByLabel('The person is known to be there').check();
    await expectAccessible(page);
    await picture(page, 'case-new');
    await page.getByRole('button', { name: 'Create the draft' }).click();
    await page.getByRole('heading', { level: 1, name: /^EX-/ }).waitFor();
    await page.getByText('The other side does not see it yet').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('takes steps, uploads papers, signs them, and a stale copy is told in words', async () => {
    const { page, complaints, close } = await enter('KGZ', `/cases/${draft.caseId}`);
    await page.getByRole('button', { name: /Take the step: Prepare the file without arrest/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Prepare the file without arrest' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('File in preparation').first().waitFor();

    await page.getByRole('tab', { name: 'Documents' }).click();
    for (const code of ['D10', 'D14']) {
      await page.getByRole('combobox', { name: 'Which document' }).fill(code);
      await page.getByRole('option', { name: new RegExp(`^${code} `) }).click();
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: `${code}.pdf`, mimeType: 'application/pdf', buffer: pdfBytes(code) });
      await page.getByText(`${code}.pdf`).last().waitFor();
      await page.getByText('Uploaded').waitFor();
    }
    await expectAccessible(page);
    await picture(page, 'case-files');
    await page.getByRole('button', { name: 'Sign the file' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sign the file' }).click();
    await page.getByText('Signed, and nothing has changed since').waitFor();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Originals (ZIP)' }).click();
    expect((await saved).suggestedFilename()).toMatch(/\.zip$/);
    const pdf = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    expect((await pdf).suggestedFilename()).toMatch(/-en\.pdf$/);
    await page.getByRole('button', { name: 'Dossier (PDF)' }).click();
    await page.locator('iframe').waitFor();
    await page.keyboard.press('Escape');

    // A colleague was faster: what is typed stays, and the present state is loaded on request.
    await page.getByRole('tab', { name: 'Overview' }).click();
    await page
      .getByRole('button', { name: /Take the step: Withdraw|Facts of the case/ })
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Facts of the case' }).click();
    await page.getByLabel('Your reference').fill('KG-15/2026');
    const { cases } = world.services;
    const { version } = await draft.view('RQ');
    await cases.changeCase(draft.actor('RQ', 'CO'), draft.caseId, version, { confidentiality: 'RESTRICTED' });
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('The record has changed meanwhile').waitFor();
    await page.getByRole('button', { name: 'Load it anew' }).click();
    await page.getByText('The record has changed meanwhile').waitFor({ state: 'detached' });
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('KG-15/2026').waitFor();
    expect(await draft.view('RQ')).toMatchObject({
      ownReference: 'KG-15/2026',
      confidentiality: 'RESTRICTED',
    });
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows what is overdue, what started each clock, and what a step would start', async () => {
    const { page, complaints, close } = await enter('KAZ', `/cases/${arrested.caseId}`);
    await page
      .getByRole('alert')
      .getByText(/Overdue/)
      .waitFor();
    await page.getByText('Provisional arrest until the request').first().waitFor();
    await page
      .getByText(/^Started/)
      .first()
      .waitFor();
    await page
      .getByText(/Missing/)
      .first()
      .waitFor();
    await expectAccessible(page);
    await picture(page, 'case-overdue');
    await page.getByRole('tab', { name: 'Custody' }).click();
    await page.getByRole('button', { name: 'Record a change' }).waitFor();
    await page.getByRole('tab', { name: 'Timeline' }).click();
    await page.getByRole('list', { name: 'Timeline' }).waitFor();
    await picture(page, 'case-timeline');
    await page.getByRole('tab', { name: 'Work and talk' }).click();
    await page.getByLabel('What to do').fill('Call the court in Almaty');
    await page.getByRole('button', { name: 'Add', exact: true }).first().click();
    await page.getByRole('button', { name: /Call the court in Almaty/ }).click();
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    await close();
  });

  it('every ground is answered before the decision, which is made per offence', async () => {
    const { page, complaints, close } = await enter('KGZ', `/cases/${reviewed.caseId}`);
    // What a step lacks is said in words and leads to where it is done.
    await page.getByRole('button', { name: 'Not every ground of refusal is answered' }).first().click();
    await page.getByRole('button', { name: 'The rest “No”: examined' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Record answers (20)' }).click();
    await page.getByText('20 of 20 answered').waitFor();
    await picture(page, 'case-review');
    await page.getByRole('tab', { name: 'Overview' }).click();
    await page.getByText('Grant').first().waitFor();
    await picture(page, 'case-steps');
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(languages('kk'))('board, list, calendar and case are accessible in %s', async (locale) => {
    const { page, complaints, close } = await enter('KGZ', '/account', { locale, dark: locale === 'kk' });
    for (const path of ['', 'board', 'cases', 'deadlines', `cases/${reviewed.caseId}`]) {
      await walk(page, `/${path}`);
      await expectAccessible(page);
      await picture(page, `${path.split('/')[0] || 'today'}${path.includes('/') ? '-one' : ''}-${locale}`);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  it('a calendar address is shown once and ends', async () => {
    const { page, close } = await enter('KGZ', '/deadlines');
    await page.getByRole('button', { name: 'Make an address' }).click();
    const address = await page.getByTestId('secret').innerText();
    expect((await fetch(address)).headers.get('content-type')).toContain('text/calendar');
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByRole('button', { name: 'End the address' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End the address' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await fetch(address)).status).toBe(404);
    await close();
  });

  it('what is none of somebody’s business does not exist for him', async () => {
    const { page, close } = await enter('UZB', `/cases/${arrested.caseId}`);
    await page.getByText('Izdoo', { exact: true }).last().waitFor();
    expect(await page.getByText(REQUEST_PAPERS[0] ?? '').count()).toBe(0);
    expect(await page.getByRole('tab').count()).toBe(0);
    await close();
  });
});
