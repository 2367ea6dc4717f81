// Administration and accountability on the screen: an account from its making to its first sign-in, the log, reviews, law as data.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Role } from '../../server/domain/access/role.ts';
import { createAuditHeads } from '../../server/platform/database/audit-heads.ts';
import { createAuditSealer } from '../../server/platform/database/audit-sealer.ts';
import { createAuditSigner } from '../../server/platform/database/audit-signer.ts';
import { createLogger } from '../../server/platform/logger.ts';
import {
  type BrowserWorld,
  chromiumPath,
  createBrowserWorld,
  expectAccessible,
  type Locale,
  languages,
  picture,
  walk,
} from '../support/browser.ts';
import { agencyId, testUser } from '../support/people.ts';
import { plantAlert, plantPerson } from '../support/records.ts';

// Many screens in one test; a busy machine takes its time.
vi.setConfig({ testTimeout: 180_000 });

describe.skipIf(chromiumPath === undefined)('administration and accountability', () => {
  let world: BrowserWorld;
  beforeAll(async () => {
    world = await createBrowserWorld();
  });
  afterAll(() => world.close());

  it('an admin makes an account, and its owner comes in with a password of his own', async () => {
    const open = await world.enter('KGZ', 'NAD');
    const { page, complaints } = open;
    await page.getByRole('link', { name: 'Users' }).click();
    await page.getByRole('button', { name: 'New user' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Login').fill('new.investigator');
    await dialog.getByLabel('Name').fill('DEMO New Investigator');
    await dialog.getByRole('combobox', { name: 'Agency' }).click();
    await page.getByRole('option').first().click();
    await dialog.getByRole('combobox', { name: 'Roles' }).click();
    await page.getByRole('option', { name: /^INV/ }).click();
    await page.keyboard.press('Escape');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Create' }).click();
    const password = await page.getByTestId('secret').innerText();
    await picture(page, 'admin-temporary-password');
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByText('new.investigator').waitFor();
    await picture(page, 'admin-users');
    expect(complaints).toEqual([]);
    await open.close();

    const first = await world.open();
    const own = 'a-password-of-my-own-2026';
    const enterWith = async (word: string) => {
      await first.page.locator('input[autocomplete=username]').fill('new.investigator');
      await first.page.locator('input[autocomplete=current-password]').fill(word);
      await first.page.locator('button[type=submit]').click();
    };
    await first.page.goto(world.address);
    await enterWith(password);
    await first.page.locator('input[autocomplete=new-password]').fill(own);
    await first.page.locator('input[autocomplete=current-password]').fill(password);
    await first.page.locator('button[type=submit]').click();
    await first.page.locator('input[autocomplete=username]').waitFor();
    await enterWith(own);
    await first.page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await first.close();
  });

  it('a key is shown once and revoked, two names are compared, a treaty explains itself', async () => {
    const open = await world.enter('KGZ', 'NAD', { at: '/admin/keys' });
    const { page, complaints } = open;
    await page.getByRole('button', { name: 'New key' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('DEMO gateway');
    await page.getByRole('dialog').getByRole('combobox', { name: 'Agency' }).click();
    await page.getByRole('option').first().click();
    // A day is typed, or chosen from a month by keys; Esc closes the month and not the dialog.
    const expires = page.getByRole('textbox', { name: 'Expires' });
    const typed = await expires.inputValue();
    const month = page.getByRole('dialog', { name: 'Choose from the calendar' });
    const onDay = () =>
      expect
        .poll(() => page.evaluate<boolean>(`document.activeElement.matches('[data-day][aria-pressed=true]')`))
        .toBe(true);
    await expires.press('Alt+ArrowDown');
    await onDay();
    await expectAccessible(page);
    await picture(page, 'calendar-en');
    await page.keyboard.press('Escape');
    await month.waitFor({ state: 'hidden' });
    await expires.press('Alt+ArrowDown');
    await onDay();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await month.waitFor({ state: 'hidden' });
    const dayOf = (text: string) => Date.parse(text.split('/').reverse().join('-')) / 86_400_000;
    expect(dayOf(await expires.inputValue())).toBe(dayOf(typed) - 1);
    await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
    expect(await page.getByTestId('secret').innerText()).toMatch(/^izk_/);
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByRole('button', { name: 'Revoke DEMO gateway' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('revoked').waitFor();

    await walk(page, '/admin/policies');
    await page.getByLabel('Query: name').fill('Probekov Azamat');
    await page.getByLabel('Record: name').fill('Пробеков Азамат Тестович');
    await page.getByRole('button', { name: 'Compare' }).click();
    await page.getByText(/^(Strong|Possible|Weak) · Score/).waitFor();
    await expectAccessible(page);
    await picture(page, 'admin-policies');

    await walk(page, '/admin/treaties');
    await page.getByText(/^Governs:/).waitFor();
    await expectAccessible(page);
    await picture(page, 'admin-treaties');
    await walk(page, '/admin/treaties/KAZ_KGZ_1997');
    await page.getByText('Not confirmed by a lawyer').waitFor();
    await expectAccessible(page);
    await picture(page, 'admin-treaty');
    expect(complaints).toEqual([]);
    await open.close();
  });

  it('another version of a rule stands beside the one in force', async () => {
    const { prisma } = world.database;
    const policy = await prisma.matchPolicy.findFirstOrThrow({ where: { code: 'BORDER' } });
    const settings = policy.settings as Record<string, unknown>;
    await prisma.matchPolicy.create({
      data: {
        ...policy,
        settings: { ...settings, trial: { pace: 'slow' } },
        version: policy.version + 1,
        validFrom: new Date('2031-01-01'),
      },
    });
    const treaty = await prisma.treatyProfile.findFirstOrThrow({ where: { code: 'KAZ_KGZ_1997' } });
    await prisma.treatyProfile.create({
      data: {
        ...treaty,
        titles: treaty.titles as object,
        settings: { ...(treaty.settings as object), minMaxPenaltyMonths: 99 },
        version: treaty.version + 1,
        validFrom: new Date('2031-01-01'),
      },
    });
    const open = await world.enter('KGZ', 'NAD', { at: '/admin/policies' });
    const { page, complaints } = open;
    const choose = async (version: number) => {
      await page.getByRole('combobox', { name: 'Choose a version' }).click();
      await page.getByRole('option', { name: new RegExp(`^${version},`) }).click();
    };
    await page.getByRole('tab', { name: 'Border' }).click();
    await choose(policy.version + 1);
    await page.getByRole('row', { name: 'trial › pace – slow' }).waitFor();
    await expectAccessible(page);
    await picture(page, 'policy-versions');
    await walk(page, '/admin/treaties/KAZ_KGZ_1997');
    await page.getByRole('combobox', { name: 'Choose a version' }).waitFor();
    // The coming version is not yet the one that is shown.
    expect(await page.getByText('Differences from the version in force').count()).toBe(0);
    await choose(treaty.version + 1);
    await page.getByRole('row', { name: /^Longest penalty at least, months .* 99/ }).waitFor();
    await expectAccessible(page);
    await picture(page, 'treaty-versions');
    expect(complaints).toEqual([]);
    await open.close();
  });

  it('a system admin changes the key that signs sessions, and nobody is signed out', async () => {
    const open = await world.enter('KGZ', 'SAD', { at: '/admin/status' });
    const { page, complaints } = open;
    await page.getByRole('button', { name: 'Change the signing key' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Change the signing key' }).click();
    await page.getByText('The new key is in use').waitFor();
    await walk(page, '/admin/rules');
    await page.getByText('ALERT_VALIDITY').waitFor();
    // The words of officers are for those who act on hits.
    expect(await page.getByText('Officer cards').count()).toBe(0);
    expect(complaints).toEqual([]);
    await open.close();
  });

  it('a webhook shows its secret once and its trial in the log', async () => {
    const { webhook } = await world.services.webhooks.create(world.actor('KGZ', 'NAD'), {
      agencyId: agencyId('KGZ', 'CENTRAL'),
      url: 'https://gateway.example/izdoo',
      eventTypes: ['alert.activated'],
      description: 'DEMO gateway',
    });
    const open = await world.enter('KGZ', 'NAD', { at: '/admin/webhooks' });
    const { page, complaints } = open;
    await page.getByText('DEMO gateway').click();
    await page.getByRole('heading', { level: 1, name: 'DEMO gateway' }).waitFor();
    await page.getByRole('button', { name: 'Send a trial' }).click();
    await page.getByText('webhook.trial').waitFor();
    await page.getByRole('button', { name: 'New secret' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click();
    await page.getByTestId('secret').waitFor();
    await page.getByRole('button', { name: 'I have kept it' }).click();
    await expectAccessible(page);
    expect(page.url()).toContain(webhook.id);
    expect(complaints).toEqual([]);
    await open.close();
  });

  /** What the worker does every second. */
  async function sealLog(): Promise<void> {
    const { config, database, clock, services } = world;
    const sealer = createAuditSealer({
      pool: database.pool,
      clock,
      signer: createAuditSigner(services.vault),
      heads: createAuditHeads(config.dataDir),
      logger: createLogger('silent'),
    });
    await sealer.seal();
  }

  it('an auditor searches the log, opens one row and proves the chain', async () => {
    await sealLog();
    const open = await world.enter('KGZ', 'AUD', { at: '/audit' });
    const { page, complaints } = open;
    // A type is found by its words or by its code.
    const type = page.getByRole('combobox', { name: 'Type' });
    await type.fill('user.created');
    await page.getByRole('option', { name: 'User created' }).click();
    await page.getByRole('button', { name: 'Search' }).click();
    // Who did it has a name, and so has the account that was made.
    await page.getByRole('cell', { name: 'Test NAD KGZ first' }).first().waitFor();
    await page.getByRole('cell', { name: 'user DEMO New Investigator' }).waitFor();
    await page.getByRole('cell', { name: 'User created' }).first().click();
    await page.getByRole('dialog').getByText('user.created').waitFor();
    await page
      .getByRole('dialog')
      .getByText(/^Test NAD KGZ first/)
      .waitFor();
    await expectAccessible(page);
    await picture(page, 'audit-row');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Chain' }).click();
    await page.getByRole('button', { name: 'Verify the chain' }).click();
    await page.getByText('Sound: nothing was changed').waitFor();
    await page.getByText(/Compared with exported heads: 1/).waitFor();
    await picture(page, 'audit-chain');
    const saved = page.waitForEvent('download');
    await page.getByRole('tab', { name: 'Rows' }).click();
    await page.getByRole('button', { name: 'Export (CSV)' }).click();
    expect((await saved).suggestedFilename()).toMatch(/\.csv$/);

    // Nobody types an id: an account by its login, a record by its number, both as on paper.
    const person = await plantPerson(world.database, 'KGZ');
    await plantAlert(world.database, { personId: person.id, state: 'KGZ' });
    await world.services.persons.viewPerson(world.actor('KGZ', 'INV'), person.id);
    await type.fill('');
    await page.getByLabel('Who', { exact: true }).fill(testUser('KGZ', 'INV').login);
    await page.getByLabel('About what').fill(person.registryNumber.toLowerCase());
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('row', { name: new RegExp(`person.viewed.*${person.registryNumber}`) }).waitFor();
    await walk(page, '/disclosures');
    await page.getByLabel('Registry number').fill(person.registryNumber.replaceAll('-', ' '));
    await page.keyboard.press('Enter');
    await page
      .getByRole('cell', { name: /Test INV KGZ/ })
      .first()
      .waitFor();
    await expectAccessible(page);
    await page.getByLabel('Registry number').fill('KG 2026 000001 9');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(complaints).toEqual([]);
    await open.close();
  });

  it('a data-protection officer reviews an emergency access', async () => {
    const person = await plantPerson(world.database, 'UZB');
    await plantAlert(world.database, { personId: person.id, state: 'UZB' });
    await world.services.breakGlass.open(world.actor('KGZ', 'INV'), {
      registryNumber: person.registryNumber,
      reason: 'Armed man at the bus station, the patrol asks now',
    });
    const open = await world.enter('KGZ', 'DPO');
    const { page, complaints } = open;
    await page.getByText('Emergency accesses to review').click();
    await page.getByRole('button', { name: `Review ${person.registryNumber}` }).click();
    await page.getByLabel('Justified', { exact: true }).check();
    await page.getByLabel('Note').fill('The patrol confirmed it.');
    await expectAccessible(page);
    await picture(page, 'dpo-review');
    await page.getByRole('dialog').getByRole('button', { name: 'Review' }).click();
    await page.getByText('No emergency access').waitFor();
    expect(complaints).toEqual([]);
    await open.close();
  });

  const SCREENS: readonly (readonly [Role, readonly string[]])[] = [
    [
      'NAD',
      [
        '',
        'admin/users',
        'admin/agencies',
        'admin/keys',
        'admin/webhooks',
        'admin/treaties',
        'admin/policies',
        'admin/rules',
        'admin/status',
      ],
    ],
    ['DPO', ['audit', 'disclosures', 'flagged', 'emergencies']],
    ['PRO', ['', 'assets', 'assistance']],
  ];

  /** Day first in every language, read as leniently as people type, written as the language writes it. */
  async function typeMoment(page: Page, locale: Locale): Promise<void> {
    const pattern = { ky: 'кк.аа.жжжж', ru: 'дд.мм.гггг', kk: 'кк.аа.жжжж', en: 'dd/mm/yyyy' }[locale];
    const field = page.getByPlaceholder(pattern).first();
    await field.fill('31.2.2026 10:30');
    await field.blur();
    await page.getByText(pattern).first().waitFor();
    await field.fill('5 2 2026 9:05');
    await field.press('ArrowDown');
    await field.blur();
    expect(await field.inputValue()).toBe(locale === 'en' ? '04/02/2026 09:05' : '04.02.2026 09:05');
  }

  it.each(languages('ru'))('every screen is accessible in %s', async (locale) => {
    for (const [role, paths] of SCREENS) {
      const purpose = { code: 'P3', reference: 'DEMO 1' };
      const open = await world.enter('KGZ', role, { locale, dark: locale === 'ru', purpose, at: '/account' });
      const { page, complaints } = open;
      for (const path of paths) {
        await walk(page, `/${path}`);
        if (path === 'audit') await typeMoment(page, locale);
        await expectAccessible(page);
        await picture(page, `${role.toLowerCase()}-${path.replace('/', '-') || 'today'}-${locale}`);
      }
      expect(complaints).toEqual([]);
      await open.close();
    }
  });
});
