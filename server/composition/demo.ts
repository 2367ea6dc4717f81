// Loads the demo data: the registry itself, then the story, told by services whose clock can be put back.
import type { Config } from '../config.ts';
import { createStoryClock, isStoryUnfinished, tellDemoStory } from '../features/demo-story/service.ts';
import { seedDemo } from '../features/seed/service.ts';
import { createServices, type Services } from '../services.ts';

/** @returns how many persons were added; 0 when the registry is not empty: then only a story that was cut off is told on */
export async function loadDemo(services: Services, config: Config, databaseUrl: string): Promise<number> {
  const added = await seedDemo(services);
  if (config.demoData === 'persons') return added;
  if (added === 0 && !(await isStoryUnfinished(services.database))) return 0;
  const present = services.clock.now();
  const clock = createStoryClock(present);
  // The papers of the story need no scanner, and what is in the past needs no engine: its rows are mirrored like all others.
  const own = { ...config, clamd: undefined, meili: undefined };
  const past = createServices(own, { databaseUrl, logger: services.logger, clock });
  try {
    await tellDemoStory(past, clock, present);
  } finally {
    await past.close();
  }
  return added;
}
