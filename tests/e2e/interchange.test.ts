// Files in and out in the browser: an import from the file to its taking back, an export from the request to the file.
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectPath } from '../../server/platform/paths.ts';
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
import { runDueJobs } from '../support/jobs.ts';

describe.skipIf(chromiumPath === undefined)('files in and out', () => {
  let world: BrowserWorld;
  beforeAll(async () => {
    world = await createBrowserWorld();
  });
  afterAll(() => world.close());

  const enter = (role: 'CO' | 'PRO', at: string, options: EnterOptions = {}) =>
    world.enter('KGZ', role, { purpose: { code: 'P6', reference: 'comparison 2026' }, at, ...options });

  const importPath = async () => {
    const { rows } = await world.database.pool.query<{ id: string }>('select id from import limit 1');
    return `/imports/${rows[0]?.id}`;
  };

  it('an import is looked at, recorded and followed', async () => {
    const { page, complaints, close } = await enter('CO', '/imports');
    await page.getByText('No imports yet').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Upload a file' }).click();
    await page
      .locator('input[type=file]')
      .setInputFiles(projectPath('tests', 'fixtures', 'imports', 'persons.csv'));
    await page.getByRole('heading', { name: 'persons.csv' }).waitFor();
    await page.getByText('Пробаев Демобек Тестович').first().waitFor();
    expect(await page.getByRole('combobox', { name: 'Meaning: Фамилия' }).inputValue()).toBe('Family name');
    await page.getByText('Line 3 of this file').waitFor();
    await expectAccessible(page);
    await picture(page, 'import-preview-en');
    await page.getByRole('button', { name: 'Record the file' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Record the file' }).click();
    await page.getByText('0 of 5 dealt with').waitFor();
    await runDueJobs(world);
    await page.getByText('5 of 5 dealt with').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('what became of an import is read, and it is taken back with a reason', async () => {
    const { page, complaints, close } = await enter('CO', await importPath());
    await page.getByText('5 of 5 dealt with').waitFor();
    await page.getByRole('radio', { name: 'Duplicates' }).locator('..').getByText('Duplicates').click();
    await page
      .getByText(/Probably known/)
      .first()
      .waitFor();
    await expectAccessible(page);
    await picture(page, 'import-result-en');
    await page.getByRole('button', { name: 'Take the import back' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('wrong file');
    await dialog.getByRole('button', { name: 'Take the import back' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await runDueJobs(world);
    await page.getByText('Taken back', { exact: true }).waitFor();
    await page.getByText('Reason: wrong file').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('an export is asked for with a reason and taken as a file that says so', async () => {
    const actor = world.actor('KGZ', 'CO');
    await world.services.persons.createPerson(actor, {
      sex: 'F',
      names: [{ type: 'PRIMARY', family: 'Демова', given: 'Айгуль' }],
    });
    const { page, complaints, close } = await enter('CO', '/exports');
    await page.getByRole('button', { name: 'Request an export' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Format' }).click();
    await page.getByRole('option', { name: 'JSON' }).click();
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Comparison with the ministry');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Request an export' }).click();
    await page.getByText('No consent needed').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Take the file' }).click(),
    ]);
    const file = JSON.parse(await readFile(await download.path(), 'utf8'));
    expect(file.export).toMatchObject({
      reason: 'Comparison with the ministry',
      purpose: 'P6 comparison 2026',
    });
    expect(file.persons).toHaveLength(1);
    await picture(page, 'exports-en');
    expect(complaints).toEqual([]);
    await close();
  });

  // Each language by itself: four of them in one test ran out of its time on a busy machine.
  it.each(languages('ru'))('everything is there in %s', async (locale) => {
    const words = { ky: 'Кайтарылды', ru: 'Отозван', kk: 'Қайтарылды', en: 'Taken back' };
    const { page, complaints, close } = await enter('PRO', await importPath(), {
      locale,
      dark: locale === 'ru',
    });
    await page.getByText(words[locale], { exact: true }).first().waitFor();
    await expectAccessible(page);
    await walk(page, '/exports');
    await page.getByRole('table').waitFor();
    await expectAccessible(page);
    await picture(page, `exports-${locale}`);
    expect(complaints).toEqual([]);
    await close();
  });
});
