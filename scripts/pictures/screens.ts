// Every screen with a picture of it: who opens it, at which address, and what is done there before the picture is taken.
import type { Page } from 'playwright-core';

/** Ids of the demo data, found before the first picture. */
export type Ids = Readonly<Record<string, string>>;

export interface Screen {
  /** Name of the picture: `docs/pictures/<name>-en.png`. */
  readonly name: string;
  /** The address as `pages/<area>/routes.tsx` writes it. */
  readonly route: string;
  /** Demo account; null: nobody is signed in. */
  readonly login: string | null;
  /** Replaces the last part of the route that begins with `$`. */
  readonly id?: string;
  /** Behind the address. */
  readonly query?: string;
  prepare?(page: Page): Promise<void>;
}

/** By its place, so that it is found in every language. */
const tab = (index: number) => (page: Page) => page.getByRole('tab').nth(index).click();

async function search(page: Page): Promise<void> {
  await page.locator('search input').first().fill('Jumabayev Azamat');
  await page.keyboard.press('Enter');
  await page.locator('[data-person]').first().waitFor();
}

async function choosePeople(page: Page): Promise<void> {
  await page.locator('main input').first().fill('KG-2026-000001-0');
  await page.keyboard.press('Enter');
  await page.locator('main table').waitFor();
}

/** The record of the person comes after the alert. */
const nameOfPerson = (page: Page) => page.locator('main bdi').first().waitFor();

export const SCREENS: readonly Screen[] = [
  { name: 'sign-in', route: '/', login: null },
  { name: 'today', route: '/', login: 'caseofficer' },
  { name: 'booth', route: '/booth', login: 'officer' },
  { name: 'hits', route: '/hits', login: 'secondline' },
  { name: 'hit', route: '/hits/$hitId', id: 'hit', login: 'secondline' },
  { name: 'not-same', route: '/hits/not-same', login: 'secondline' },
  { name: 'lists', route: '/lists', login: 'secondline' },
  { name: 'list', route: '/lists/$listId', id: 'list', login: 'secondline' },
  { name: 'search', route: '/search', login: 'investigator', prepare: search },
  { name: 'new-person', route: '/persons/new', login: 'investigator' },
  { name: 'person', route: '/persons/$personId', id: 'person', login: 'investigator' },
  { name: 'alerts', route: '/alerts', login: 'investigator' },
  { name: 'alert', route: '/alerts/$alertId', id: 'alert', login: 'investigator', prepare: nameOfPerson },
  { name: 'new-alert', route: '/alerts/new', id: 'person', query: '?personId=$', login: 'investigator' },
  { name: 'review', route: '/review', login: 'caseofficer' },
  { name: 'imports', route: '/imports', login: 'caseofficer' },
  { name: 'import', route: '/imports/$importId', id: 'import', login: 'caseofficer' },
  { name: 'exports', route: '/exports', login: 'caseofficer' },
  { name: 'board', route: '/board', login: 'prosecutor' },
  { name: 'cases', route: '/cases', login: 'prosecutor' },
  { name: 'new-case', route: '/cases/new', login: 'prosecutor' },
  { name: 'case', route: '/cases/$caseId', id: 'case', login: 'prosecutor' },
  {
    name: 'case-history',
    route: '/cases/$caseId',
    id: 'case',
    login: 'prosecutor',
    prepare: tab(1),
  },
  {
    name: 'case-work',
    route: '/cases/$caseId',
    id: 'case',
    login: 'prosecutor',
    prepare: tab(6),
  },
  { name: 'case-sheet', route: '/cases/$caseId/sheet', id: 'case', login: 'prosecutor' },
  { name: 'deadlines', route: '/deadlines', login: 'prosecutor' },
  { name: 'assets', route: '/assets', login: 'prosecutor' },
  { name: 'asset', route: '/assets/$assetId', id: 'asset', login: 'prosecutor' },
  { name: 'asset-case', route: '/assets/cases/$assetCaseId', id: 'assetCase', login: 'prosecutor' },
  { name: 'assistance', route: '/assistance', login: 'prosecutor' },
  { name: 'assistance-request', route: '/assistance/$requestId', id: 'assistance', login: 'prosecutor' },
  { name: 'letters', route: '/letters', login: 'prosecutor' },
  { name: 'reports', route: '/reports', login: 'caseofficer' },
  { name: 'report', route: '/reports/$code', id: 'report', login: 'caseofficer' },
  { name: 'report-comparison', route: '/reports/compare', login: 'caseofficer' },
  { name: 'audit', route: '/audit', login: 'auditor' },
  { name: 'emergencies', route: '/emergencies', login: 'dpo' },
  { name: 'flagged', route: '/flagged', login: 'dpo' },
  { name: 'disclosures', route: '/disclosures', login: 'dpo', prepare: choosePeople },
  { name: 'retention', route: '/retention', login: 'dpo' },
  { name: 'holds', route: '/retention', login: 'dpo', prepare: tab(1) },
  { name: 'rights', route: '/rights', login: 'dpo' },
  { name: 'rights-request', route: '/rights/$requestId', id: 'request', login: 'dpo' },
  { name: 'admin-users', route: '/admin/users', login: 'admin' },
  { name: 'admin-agencies', route: '/admin/agencies', login: 'admin' },
  { name: 'admin-keys', route: '/admin/keys', login: 'admin' },
  { name: 'admin-webhooks', route: '/admin/webhooks', login: 'admin' },
  { name: 'admin-webhook', route: '/admin/webhooks/$webhookId', id: 'webhook', login: 'admin' },
  { name: 'admin-treaties', route: '/admin/treaties', login: 'admin' },
  { name: 'admin-treaty', route: '/admin/treaties/$code', id: 'treaty', login: 'admin' },
  { name: 'admin-policies', route: '/admin/policies', login: 'admin' },
  { name: 'admin-rules', route: '/admin/rules', login: 'admin' },
  { name: 'admin-status', route: '/admin/status', login: 'sysadmin' },
  { name: 'exchange', route: '/exchange', login: 'admin' },
  { name: 'exchange-peer', route: '/exchange/$peerId', id: 'peer', login: 'admin' },
  { name: 'account', route: '/account', login: 'investigator' },
  // Only in training mode; taken by tests/e2e/training.test.ts.
  { name: 'training', route: '/training', login: null },
];
