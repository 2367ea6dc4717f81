// Hits beyond the straight way: heard wherever one works, two windows, a second opinion, an owner who withdraws, a silent report, paper.
import { stat } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { photoBody } from '../../server/features/photos/contract.ts';
import { makePerson, plainDraft, publish } from '../support/alert-files.ts';
import { ARMED_ZONE, checkAt, hitSteps, makeArmed, type Wanted } from '../support/border.ts';
import {
  type BrowserWorld,
  chromiumPath,
  createBrowserWorld,
  expectAccessible,
  picture,
} from '../support/browser.ts';

/** Counts the tones instead of sounding them. */
const COUNT_TONES = `
  globalThis.tones = 0;
  OscillatorNode.prototype.start = () => { globalThis.tones += 1; };
  OscillatorNode.prototype.stop = () => undefined;
`;
const tones = (page: Page) => page.evaluate<number>('globalThis.tones');

describe.skipIf(chromiumPath === undefined)('hits', () => {
  let world: BrowserWorld;
  let armed: Wanted;
  beforeAll(async () => {
    world = await createBrowserWorld();
    armed = await makeArmed(world);
    const path = `${world.config.dataDir}/face.upload`;
    await sharp({ create: { width: 300, height: 400, channels: 3, background: '#7a6a58' } })
      .jpeg()
      .toFile(path);
    await world.services.photos.addPhoto(
      world.actor('KGZ', 'INV'),
      armed.personId,
      { path, originalName: 'face.jpg', bytes: (await stat(path)).size },
      photoBody.parse({}),
    );
  });
  afterAll(() => world.close());

  const newHit = async (checkpoint: string) => {
    const { body } = await checkAt(world, 'KAZ', { mrz: ARMED_ZONE.join('\n'), checkpoint });
    return body as { reference: string; hit: { id: string } };
  };
  const take = async (page: Page, verb: string, note?: string) => {
    await page.locator(`[data-verb=${verb}]`).click();
    const dialog = page.getByRole('dialog');
    if (note !== undefined) await dialog.getByRole('textbox').fill(note);
    await dialog.locator('button[type=submit]').click();
    await dialog.waitFor({ state: 'hidden' });
  };

  it('is heard once on a device, wherever second line works, and not by those who do not decide', async () => {
    const second = await world.enter('KAZ', 'BO2');
    await second.context.addInitScript(COUNT_TONES);
    const streams: string[] = [];
    second.context.on(
      'request',
      (request) => request.url().endsWith('/v1/events') && streams.push(request.url()),
    );
    await second.page.goto(`${world.address}/search`);
    await second.page.locator('h1').click();
    await expect.poll(() => streams.length).toBe(1);
    const other = await second.context.newPage();
    await other.goto(`${world.address}/account`);
    await other.locator('h1').click();
    const investigator = await world.enter('KAZ', 'INV');

    await newHit('Korday');
    for (const page of [second.page, other]) await page.getByText('New hit').waitFor();
    expect((await tones(second.page)) + (await tones(other))).toBe(2);
    // One answer is open for both windows.
    expect(streams).toHaveLength(1);
    await expectAccessible(second.page);
    await picture(second.page, 'bell');

    // Silence is for all windows of the device; the note still comes.
    await other.getByRole('button', { name: 'My account' }).click();
    await other.getByRole('menuitem', { name: 'Turn the sound of hits off' }).click();
    await newHit('Merke');
    await second.page.getByText(/Merke/).waitFor();
    expect((await tones(second.page)) + (await tones(other))).toBe(2);
    // The window that listened goes; the other one listens on.
    await second.page.close();
    await expect.poll(() => streams.length).toBe(2);
    await newHit('Sypatai');
    await other.getByText(/Sypatai/).waitFor();
    await other.getByRole('button', { name: 'Open' }).last().click();
    await other.getByRole('heading', { level: 1, name: /^Hit / }).waitFor();
    expect(await investigator.page.getByText('New hit').count()).toBe(0);
    expect([...second.complaints, ...investigator.complaints]).toEqual([]);
    await investigator.close();
    await second.close();
  });

  it('shows faces to second line; of two windows the slower is told, and a colleague gives the second opinion', async () => {
    const { hit, reference } = await newHit('Korday');
    const second = await world.enter('KAZ', 'BO2');
    const slower = await second.context.newPage();
    for (const page of [second.page, slower]) {
      await page.goto(`${world.address}/hits/${hit.id}`);
      await page.getByRole('heading', { level: 1, name: `Hit ${reference}` }).waitFor();
    }
    const { page } = second;
    await page.locator('img[alt^=Photo]').waitFor();
    await page.getByRole('button', { name: /^Enlarge the photo/ }).click();
    await page.getByRole('dialog').locator('img[alt^=Photo]').waitFor();
    await page.keyboard.press('Escape');
    // It asks for nothing: the clock is two minutes.
    await page.locator('[data-verb=check-identity]').click();
    await page.locator('[data-verb=check-identity]').waitFor({ state: 'hidden' });

    // The slower window had its dialog open already.
    await slower.locator('[data-verb=not-same]').click();
    const dialog = slower.getByRole('dialog');
    await dialog.getByLabel('face').check();
    await dialog.getByRole('textbox').fill('Another nose');
    await slower.route('**/v1/hits/*/not-same', async (route) => {
      await route.continue({ headers: { ...route.request().headers(), 'if-match': '"v1"' } });
    });
    await dialog.locator('button[type=submit]').click();
    await dialog.getByRole('alert').waitFor();
    await expectAccessible(slower);
    await picture(slower, 'hit-stale');
    await slower.unroute('**/v1/hits/*/not-same');
    await dialog.getByRole('alert').getByRole('button').click();
    expect(await dialog.getByRole('textbox').inputValue()).toBe('Another nose');
    await slower.keyboard.press('Escape');
    await slower.close();

    await take(page, 'cannot-decide', 'The photo is eight years old');
    await page.getByText('Inconclusive').first().waitFor();
    expect(await page.locator('[data-verb=supervise]').count()).toBe(0);
    const colleague = await world.enter('KAZ', 'BO2', { which: 'second', at: `/hits/${hit.id}` });
    await colleague.page.getByText('The photo is eight years old').waitFor();
    await take(colleague.page, 'supervise', 'Seen: let him go on, ask for fingerprints next time');
    await colleague.page.getByText('second opinion given').waitFor();
    expect([...second.complaints, ...colleague.complaints]).toEqual([]);
    await colleague.close();
    await second.close();
  });

  it('goes on paper whole: danger, traveller beside record, owner, history, and who printed it', async () => {
    const { hit, reference } = await newHit('Korday');
    const size = { width: 794, height: 1123 };
    const { page, close } = await world.enter('KAZ', 'BO2', { dark: true, ...size, at: `/hits/${hit.id}` });
    await page.getByRole('heading', { level: 1, name: `Hit ${reference}` }).waitFor();
    await page.locator('img[alt^=Photo]').waitFor();
    await page.getByRole('button', { name: 'Print' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    for (const shown of [page.getByText('seen with a pistol'), page.getByText(/^Printed by Test BO2 KAZ/)])
      expect(await shown.isVisible()).toBe(true);
    for (const left of [page.locator('header'), page.getByRole('button', { name: 'Print' })])
      expect(await left.isVisible()).toBe(false);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    await picture(page, 'hit-paper');
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
    await close();
  });

  it('the owner takes note of a silent report, and what he withdraws lets the traveller go', async () => {
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
    await checkAt(world, 'KAZ', { document: { number: 'AC7654321' }, checkpoint: 'Korday' });
    const { hit } = await newHit('Korday');
    const steps = hitSteps(world, await world.token('KAZ', 'BO2'), hit.id);
    expect((await steps.step('check-identity')).status).toBe(200);
    const second = await world.enter('KAZ', 'BO2', { locale: 'kk' });
    const owner = await world.enter('KGZ', 'CO', { at: '/hits' });

    await owner.page.getByText('Silent reports').click();
    await owner.page.getByRole('row').nth(1).press('Enter');
    await owner.page.getByRole('heading', { level: 1, name: /^Silent report/ }).waitFor();
    await take(owner.page, 'take-note');
    await owner.page.locator('[data-verb=take-note]').waitFor({ state: 'hidden' });
    await expectAccessible(owner.page);
    await picture(owner.page, 'silent-report');

    // The owner hears that he is asked, and second line that he answered.
    const confirmed = { identifiers: ['DOCUMENT', 'FACE'], urgency: 'URGENT' };
    expect((await steps.step('confirm', confirmed)).status).toBe(200);
    await owner.page.getByText('You are asked: does the alert stand?').waitFor();
    await owner.page.getByRole('button', { name: 'Open' }).click();
    await take(owner.page, 'owner-withdraw', 'The court lifted the warrant this morning');
    await owner.page.getByText('Does not stand').first().waitFor();
    await second.page.getByText('Іздеу күшінде емес: жолаушыны босатыңыз').waitFor();
    await second.page.getByRole('button', { name: 'Ашу' }).click();
    await second.page.getByText('Орындалатын істер').waitFor();
    await expectAccessible(second.page);
    await picture(second.page, 'hit-withdrawn-kk');
    expect([...second.complaints, ...owner.complaints]).toEqual([]);
    await owner.close();
    await second.close();
  });
});
