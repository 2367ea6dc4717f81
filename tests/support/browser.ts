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
import { TEST_PASSWORD, TEST_TOTP_SECRET, type TestState, type TestUser, testUser } from './people.ts';
import { createTestWorld, type TestWorld } from './world.ts';

/** The same engine without windows takes a fifth less of the processor. */
const CANDIDATES = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

export const chromiumPath = CANDIDATES.find((path): path is string => path !== undefined && existsSync(path));

if (chromiumPath === undefined)
  process.stderr.write('SKIPPED: browser tests need Chromium; install it or set CHROMIUM_PATH\n');

// A browser starts slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

export type Locale = 'ky' | 'ru' | 'kk' | 'en';

/**
 * In which languages the screens of a file are looked at by themselves, beside the journeys in English: in one, another for each
 * file. EVERY_LANGUAGE=1 (`npm run test:long`) looks at all four.
 */
export const languages = (own: Locale): readonly Locale[] =>
  process.env['EVERY_LANGUAGE'] ? ['ky', 'ru', 'kk', 'en'] : [own];

export interface BrowserWorld extends TestWorld {
  readonly address: string;
  /** A page of a context of its own; what its console and its content policy complain of is kept in `complaints`. */
  open(options?: OpenOptions): Promise<BrowserPage>;
  /** The same with somebody signed in already, who has said why he looks when the purpose is given. */
  enter(state: TestState, role: Role, options?: EnterOptions): Promise<BrowserPage>;
}

export interface OpenOptions {
  readonly locale?: Locale;
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  /** Started for this page alone: nothing in it is warm. */
  readonly ownBrowser?: boolean;
}

export interface EnterOptions extends OpenOptions {
  readonly which?: 'first' | 'second';
  readonly purpose?: { code: string; reference: string };
  /** The first screen, as its path. */
  readonly at?: string;
}

export interface BrowserPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
  /** Signs in as an account of the test world, through the screen. */
  signIn(state: TestState, role: Role, which?: 'first' | 'second'): Promise<void>;
  /** Loads a screen anew, as an address typed by hand does, and waits until it stands. */
  go(path: string): Promise<void>;
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

  async function open({
    locale = 'en',
    width = 1366,
    height = 768,
    dark = false,
    ownBrowser = false,
  }: OpenOptions = {}): Promise<BrowserPage> {
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
      async go(path) {
        await page.goto(new URL(path, address).href);
        await settled(page);
      },
      close: async () => {
        await context.close();
        await own?.close();
      },
    };
  }

  /** Signs in without the screen: the answer's cookie is what the browser would have kept. */
  async function cookieOf(user: TestUser): Promise<string> {
    const ask = (code?: string) =>
      fetch(`${address}/v1/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ login: user.login, password: TEST_PASSWORD, code }),
      });
    let answer = await ask();
    if (answer.status === 401) {
      // Each code of the second factor works once: the next sign-in is half a minute later.
      world.clock.advance(30_000);
      answer = await ask(totpCode(TEST_TOTP_SECRET, world.clock.now()));
    }
    expect(answer.status, await answer.clone().text()).toBe(201);
    return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  }

  return {
    ...world,
    address,
    open,
    async enter(state, role, { which = 'first', purpose, at = '/', ...options } = {}) {
      const opened = await open(options);
      const [name, value] = (await cookieOf(testUser(state, role, which))).split('=') as [string, string];
      await opened.context.addCookies([
        { name, value, domain: '127.0.0.1', path: '/v1/sessions', httpOnly: true },
      ]);
      if (purpose)
        await opened.context.addInitScript(
          `sessionStorage.setItem('izdoo.purpose', '${JSON.stringify(purpose)}')`,
        );
      // A step that hangs is named before the whole test runs out of time.
      opened.page.setDefaultTimeout(20_000);
      await opened.page.goto(new URL(at, address).href);
      await opened.page.locator('#content').waitFor();
      return opened;
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await world.close();
    },
  };
}

/** The screen has its heading, and nothing of it is still being fetched. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await expect.poll(() => page.locator('.mantine-Skeleton-root').count(), { timeout: 15_000 }).toBe(0);
}

/** Moves to another screen as a link does, without loading the application anew. */
export async function walk(page: Page, path: string): Promise<void> {
  await page.evaluate(`
    for (const heading of document.querySelectorAll('h1')) heading.dataset.left = '';
    history.pushState({}, '', '${path}');
  `);
  await page.locator('h1:not([data-left])').first().waitFor();
  await settled(page);
}

/** Fails with every serious or critical finding of axe on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  if (!(await page.evaluate<boolean>('Boolean(globalThis.axe)'))) await page.evaluate(axe.source);
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
