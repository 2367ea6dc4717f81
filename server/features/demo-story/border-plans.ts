// The border of the last two weeks: travellers who passed, and hits in every state of their life.
import type { HitWords } from '../hits/contract.ts';
import type { BorderWay } from './border-way.ts';
import { DAY, MINUTE, type StoryClock } from './clock.ts';
import type { BorderState } from './people.ts';
import type { Suspect } from './store.ts';

interface BorderPlan {
  readonly minutesAgo: number;
  readonly state: BorderState;
  readonly checkpoint: string;
  /** Other kinds than arrest alerts. */
  readonly types?: readonly string[];
  tell(way: Awaited<ReturnType<BorderWay['hit']>>, at: () => string): Promise<void>;
}

const ARREST = ['ARREST_PROSECUTION', 'ARREST_SENTENCE'];
const HOURS = 60;
const DAYS = 24 * HOURS;

const claimed = async ({ take }: Awaited<ReturnType<BorderWay['hit']>>) => {
  await take('firstLine', 'acknowledge');
  await take('secondLine', 'check-identity');
};
const confirm: HitWords = { identifiers: ['DOCUMENT', 'FACE'] };

const PLANS: readonly BorderPlan[] = [
  { minutesAgo: 4, state: 'KGZ', checkpoint: 'Ak-Zhol', tell: async () => undefined },
  {
    minutesAgo: 9,
    state: 'KGZ',
    checkpoint: 'Manas airport',
    tell: ({ take }) => take('firstLine', 'acknowledge'),
  },
  { minutesAgo: 25, state: 'KGZ', checkpoint: 'Dostuk', tell: claimed },
  {
    minutesAgo: 12,
    state: 'KGZ',
    checkpoint: 'Ak-Zhol',
    async tell(way) {
      await claimed(way);
      await way.take('secondLine', 'confirm', confirm);
    },
  },
  {
    minutesAgo: 3 * HOURS,
    state: 'KGZ',
    checkpoint: 'Torugart',
    async tell(way) {
      await claimed(way);
      await way.take('secondLine', 'confirm', { ...confirm, urgency: 'ROUTINE' });
    },
  },
  {
    minutesAgo: 6 * HOURS,
    state: 'KGZ',
    checkpoint: 'Dostuk',
    async tell(way) {
      await claimed(way);
      await way.take('secondLine', 'cannot-decide', { note: 'DEMO: the photo is twenty years old' });
    },
  },
  {
    minutesAgo: 40,
    state: 'KAZ',
    checkpoint: 'Korday',
    async tell(way) {
      await claimed(way);
      await way.take('secondLine', 'confirm', confirm);
      await way.take('owner', 'owner-confirm');
    },
  },
  ...[2, 5, 8, 11].map(
    (days, index): BorderPlan => ({
      minutesAgo: days * DAYS + 95 * index,
      state: 'KGZ',
      checkpoint: ['Dostuk', 'Ak-Zhol', 'Manas airport', 'Torugart'][index] ?? 'Dostuk',
      async tell(way) {
        await claimed(way);
        await way.take('secondLine', 'not-same', { reason: index % 2 === 0 ? 'FACE' : 'PARENTS' });
        await way.take('secondLine', 'close');
      },
    }),
  ),
  {
    minutesAgo: 6 * DAYS,
    state: 'KGZ',
    checkpoint: 'Ak-Zhol',
    async tell(way, at) {
      await claimed(way);
      await way.take('secondLine', 'confirm', confirm);
      await way.take('owner', 'owner-withdraw', { note: 'DEMO: charges were dropped last week' });
      const taken = { action: 'LET_GO', at: at(), place: 'Ak-Zhol' } as const;
      await way.take('secondLine', 'act', { taken });
      await way.take('secondLine', 'close');
    },
  },
  ...[3, 9, 13].map(
    (days, index): BorderPlan => ({
      minutesAgo: days * DAYS + 40 * index,
      state: index === 1 ? 'KAZ' : 'KGZ',
      checkpoint: index === 1 ? 'Korday' : 'Dostuk',
      types: ['LOCATE_ACCUSED', 'SPECIFIC_CHECK'],
      async tell(way, at) {
        await claimed(way);
        await way.take('secondLine', 'confirm', confirm);
        const taken = { action: 'LOCATED', at: at(), place: 'DEMO post' } as const;
        await way.take('secondLine', 'act', { taken });
        if (index > 0) await way.take('secondLine', 'close');
      },
    }),
  ),
];

/** Silent reports: of alerts that ask for no sign at all. */
const SILENT = [
  { days: 1, state: 'KAZ', checkpoint: 'Korday' },
  { days: 7, state: 'KAZ', checkpoint: 'Karasu' },
] as const;

const CHECKPOINTS = [
  ['KGZ', 'Ak-Zhol'],
  ['KGZ', 'Dostuk'],
  ['KGZ', 'Manas airport'],
  ['KGZ', 'Torugart'],
  ['KAZ', 'Korday'],
  ['KAZ', 'Karasu'],
] as const;

/** Every so many minutes of two weeks somebody passes; busier by day. */
const PASSING = 42;
/** Parts of invented names that nobody in the demo population bears. */
const FAMILIES = ['Sapataev', 'Molotbekov', 'Kirpicheva', 'Domulaeva', 'Zontikov'];
const GIVEN = ['Dastan', 'Mira', 'Oleg', 'Saule', 'Nodir', 'Zarina', 'Temir'];

/** @returns the pieces of the border's story, each to be told with a time of its own */
export function borderPieces(
  parts: { readonly present: Date; readonly clock: StoryClock; readonly border: BorderWay },
  takeSuspect: (types: readonly string[]) => Suspect,
): (() => Promise<void>)[] {
  const { present, clock, border } = parts;
  const ago = (minutes: number) => clock.put(new Date(present.getTime() - minutes * MINUTE));
  const passing = Array.from({ length: PASSING }, (_, index) => async () => {
    const [state, checkpoint] = CHECKPOINTS[index % CHECKPOINTS.length] ?? CHECKPOINTS[0];
    ago((14 * DAY * (index + 0.5)) / PASSING / MINUTE);
    const name = `${FAMILIES[index % FAMILIES.length]} ${GIVEN[index % GIVEN.length]}`;
    const birthDate = `19${60 + (index % 38)}-07-${10 + (index % 18)}`;
    await border.check(state, checkpoint, { name, birthDate });
  });
  const hits = PLANS.map(({ minutesAgo, state, checkpoint, types = ARREST, tell }) => {
    const suspect = takeSuspect(types);
    return async () => {
      if (suspect.hasHit) return;
      ago(minutesAgo);
      await tell(await border.hit(state, checkpoint, suspect), () => clock.now().toISOString());
    };
  });
  const silent = SILENT.map(({ days, state, checkpoint }) => {
    const suspect = takeSuspect(['DISCREET_CHECK']);
    return async () => {
      if (suspect.hasHit) return;
      ago(days * DAYS);
      await border.check(state, checkpoint, suspect);
    };
  });
  return [...passing, ...hits, ...silent];
}
