// The same test through both adapters of search: PostgreSQL always, Meilisearch on a real server where there is one.
import { setTimeout as sleep } from 'node:timers/promises';
import { describe } from 'vitest';
import { hasEngine, openEngine } from './meilisearch.ts';
import { createTestWorld, type TestWorld } from './world.ts';

const SETTLED_MS = 60_000;

export type AdapterName = 'postgres' | 'meilisearch';

export interface SearchWorld extends TestWorld {
  readonly adapter: AdapterName;
  /** Where there is one. */
  readonly engine?: { readonly url: string; readonly key: string | undefined };
  /** Waits until the mirror has confirmed everything; nothing to wait for without one. */
  settle(): Promise<void>;
}

/** Rounds until nothing waits and nothing is built. */
export async function settleMirror({ services }: Pick<TestWorld, 'services'>): Promise<void> {
  if (!services.mirror) return;
  const { mirror } = services.mirror;
  const busy = async () => {
    await mirror.cycle();
    return (await mirror.status()).some(({ live, next, waiting }) => !live || next || waiting.rows > 0);
  };
  const deadline = performance.now() + SETTLED_MS;
  while (await busy()) {
    if (performance.now() > deadline)
      throw new Error(`the mirror does not settle: ${JSON.stringify(await mirror.status())}`);
    await sleep(20);
  }
}

async function openWorld(adapter: AdapterName): Promise<SearchWorld> {
  if (adapter === 'postgres')
    return { ...(await createTestWorld()), adapter, settle: () => Promise.resolve() };
  const engine = await openEngine();
  const world = await createTestWorld({ MEILI_URL: engine.url, MEILI_KEY: engine.key ?? '' });
  await settleMirror(world);
  return {
    ...world,
    adapter,
    engine: { url: engine.url, key: engine.key },
    settle: () => settleMirror(world),
    async close() {
      await world.close();
      await engine.stop();
    },
  };
}

/** Defines the tests once for each adapter; `open` makes the world they work in. */
export function throughBothAdapters(define: (open: () => Promise<SearchWorld>) => void): void {
  describe('through PostgreSQL', () => define(() => openWorld('postgres')));
  describe.skipIf(!hasEngine)('through Meilisearch', () => define(() => openWorld('meilisearch')));
}
