// Which indexes are kept: what the books say is compared with what the engine has, and with what this program makes.
import type { Logger } from '../../logger.ts';
import type { SearchEngine } from '../meilisearch/engine.ts';
import { compareSettings, isKnownEngine } from '../meilisearch/settings.ts';
import type { IndexRow, MirrorBooks } from './books.ts';
import type { MirrorDefinition } from './definition.ts';

export const liveUid = (name: string): string => name;
export const nextUid = (name: string): string => `${name}__next`;

export interface Targets {
  /** Null when the engine has no index that could answer. */
  readonly live: IndexRow | null;
  readonly next: IndexRow | null;
  readonly previous: IndexRow | null;
  /** A new index has to be built. */
  readonly build: boolean;
}

export interface TargetParts {
  readonly engine: SearchEngine;
  readonly books: MirrorBooks;
  readonly logger: Logger;
}

/** How long what answered before a swap is kept in step, for going back. */
const KEPT_MS = 24 * 3_600_000;

/** Somebody runs a newer version of the program: it is theirs to keep the index. */
export class NewerMirror extends Error {
  override readonly name = 'NewerMirror';
}

/** @throws NewerMirror; EngineUnavailable */
export async function findTargets(
  { engine, books, logger }: TargetParts,
  definition: MirrorDefinition,
  { now, checkSettings }: { now: Date; checkSettings: boolean },
): Promise<Targets> {
  const { name } = definition;
  const version = await engine.version();
  const [liveFacts, nextFacts] = [await engine.index(liveUid(name)), await engine.index(nextUid(name))];
  const rows = await books.indexes(name);
  const of = (role: IndexRow['role']) => rows.find((row) => row.role === role) ?? null;
  let [live, next, previous] = [of('LIVE'), of('NEXT'), of('PREVIOUS')];
  for (const row of rows)
    if (row.schemaVersion > definition.schemaVersion || row.mapperVersion > definition.mapperVersion)
      throw new NewerMirror(`${row.uid} was made by a newer version of the program`);

  // A process that died between the engine's swap and the books' left them crossed.
  const second = next ?? previous;
  if (second && liveFacts && liveFacts.createdAt === second.engineCreatedAt) {
    const both = live && nextFacts && nextFacts.createdAt === live.engineCreatedAt;
    logger.warn({ index: name }, 'an interrupted swap of the search index is brought to its end');
    await (both ? books.swapped(live?.uid ?? '', second.uid) : books.promoted(liveUid(name), second.uid));
    return findTargets({ engine, books, logger }, definition, { now, checkSettings });
  }
  for (const row of [next, previous])
    if (row && nextFacts?.createdAt !== row.engineCreatedAt) {
      logger.warn({ index: row.uid }, 'the search engine lost an index that was kept');
      await books.dropIndex(row.uid);
      if (row === next) next = null;
      else previous = null;
    }
  if (previous && now.getTime() - previous.startedAt.getTime() > KEPT_MS) {
    await books.dropIndex(previous.uid);
    await engine.drop(previous.uid);
    previous = null;
  }
  let build = live === null;
  if (live && liveFacts?.createdAt !== live.engineCreatedAt) {
    await books.setProblem(live.uid, 'the search engine lost the index');
    logger.error(
      { index: live.uid },
      'the search engine lost the index: it is built anew, PostgreSQL answers',
    );
    live = null;
    build = true;
  } else if (live) {
    const problem = problemOf(definition, live, version);
    await books.setProblem(live.uid, problem);
    if (live.mapperVersion !== definition.mapperVersion) build = true;
    if (checkSettings && (await settingsDiffer({ engine, books, logger }, definition, live))) build = true;
  }
  if (next && isOutdated(definition, next)) {
    await books.dropIndex(next.uid);
    next = null;
    build = true;
  }
  return { live, next, previous, build: build && next === null };
}

const isOutdated = (definition: MirrorDefinition, row: IndexRow): boolean =>
  row.mapperVersion !== definition.mapperVersion || row.settingsHash !== definition.settingsHash;

function problemOf(definition: MirrorDefinition, live: IndexRow, engineVersion: string): string | null {
  if (!isKnownEngine(engineVersion))
    return `this program was not tried with version ${engineVersion} of the engine`;
  if (live.mapperVersion !== definition.mapperVersion) return 'its documents are of an older version';
  return null;
}

/** Brings cheap settings back; @returns whether it takes a new index */
async function settingsDiffer(
  { engine, books, logger }: TargetParts,
  definition: MirrorDefinition,
  live: IndexRow,
): Promise<boolean> {
  const difference = compareSettings(definition.settings, await engine.settings(live.uid));
  if (difference === 'rebuild') {
    logger.warn({ index: live.uid }, 'the settings of the search index differ: it is built anew');
    return true;
  }
  if (difference === 'cheap') {
    logger.warn({ index: live.uid }, 'the settings of the search index differ and are set again');
    await engine.apply(live.uid, definition.settings);
  }
  await books.setSettings(live.uid, definition.schemaVersion, definition.settingsHash);
  return false;
}

/** Makes an empty index with its settings; from then on every change is delivered to it as well. */
export async function startNext(
  { engine, books, logger }: TargetParts,
  definition: MirrorDefinition,
): Promise<void> {
  const { name, settings, schemaVersion, mapperVersion, settingsHash } = definition;
  const uid = nextUid(name);
  await books.dropIndex(uid);
  await engine.drop(uid);
  await engine.create(uid);
  await engine.apply(uid, settings);
  const facts = await engine.index(uid);
  await books.addIndex({
    uid,
    name,
    role: 'NEXT',
    schemaVersion,
    mapperVersion,
    settingsHash,
    engineCreatedAt: facts?.createdAt ?? null,
  });
  logger.info({ index: uid }, 'a search index is being built');
}

/** The built index answers from now on; what answered before is kept for going back. */
export async function promote(
  { engine, books, logger }: TargetParts,
  definition: MirrorDefinition,
  { live, next }: { live: IndexRow | null; next: IndexRow },
): Promise<void> {
  const uid = liveUid(definition.name);
  if (live) {
    await engine.swap(uid, next.uid);
    await books.swapped(uid, next.uid);
  } else {
    // Swapping takes two: whatever is there under the name is of no known origin and goes.
    if ((await engine.index(uid)) === null) await engine.create(uid);
    await engine.swap(uid, next.uid);
    await books.promoted(uid, next.uid);
    await engine.drop(next.uid);
  }
  logger.info({ index: uid }, 'a newly built search index answers');
}
