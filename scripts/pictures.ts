// Takes a picture of every screen of a running server with demo data: `npm run pictures -- <address> <folder> [docs|all]`.
// `docs` (1366×768, light, English) is what docs/pictures holds; `all` adds wide, tablet and dark in every language.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { totpCode } from '../server/platform/security/totp.ts';
import { addExtras, type Client } from './pictures/demo-extras.ts';
import { type Ids, SCREENS, type Screen } from './pictures/screens.ts';

const [address = 'http://127.0.0.1:8080', folder = '/tmp/izdoo-pictures', mode = 'docs', only = ''] =
  process.argv.slice(2);
const PASSWORD = 'demo-Izdoo-2026';
const SECRET = 'IZDOODEMOIZDOODEMOIZDOODEMOIZDOO';
/** Colours of the palette; a screen has few. */
const COLOURS = 128;

interface Look {
  readonly name: string;
  readonly locale: string;
  readonly width: number;
  readonly height: number;
  readonly dark: boolean;
}
const DOCS: Look = { name: 'en', locale: 'en', width: 1366, height: 768, dark: false };
const LOOKS: readonly Look[] =
  mode === 'all'
    ? [
        DOCS,
        { name: 'ru-wide-dark', locale: 'ru', width: 1920, height: 1080, dark: true },
        { name: 'ky-tablet', locale: 'ky', width: 820, height: 1180, dark: false },
        { name: 'kk-tablet-dark', locale: 'kk', width: 820, height: 1180, dark: true },
      ]
    : [DOCS];

const PURPOSES: Readonly<Record<string, string>> = { secondline: 'P2', officer: 'P2', dpo: 'P7' };
const purposeOf = (login: string) => ({ code: PURPOSES[login] ?? 'P1', reference: 'DEMO 1-114/2026' });

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});

interface Entrance {
  readonly context: BrowserContext;
  readonly client: Client;
}
const entrances = new Map<string, Promise<Entrance>>();

