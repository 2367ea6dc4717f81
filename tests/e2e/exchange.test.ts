// The channel on the screen: proposed by one admin, confirmed by another, watched by both.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createSigner } from '../../server/platform/security/signer.ts';
import { createVault } from '../../server/platform/security/vault.ts';
import {
  type BrowserWorld,
  chromiumPath,
  createBrowserWorld,
  expectAccessible,
  languages,
  picture,
  walk,
} from '../support/browser.ts';

// A busy machine takes its time.
vi.setConfig({ testTimeout: 180_000 });

const KEY = createSigner(createVault('another-installation-0123456789-abcdef'), 'exchange-signing');

describe.skipIf(chromiumPath === undefined)('the exchange', () => {
  let world: BrowserWorld;
  beforeAll(async () => {
    world = await createBrowserWorld();
    await world.database.pool.query(
      `update app_user set active = false where agency_id in (select id from agency where state <> 'KGZ')`,
    );
  });
  afterAll(() => world.close());

  it('lets another installation in by two people and shows its link', async () => {
    const first = await world.enter('KGZ', 'NAD');
    await first.page.getByRole('link', { name: 'Exchange' }).click();
    await first.page.getByText('No other installation yet').waitFor();
    await first.page.getByRole('button', { name: 'Propose an installation' }).click();
    const dialog = first.page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('DEMO Registry of Kazakhstan');
    await dialog
      .getByLabel(/^States/)
      .first()
      .fill('kaz');
    await first.page.keyboard.press('Enter');
    await dialog.getByLabel('Address').fill('https://izdoo.example.kz');
    await dialog.getByLabel('Public key').fill(KEY.publicKeyPem);
    await expectAccessible(first.page);
    await dialog.getByRole('button', { name: 'Propose' }).click();
    await first.page.getByText('waits for a second person').waitFor();
    await first.page.getByText('DEMO Registry of Kazakhstan').click();
    await first.page.getByRole('button', { name: 'Confirm' }).click();
    await first.page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
    await first.page.getByRole('dialog').getByRole('alert').waitFor();
    expect(first.complaints).toEqual([]);
    await first.close();

    for (const locale of languages('ky')) {
      const second = await world.enter('KGZ', 'SAD', { locale, dark: locale !== 'ru', at: '/exchange' });
      await second.page.getByText('DEMO Registry of Kazakhstan', { exact: true }).click();
      await second.page.getByText(KEY.keyId).waitFor();
      if (locale === 'ky') {
        await second.page.getByRole('button', { name: 'Ырастоо' }).click();
        const asked = second.page.getByRole('dialog');
        await asked.getByText(KEY.keyId).waitFor();
        await asked.getByRole('button', { name: 'Ырастоо' }).click();
        await second.page.getByRole('button', { name: 'Токтотуу' }).waitFor();
      }
      await expectAccessible(second.page);
      await picture(second.page, `exchange-peer-${locale}`);
      await walk(second.page, '/exchange');
      await second.page.getByRole('status').waitFor();
      await expectAccessible(second.page);
      await picture(second.page, `exchange-${locale}`);
      expect(second.complaints).toEqual([]);
      await second.close();
    }
  });
});
