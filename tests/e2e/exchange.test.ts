// The channel on the screen: proposed by one admin, confirmed by another, watched by both; and letters that go over it.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemActor } from '../../server/domain/access/actor.ts';
import { newId } from '../../server/platform/ids.ts';
import { signText } from '../../server/platform/security/signed-text.ts';
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

  /** A question of the other installation, signed with its key as it would come over the line. */
  async function comesIn(caseNumber: string, text: string): Promise<void> {
    const { keyId } = await world.services.exchange.overview(world.actor('KGZ', 'SAD'));
    const now = world.clock.now();
    const at = now.toISOString();
    await world.services.exchange.receive(
      systemActor('test', newId()),
      signText(KEY, {
        ...{ v: 1, from: KEY.keyId, to: keyId, id: newId(), sequence: 1, sentAt: at },
        ...{ expiresAt: new Date(now.getTime() + 60_000).toISOString(), kind: 'case.request' },
        thing: { kind: 'LETTER', id: newId(), version: 1 },
        body: {
          ...{ fromState: 'KAZ', toState: 'KGZ', caseNumber, stage: 'COURT_REVIEW', text, at },
          ...{
            documents: [{ name: 'DEMO-judgment.pdf', sha256: checksum('the judgment') }],
            inReplyTo: null,
          },
        },
      }),
    );
  }
  const checksum = (text: string): string => createHash('sha256').update(text).digest('hex');
  const file = (name: string, text: string) => ({
    name,
    mimeType: 'application/pdf',
    buffer: Buffer.from(text),
  });

  it('letters: a question goes out with the checksum of its paper, one comes in, is compared and answered', async () => {
    const open = await world.enter('KGZ', 'PRO', { at: '/letters' });
    const { page, complaints } = open;
    const dialog = page.getByRole('dialog');
    const choose = (text: string) =>
      Promise.all([
        page.waitForEvent('filechooser').then((chooser) => chooser.setFiles(file('DEMO-D10.pdf', text))),
        dialog.getByRole('button', { name: 'Choose files' }).click(),
      ]);
    await page.getByText('No letters', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Ask a question' }).click();
    await dialog.getByLabel('Case number').fill('KGZ-KAZ-2026-0007');
    await dialog.getByRole('combobox', { name: 'Where the case stands with us' }).fill('sent');
    await page.getByRole('option', { name: 'Request sent' }).click();
    await dialog.getByLabel('Text of the letter').fill('DEMO: When may the decision be expected?');
    await choose('the request');
    await dialog.getByText(checksum('the request').slice(0, 12)).waitFor();
    await expectAccessible(page);
    await picture(page, 'letter-ask');
    await dialog.getByRole('button', { name: 'Send' }).click();
    const asked = page.getByRole('article').filter({ hasText: 'KGZ-KAZ-2026-0007' });
    await asked.getByText('awaits an answer').waitFor();

    await comesIn('KAZ-KGZ-2026-0003', 'DEMO: Is the judgment final?');
    await open.go('/letters');
    const came = page.getByRole('article').filter({ hasText: 'KAZ-KGZ-2026-0003' });
    await came.getByText('DEMO: Is the judgment final?').waitFor();
    for (const [text, says] of [
      ['something else', 'does not agree: another file'],
      ['the judgment', 'agrees'],
    ] as const) {
      const chooser = page.waitForEvent('filechooser');
      await came.getByRole('button', { name: 'Compare a file with' }).click();
      await (await chooser).setFiles(file('came.pdf', text));
      await came.getByText(says, { exact: true }).waitFor();
    }
    await came.getByRole('button', { name: 'Answer' }).click();
    await dialog.getByRole('combobox', { name: 'Where the case stands with us' }).fill('court');
    await page.getByRole('option', { name: 'In court' }).click();
    await dialog.getByLabel('Text of the letter').fill('DEMO: Yes, since 3 November.');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await came.getByText('answered', { exact: true }).waitFor();
    await came.getByText('DEMO: Yes, since 3 November.').waitFor();
    await page.getByLabel('About one case').fill('KGZ-KAZ-2026-0007');
    await page.keyboard.press('Enter');
    await came.waitFor({ state: 'detached' });
    await asked.waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    await came.waitFor();
    await expectAccessible(page);
    await picture(page, 'letters');
    expect(complaints).toEqual([]);
    await open.close();
  });

  it.each(languages('kk'))('shows the letters in %s', async (locale) => {
    const other = await world.enter('KGZ', 'CO', { locale, dark: locale === 'kk', at: '/letters' });
    await other.page.getByRole('article').first().waitFor();
    await expectAccessible(other.page);
    await picture(other.page, `letters-${locale}`);
    expect(other.complaints).toEqual([]);
    await other.close();
  });
});
