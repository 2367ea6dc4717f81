// A real browser on the real application: the test world listening on loopback, and Chromium driven by Playwright.
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import type { Role } from '../../server/domain/access/role.ts';
import { totpCode } from '../../server/platform/security/totp.ts';
import { TEST_PASSWORD, TEST_TOTP_SECRET, type TestState, testUser } from './people.ts';
import { createTestWorld, type TestWorld } from './world.ts';

const CANDIDATES = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

export const chromiumPath = CANDIDATES.find((path): path is string => path !== undefined && existsSync(path));

if (chromiumPath === undefined)
  process.stderr.write('SKIPPED: browser tests need Chromium; install it or set CHROMIUM_PATH\n');

// A browser starts slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/**
 * Languages in which every screen is looked at by itself, beside the journeys in Russian and English; in each of them the screens
 * are dark or on a tablet as well. EVERY_LANGUAGE=1 looks at all four, which takes twice as long.
 */
export const LOCALES = process.env['EVERY_LANGUAGE']
  ? (['ky', 'ru', 'kk', 'en'] as const)
  : (['ky', 'ru'] as const);

export interface BrowserWorld extends TestWorld {
  readonly address: string;
  /** A page of a context of its own; what its console and its content policy complain of is kept in `complaints`. */
  open(options?: OpenOptions): Promise<BrowserPage>;
}

export interface OpenOptions {
  readonly locale?: 'ky' | 'ru' | 'kk' | 'en';
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  /** Started for this page alone: nothing in it is warm. */
  readonly ownBrowser?: boolean;
}

export interface BrowserPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
  /** Signs in as an account of the test world, through the screen. */
  signIn(state: TestState, role: Role, which?: 'first' | 'second'): Promise<void>;
  close(): Promise<void>;
}

/** Chromium talks to nobody but the page: no updates, no look-ups. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function createBrowserWorld(settings: Record<string, string> = {}): Promise<BrowserWorld> {
  const world = await createTestWorld(settings);
  world.clock.set(new Date());
  const server = createServer(world.app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const launch = (): Promise<Browser> =>
    chromium.launch({ executablePath: chromiumPath as string, args: QUIET });
  const browser = await launch();

  return {
    ...world,
    address,
    async open({ locale = 'en', width = 1366, height = 768, dark = false, ownBrowser = false } = {}) {
      const own = ownBrowser ? await launch() : undefined;
      const context = await (own ?? browser).newContext({
        viewport: { width, height },
        locale: locale === 'en' ? 'en-GB' : locale,
        colorScheme: dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
      });
      await context.addInitScript(`localStorage.setItem('izdoo.locale', '${locale}')`);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        // Refusals that a screen expects (401 before signing in, a 422 that it shows) are no fault of the screen.
        if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
          complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      return {
        page,
        context,
        complaints,
        async signIn(state, role, which = 'first') {
          const user = testUser(state, role, which);
          await page.goto(address);
          await page.locator('input[autocomplete=username]').fill(user.login);
          await page.locator('input[autocomplete=current-password]').fill(TEST_PASSWORD);
          await page.locator('button[type=submit]').click();
          const code = page.locator('input[autocomplete=one-time-code]');
          const inside = page.locator('#content');
          await code.or(inside).first().waitFor();
          if (await code.isVisible()) {
            await code.fill(totpCode(TEST_TOTP_SECRET, world.clock.now()));
            await page.locator('button[type=submit]').click();
          }
          await inside.waitFor();
        },
        close: async () => {
          await context.close();
          await own?.close();
        },
      };
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await world.close();
    },
  };
}

/** Fails with every serious or critical finding of axe on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate<string[]>(`(async () => {
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', '));
  })()`);
  expect(violations).toEqual([]);
}

/** Keeps a picture when `SCREENSHOTS` names a folder; tests do not compare pictures. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
