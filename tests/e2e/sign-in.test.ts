// Signing in through the screen: four languages, the second factor, and a session that outlives a reload.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type BrowserWorld,
  chromiumPath,
  createBrowserWorld,
  expectAccessible,
  picture,
} from '../support/browser.ts';

describe.skipIf(chromiumPath === undefined)('signing in', () => {
  let world: BrowserWorld;
  beforeAll(async () => {
    world = await createBrowserWorld();
  });
  afterAll(() => world.close());

  it.each(['ky', 'ru', 'kk', 'en'] as const)(
    'is accessible in %s, breaks no rule of the content policy and leaves the console empty',
    async (locale) => {
      const { page, complaints, close } = await world.open({ locale });
      // Also no answer of the server is an error here: without a cookie, nobody being signed in is none.
      const console: string[] = [];
      page.on('console', (message) => console.push(message.text()));
      const answer = await page.goto(world.address);
      expect(answer?.headers()['content-security-policy']).toMatch(
        /script-src 'self';style-src 'self' 'nonce-[^']+'/,
      );
      await page.locator('input[autocomplete=username]').waitFor();
      expect(await page.getAttribute('html', 'lang')).toBe(locale);
      await expectAccessible(page);
      await picture(page, `sign-in-${locale}`);
      expect([...complaints, ...console]).toEqual([]);
      await close();
    },
  );

  it('says what is wrong and lets nobody in with a wrong password', async () => {
    const { page, close } = await world.open();
    await page.goto(world.address);
    await page.locator('input[autocomplete=username]').fill('inv.kgz');
    await page.locator('input[autocomplete=current-password]').fill('wrong');
    await page.locator('button[type=submit]').click();
    await page.getByRole('alert').waitFor();
    expect(await page.locator('#content').count()).toBe(0);
    await close();
  });

  it('asks a prosecutor for the code, and a reload does not end the session', async () => {
    const { page, complaints, signIn, close } = await world.open();
    await signIn('KGZ', 'PRO');
    await page.goto(`${world.address}/account`);
    await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor();
    await page.getByText('This session').waitFor();
    await expectAccessible(page);
    await picture(page, 'account');
    await page.getByRole('button', { name: 'Purpose' }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    expect(complaints).toEqual([]);
    await close();
  });

  it('signing out ends it in every tab', async () => {
    const { page, context, signIn, close } = await world.open();
    await signIn('KGZ', 'INV');
    const second = await context.newPage();
    await second.goto(world.address);
    await second.locator('#content').waitFor();
    await page.getByRole('button', { name: 'My account' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await second.locator('input[autocomplete=username]').waitFor();
    await close();
  });
});
