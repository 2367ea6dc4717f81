// The border through the screen: the booth from the document to the next traveller, and what it says when nobody answers.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson, plainDraft, publish } from '../support/alert-files.ts';
import { ARMED_ZONE, makeArmed } from '../support/border.ts';
import {
  type BrowserWorld,
  chromiumPath,
  createBrowserWorld,
  expectAccessible,
  languages,
  picture,
} from '../support/browser.ts';

/** Her document is nobody's. */
const OTHER_ZONE = [
  'IDKGZID1234567321502198012345<',
  '8002158M3101012KGZ<<<<<<<<<<<9',
  'OBRAZTSOVA<<NURGUL<<<<<<<<<<<<',
] as const;

const verdict = (page: Page, outcome: string) => page.locator(`[data-outcome=${outcome}]`);
const ready = (page: Page) => page.locator('[data-ready=true]').waitFor();
const field = (page: Page) => page.locator('textarea');

/** As a keyboard wedge does it: every line with its Enter, without a pause. */
async function read(page: Page, lines: readonly string[]): Promise<void> {
  await field(page).focus();
  for (const line of lines) {
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
  }
}

const POST = {
  checkpoint: 'Dostuk',
  lane: '3',
  direction: 'ENTRY',
  device: 'B-3',
  phone: '+996 312 000 000',
};

/** On a device that has been put up before. */
async function openBooth(world: BrowserWorld) {
  const tab = await world.enter('KGZ', 'BO1', { at: '/account' });
  await tab.page.evaluate(`localStorage.setItem('izdoo.post', '${JSON.stringify(POST)}')`);
  await tab.page.goto(`${world.address}/booth`);
  await field(tab.page).waitFor();
  return tab;
}

