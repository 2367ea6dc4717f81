// How long the booth takes from the answer of the API to the painted verdict: the first traveller of a shift, and those after him.
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ARMED_ZONE, makeArmed } from '../support/border.ts';
import { type BrowserWorld, chromiumPath, createBrowserWorld } from '../support/browser.ts';

const SHIFTS = 10;
const LATER = 4;
const NOBODY = [
  'IDKGZID1234567321502198012345<',
  '8002158M3101012KGZ<<<<<<<<<<<9',
  'OBRAZTSOVA<<NURGUL<<<<<<<<<<<<',
] as const;
const POST = JSON.stringify({ checkpoint: 'Dostuk', lane: '3', direction: 'ENTRY', device: 'B-3' });

const summary = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { n: sorted.length, median: at(0.5), p95: at(0.95), most: sorted.at(-1) };
};

describe.skipIf(chromiumPath === undefined)('the booth', () => {
  let world: BrowserWorld;
  beforeAll(async () => {
    world = await createBrowserWorld();
    await makeArmed(world);
  });
  afterAll(() => world.close());

  it('paints the first verdict of a shift like the others', async () => {
    const first: number[] = [];
    const later: number[] = [];
    for (let shift = 0; shift < SHIFTS; shift++) {
      // A browser of its own: nothing is warm. The first verdict is red or green in turn.
      const { page, context, signIn, close } = await world.open({ ownBrowser: true });
      await context.addInitScript(`localStorage.setItem('izdoo.post', '${POST}')`);
      await signIn('KGZ', 'BO1');
      await page.goto(`${world.address}/booth`);
      const field = page.locator('textarea');
      await field.waitFor();
      // So long an officer needs at least to take a document into his hand.
      await page.waitForTimeout(4_000);
      for (let turn = 0; turn <= LATER; turn++) {
        await field.focus();
        for (const line of (shift + turn) % 2 === 0 ? ARMED_ZONE : NOBODY) {
          await page.keyboard.type(line);
          await page.keyboard.press('Enter');
        }
        const shown = page.locator('[data-ready=true]');
        await shown.waitFor();
        if ((await shown.getAttribute('data-outcome')) === 'HIT') {
          await page.keyboard.press('Escape');
          await page.getByText('Second line has been told').waitFor();
        }
        await page.keyboard.press('Escape');
        await page.getByRole('alertdialog').waitFor({ state: 'hidden' });
      }
      const [one, ...others] = await page.evaluate<number[]>(
        "performance.getEntriesByName('izdoo.verdict').map(({ duration }) => Math.round(duration * 10) / 10)",
      );
      first.push(one as number);
      later.push(...others);
      await close();
    }
    const result = {
      what: 'milliseconds from the answer of the API to the painted verdict (performance marks of the browser)',
      on: new Date().toISOString().slice(0, 10),
      cores: cpus().length,
      load: loadavg()[0],
      first: summary(first),
      later: summary(later),
    };
    writeFileSync('bench/border/booth-paint.json', `${JSON.stringify(result, null, 2)}\n`);
    process.stdout.write(`${JSON.stringify({ first, later, load: result.load })}\n`);
    expect(first).toHaveLength(SHIFTS);
  }, 300_000);
});
