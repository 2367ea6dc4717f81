// The settings of the indexes as files say them, and whether an engine has them: compared in one form, so that what is
// equal is never sent (the engine reads all documents anew for every settings task, also for one that changes nothing).
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Settings } from 'meilisearch';
import { projectPath } from '../../paths.ts';

export interface IndexSettings {
  readonly schemaVersion: number;
  readonly settings: Settings;
  readonly settingsHash: string;
}

interface Manifest {
  readonly engine: { readonly from: string; readonly below: string };
  readonly indexes: Readonly<Record<string, { readonly schemaVersion: number; readonly settings: string }>>;
}

const read = <T>(file: string): T =>
  JSON.parse(readFileSync(projectPath('search-config', 'meilisearch', file), 'utf8')) as T;

/** @throws when the manifest does not name the index */
export function loadIndexSettings(name: string): IndexSettings {
  const entry = read<Manifest>('manifest.json').indexes[name];
  if (!entry) throw new Error(`search-config/meilisearch/manifest.json does not name the index ${name}`);
  const settings = read<Settings>(entry.settings);
  return { schemaVersion: entry.schemaVersion, settings, settingsHash: hashOf(settings) };
}

/** Lists whose order means nothing to the engine. */
const SETS = new Set([
  'sortableAttributes',
  'stopWords',
  'dictionary',
  'separatorTokens',
  'nonSeparatorTokens',
  'disableOnWords',
  'disableOnAttributes',
]);
/** Set by nobody here, or reported only by some versions. */
const IGNORED = new Set(['foreignKeys', 'chat', 'embedders', 'localizedAttributes', 'distinctAttribute']);

function canonical(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item));
    return SETS.has(name) ? items.map(String).sort() : items;
  }
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value)
    .filter(([key, item]) => !IGNORED.has(key) && item !== null && item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, canonical(item, key)]));
}

export const hashOf = (settings: Settings): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(settings)))
    .digest('hex')
    .slice(0, 16);

/** Settings that change how answers are put together; every other one changes what is stored. */
const CHEAP = new Set([
  'displayedAttributes',
  'rankingRules',
  'pagination',
  'faceting',
  'searchCutoffMs',
  'synonyms',
  'facetSearch',
]);

export type SettingsDifference = 'none' | 'cheap' | 'rebuild';

/** @returns what it takes to bring the engine's settings to the wanted ones */
export function compareSettings(wanted: Settings, actual: Settings): SettingsDifference {
  const left = canonical(wanted) as Record<string, unknown>;
  const right = canonical(actual) as Record<string, unknown>;
  const changed = Object.keys(left).filter((key) => JSON.stringify(left[key]) !== JSON.stringify(right[key]));
  if (changed.length === 0) return 'none';
  return changed.every((key) => CHEAP.has(key)) ? 'cheap' : 'rebuild';
}

/** @returns whether this program was tried with the engine's version */
export function isKnownEngine(version: string): boolean {
  const { from, below } = read<Manifest>('manifest.json').engine;
  const number = (text: string) =>
    text
      .split(/[.-]/)
      .slice(0, 3)
      .reduce((sum, part) => sum * 10_000 + Number(part), 0);
  return number(from) <= number(version) && number(version) < number(below);
}