describe.skipIf(chromiumPath === undefined)('the border', () => {
  let world: BrowserWorld;
  beforeAll(async () => {
    world = await createBrowserWorld();
    await makeArmed(world);
  });
  afterAll(() => world.close());

  it('leads from the reader to a red hit, its acknowledgement and the next traveller, by keyboard alone', async () => {
    const tab = await openBooth(world);
    const { page, complaints, close } = tab;
    await read(page, ARMED_ZONE);
    await verdict(page, 'HIT').waitFor();
    expect(await verdict(page, 'HIT').getAttribute('data-look')).toBe('RED');
    await page.getByText('ARMED').waitFor();
    await page.getByText('Not yet confirmed').waitFor();
    await ready(page);
    await expectAccessible(page);
    await picture(page, 'booth-hit');
    // The next document read too early confirms nothing and moves nothing.
    await page.keyboard.type(OTHER_ZONE[0]);
    await page.keyboard.press('Enter');
    expect(await verdict(page, 'HIT').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByText('Second line has been told').waitFor();
    const hits = await world.services.hits.list(world.actor('KGZ', 'BO2'), { limit: 10 } as never);
    expect(hits.items[0]).toMatchObject({ status: 'ACKNOWLEDGED', checkpoint: 'Dostuk', lane: '3' });
    await page.keyboard.press('Escape');
    await field(page).waitFor();
    expect(await field(page).inputValue()).toBe('');
    await read(page, OTHER_ZONE);
    await verdict(page, 'CLEAR').waitFor();
    await ready(page);
    await picture(page, 'booth-clear');
    await page.keyboard.press('Enter');
    await page.getByText('Checks of this shift · 2').waitFor();
    await expectAccessible(page);
    await picture(page, 'booth');
    const measured = await page.evaluate<number[]>(
      "performance.getEntriesByName('izdoo.verdict').map(({ duration }) => Math.round(duration))",
    );
    expect(measured).toHaveLength(2);
    process.stdout.write(`from the answer to the painted verdict: ${measured.join(', ')} ms\n`);
    expect(complaints).toEqual([]);
    await close();
  });

  it('does not ask before the zone is whole, and names the field that was misread', async () => {
    const { page, close } = await openBooth(world);
    const asked: string[] = [];
    page.on(
      'request',
      (request) => request.url().endsWith('/v1/checks') && asked.push(request.postData() ?? ''),
    );
    await read(page, [ARMED_ZONE[0]]);
    await page.getByText('waiting for its other lines').waitFor();
    expect(asked).toEqual([]);
    await page.keyboard.type(ARMED_ZONE[1].replace('AC12345674', 'AC12345774'));
    await page.keyboard.press('Enter');
    await page.getByText(/^Document number –/).waitFor();
    await expectAccessible(page);
    await picture(page, 'booth-misread');
    // The reader, which types faster than a hand, brings another zone: it is asked at once and no field gets its signs.
    const nextZone = `${ARMED_ZONE[0]}\n${ARMED_ZONE[1].replace('8002158', '8002168')}\n`;
    await page.evaluate(`for (const key of ${JSON.stringify(nextZone)})
      document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {
        key: key === '\\n' ? 'Enter' : key, bubbles: true, cancelable: true }))`);
    await page.getByText(/^Date of birth –/).waitFor();
    expect(asked).toHaveLength(2);
    // Esc reads the document anew; what was misread is not corrected by accident.
    await page.keyboard.press('Escape');
    await expect.poll(() => field(page).inputValue()).toBe('');
    await read(page, [ARMED_ZONE[0], ARMED_ZONE[1].replace('AC12345674', 'AC12345774')]);
    await page.getByText(/^Document number –/).waitFor();
    await page.getByLabel('Document number', { exact: true }).fill('AC1234567');
    await page.keyboard.press('Enter');
    await verdict(page, 'HIT').waitFor();
    expect(asked).toHaveLength(4);
    expect(JSON.parse(asked[3] ?? '').corrections).toEqual([
      { field: 'DOCUMENT_NUMBER', value: 'AC1234567' },
    ]);
    await close();
  });

  it('never looks clear when nobody answers', async () => {
    const { page, close } = await openBooth(world);
    let line: 'cut' | 'silent' | 'whole' = 'cut';
    await page.route('**/v1/checks', (route) => {
      if (line === 'cut') return route.abort();
      return line === 'whole' ? route.continue() : undefined;
    });
    await field(page).fill('Образцов Илья 1970-01-01');
    await page.keyboard.press('Enter');
    await verdict(page, 'UNAVAILABLE').waitFor();
    expect(await verdict(page, 'UNAVAILABLE').getAttribute('data-look')).toBe('NONE');
    await page.getByText('This does not mean clear').waitFor();
    await ready(page);
    await expectAccessible(page);
    await picture(page, 'booth-unavailable');
    // Silence is no answer either: after three seconds it is over.
    line = 'silent';
    await page.keyboard.press('r');
    await verdict(page, 'UNAVAILABLE').waitFor({ state: 'hidden' });
    await verdict(page, 'UNAVAILABLE').waitFor();
    line = 'whole';
    await ready(page);
    await page.keyboard.press('r');
    await verdict(page, 'CLEAR').waitFor();
    await close();
  });

  it('shows a silent watch exactly as it shows nobody', async () => {
    const watched = await makePerson(world, world.actor('KGZ', 'INV'), {
      family: 'Тихонравов',
      given: 'Аким',
      birth: '1971-04-05',
      document: 'AC7654321',
    });
    await publish(
      world,
      'KGZ',
      plainDraft(watched, { type: 'DISCREET_CHECK', actionsOnHit: ['D1'], sharing: 'ALL_MEMBERS' }),
    );
    const { page, close } = await openBooth(world);
    const seen: string[] = [];
    for (const number of ['AC7654321', 'AC9999999']) {
      await field(page).fill(number);
      await page.keyboard.press('Enter');
      await verdict(page, 'CLEAR').waitFor();
      await ready(page);
      const shown = await page.getByRole('alertdialog').innerHTML();
      seen.push(
        shown
          .replace(/\d\d:\d\d:\d\d/, 'TIME')
          .replace(/(reference[^>]*>)[A-Z0-9]{4}/, '$1CODE')
          .replace(/(?:mantine-|_r_|id=")[\w«»:-]+/g, 'ID'),
      );
      await page.keyboard.press('Enter');
      await field(page).waitFor();
    }
    await world.services.checks.settled();
    const silent = await world.services.hits.list(world.actor('KGZ', 'CO'), {
      kind: 'SILENT',
      limit: 10,
    } as never);
    expect(silent.items).toHaveLength(1);
    expect(seen[0]).toBe(seen[1]);
    await close();
  });

  it('hands over to the next officer, who reads nothing of the last traveller', async () => {
    const { page, signIn, close } = await openBooth(world);
    await read(page, ARMED_ZONE);
    await verdict(page, 'HIT').waitFor();
    await page.keyboard.press('F9');
    await page.getByText('Post: Dostuk · 3').waitFor();
    expect(await page.content()).not.toMatch(/Тестбеков|TESTBEKOV/i);
    await page.reload();
    await page.getByText('Post: Dostuk · 3').waitFor();
    await signIn('KGZ', 'BO2');
    await page.goto(`${world.address}/booth`);
    await page.getByText('No checks so far').waitFor();
    await close();
  });

  it.each(languages('kk'))('is accessible in %s, set up and asking by fields', async (locale) => {
    const dark = locale === 'kk';
    const { page, complaints, close } = await world.enter('KGZ', 'BO1', { locale, dark, at: '/booth' });
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page);
    await picture(page, `booth-post-${locale}`);
    await page.keyboard.type('Достук');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('F2');
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page);
    await picture(page, `booth-fields-${locale}`);
    await page.keyboard.type('Тестбеков');
    await page.keyboard.press('Enter');
    await page.getByRole('alertdialog').waitFor();
    await ready(page);
    await expectAccessible(page);
    await picture(page, `booth-possible-${locale}`);
    expect(complaints).toEqual([]);
    await close();
  });
});
