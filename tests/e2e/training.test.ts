// Training in a browser: the frame on every screen, an exercise decided wrongly and rightly, the result sheet.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type BrowserWorld,
  chromiumPath,
  createBrowserWorld,
  expectAccessible,
  languages,
  picture,
} from '../support/browser.ts';

// A busy machine takes its time.
vi.setConfig({ testTimeout: 180_000 });

const WORDS = {
  ky: ['ОКУУ РЕЖИМИ', 'Көнүгүүлөр'],
  ru: ['УЧЕБНЫЙ РЕЖИМ', 'Упражнения'],
  kk: ['ОҚУ РЕЖИМІ', 'Жаттығулар'],
  en: ['TRAINING', 'Exercises'],
} as const;

describe.skipIf(chromiumPath === undefined)('training', () => {
  let world: BrowserWorld;
  beforeAll(async () => {
    world = await createBrowserWorld({ TRAINING: 'on' });
  });
  afterAll(() => world.close());

  it('is seen before one signs in', async () => {
    const stranger = await world.open();
    await stranger.page.goto(world.address);
    await stranger.page.getByText(WORDS.en[0], { exact: true }).waitFor();
    await stranger.close();
  });

  it.each(languages('kk'))('is seen on every screen and on paper in %s', async (locale) => {
    const [word, title] = WORDS[locale];
    const { page, complaints, close } = await world.enter('KGZ', 'BO1', {
      locale,
      dark: locale === 'kk',
      at: '/booth',
    });
    await page.getByText(word, { exact: true }).waitFor();
    await picture(page, `training-booth-${locale}`);
    await page.goto(`${world.address}/training`);
    await page.getByRole('link', { name: title }).waitFor();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByRole('table').waitFor();
    await expectAccessible(page);
    await picture(page, `training-${locale}`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText(word, { exact: true }).isVisible()).toBe(true);
    await picture(page, `training-paper-${locale}`);
    expect(complaints).toEqual([]);
    await close();
  });

  it('tells what is right after the decision, and keeps the first one', async () => {
    const { page, complaints, close } = await world.enter('KGZ', 'BO1', { at: '/training' });
    await page.getByRole('button', { name: 'The check digit of the number' }).click();
    const decide = page.getByRole('button', { name: 'Decide' });
    await page.getByLabel('Send to second line').check();
    await decide.click();
    await page.getByText(/^Wrong\. Right is: Read the document again/).waitFor();
    await expectAccessible(page);
    // Which attempt was the first is told by the clock.
    world.clock.advance(1_000);
    await page.getByRole('button', { name: 'Again' }).click();
    await page.getByLabel('Read the document again').check();
    await decide.click();
    await page.getByText('Right', { exact: true }).waitFor();
    await expectAccessible(page);
    const line = page.getByRole('row', { name: /The check digit of the number/ });
    await line.getByText(/^0 of 1,/).waitFor();
    await line.getByText(/^1 of 1,/).waitFor();
    await line.getByText('Not passed').waitFor();
    await page.getByText('Right at the first attempt: 0 of 8').waitFor();
    await picture(page, 'training-answered');
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows the national admin how the officers are doing', async () => {
    const { page, complaints, close } = await world.enter('KGZ', 'NAD', { at: '/training' });
    const officers = page.getByRole('table', { name: 'Officers' });
    await officers.getByText('0 of 8').waitFor();
    await officers.getByText('1 of 8').waitFor();
    await expectAccessible(page);
    await picture(page, 'training-officers');
    expect(complaints).toEqual([]);
    await close();
  });

  it('is no part of a registry: no frame, no menu entry, no screen', async () => {
    const registry = await createBrowserWorld();
    try {
      const { page, close } = await registry.enter('KGZ', 'BO1', { at: '/training' });
      await page.locator('#content').getByRole('link', { name: 'Izdoo' }).waitFor();
      expect(await page.getByText('TRAINING', { exact: true }).count()).toBe(0);
      expect(await page.getByRole('link', { name: 'Exercises' }).count()).toBe(0);
      await close();
    } finally {
      await registry.close();
    }
  });
});