/** The cookie of the session is the browser's, its first token the client's: a code of the second factor works once. */
async function enter(login: string): Promise<Entrance> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const body = { login, password: PASSWORD };
  const sign = (more: object) =>
    context.request.post(`${address}/v1/sessions`, { data: { ...body, ...more } });
  let answer = await sign({});
  if (!answer.ok()) answer = await sign({ code: totpCode(SECRET, new Date()) });
  if (!answer.ok()) throw new Error(`${login}: ${answer.status()} ${await answer.text()}`);
  const { accessToken } = (await answer.json()) as { accessToken: string };
  const { code, reference } = purposeOf(login);
  const headers = {
    Authorization: `Bearer ${accessToken}`,
    Purpose: `${code} ${encodeURIComponent(reference)}`,
    'Accept-Language': 'en',
  };
  const call = async <T>(method: string, path: string, options: object): Promise<T> => {
    const response = await context.request.fetch(`${address}${path}`, { method, ...options });
    if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`);
    return (response.status() === 204 ? undefined : await response.json()) as T;
  };
  const client: Client = {
    get: (path) => call('GET', path, { headers }),
    post: (path, data, version) =>
      call('POST', path, { data: data ?? {}, headers: { ...headers, ...written(version) } }),
    upload: (path, name, text, fields = {}) =>
      call('POST', path, {
        headers: { ...headers, ...written() },
        multipart: { ...fields, file: { name, mimeType: 'text/csv', buffer: Buffer.from(text) } },
      }),
  };
  return { context, client };
}
const written = (version?: number) => ({
  'Idempotency-Key': crypto.randomUUID(),
  ...(version !== undefined && { 'If-Match': `"v${version}"` }),
});

function entrance(login: string): Promise<Entrance> {
  const known = entrances.get(login) ?? enter(login);
  entrances.set(login, known);
  return known;
}
const clientOf = async (login: string): Promise<Client> => (await entrance(login)).client;

/** Where each picture finds its record. */
const PLACES: Readonly<Record<string, readonly [login: string, path: string]>> = {
  hit: ['secondline', '/v1/hits'],
  list: ['secondline', '/v1/passenger-lists'],
  person: ['investigator', '/v1/persons?registryNumber=KG-2026-000001-0'],
  alert: ['investigator', '/v1/alerts?status=ACTIVE'],
  import: ['caseofficer', '/v1/imports'],
  case: ['prosecutor', '/v1/cases?overdue=true'],
  asset: ['prosecutor', '/v1/assets'],
  assetCase: ['prosecutor', '/v1/asset-cases'],
  assistance: ['prosecutor', '/v1/assistance-requests'],
  request: ['dpo', '/v1/subject-requests'],
  webhook: ['admin', '/v1/webhooks'],
};

async function findIds(): Promise<Ids> {
  const ids: Record<string, string> = { report: 'R-1', treaty: 'CHISINAU_2002' };
  for (const [name, [login, path]] of Object.entries(PLACES)) {
    const client = await clientOf(login);
    const page = await client.get<{ items: { id: string }[] }>(path).catch(() => ({ items: [] }));
    if (page.items[0]) ids[name] = page.items[0].id;
  }
  const admin = await clientOf('admin');
  const { peers } = await admin.get<{ peers: { id: string }[] }>('/v1/exchange');
  if (peers[0]) ids['peer'] = peers[0].id;
  const { items } = await admin
    .get<{ items: { code: string }[] }>('/v1/treaties')
    .catch(() => ({ items: [] }));
  if (items[0]) ids['treaty'] = items[0].code;
  return ids;
}

const fill = ({ route, id, query = '' }: Screen, ids: Ids): string | null => {
  const found = id === undefined ? '' : ids[id];
  if (found === undefined) return null;
  return route.replace(/\$\w+/, found) + query.replace('$', found);
};

async function look(page: Page, { locale, width, height, dark }: Look, login: string | null): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
  const post = {
    checkpoint: 'Dostuk',
    lane: '3',
    direction: 'ENTRY',
    device: 'B-3',
    phone: '+996 312 000 102',
  };
  const kept = `localStorage.setItem('izdoo.locale', ${JSON.stringify(locale)});
    localStorage.setItem('izdoo.post', ${JSON.stringify(JSON.stringify(post))});`;
  const purpose = login === null ? '' : JSON.stringify(JSON.stringify(purposeOf(login)));
  await page.addInitScript(`${kept} ${purpose && `sessionStorage.setItem('izdoo.purpose', ${purpose});`}`);
}

/** Still: nothing loads, nothing is asked for, fonts are there. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: 4_000 }).catch(() => undefined);
  await page
    .locator('[aria-busy=true], .mantine-Skeleton-root')
    .first()
    .waitFor({ state: 'detached', timeout: 5_000 })
    .catch(() => undefined);
  await page.evaluate('document.fonts.ready');
}

await addExtras(clientOf);
const ids = await findIds();
mkdirSync(folder, { recursive: true });
for (const screen of SCREENS.filter(({ name }) => only === '' || only.split(',').includes(name))) {
  const path = fill(screen, ids);
  if (path === null || screen.name === 'training') {
    console.error(`${screen.name}: nothing to show`);
    continue;
  }
  const context = screen.login === null ? await browser.newContext() : (await entrance(screen.login)).context;
  for (const one of LOOKS) {
    const page = await context.newPage();
    try {
      await look(page, one, screen.login);
      await page.goto(`${address}${path}`);
      await page.locator('main, form').first().waitFor();
      await settle(page);
      if (screen.prepare) {
        await screen.prepare(page);
        await settle(page);
      }
      const raw = await page.screenshot();
      const file = join(folder, `${screen.name}-${one.name}.png`);
      await sharp(raw).png({ palette: true, colours: COLOURS, effort: 8 }).toFile(file);
    } catch (error) {
      console.error(`${screen.name} ${one.name}: ${String(error).split('\n')[0]}`);
    } finally {
      await page.close();
    }
  }
}
await browser.close();
