// The other half of the border test: wanted persons who cross under another spelling, with a slip or with a misread date.

import type { FullDate } from '../../domain/dates/near-dates.ts';
import type { PartialDate } from '../../domain/dates/partial-date.ts';
import { below, chance, createRandom, pick, type Random, reseed } from '../../domain/population/random.ts';
import { type BorderRegister, type BorderTraveller, isStopped } from './border-register.ts';

const SLIP_SEED = 13;

/** How a wanted person's particulars may differ from the register; `named` ones make the overall figure. */
const DISGUISES = [
  'passport',
  'other-romanisation',
  'other-language',
  'misspelt',
  'birth-swapped',
  'birth-digit-misread',
] as const;
type Disguise = (typeof DISGUISES)[number];
const NAMED: readonly Disguise[] = ['passport', 'other-romanisation', 'other-language', 'misspelt'];

export interface DisguiseFigures {
  readonly n: number;
  /** Share POSSIBLE or worse. */
  readonly stopped: number;
  readonly strong: number;
  /** Share that was among the candidates at all. */
  readonly candidate: number;
}

/** Lets the first `crossings` wanted persons cross, once in each disguise; `all` sums up those of the name. */
export function measureWanted(register: BorderRegister, crossings: number): Record<string, DisguiseFigures> {
  const random = createRandom(SLIP_SEED);
  const counts = new Map<string, { n: number; stopped: number; strong: number; candidate: number }>();
  for (let number = 0; number < crossings; number++) {
    reseed(random, SLIP_SEED, number);
    for (const [disguise, traveller] of crossingsOf(register, number, random)) {
      const own = register.check(traveller).find((found) => found.number === number);
      for (const name of NAMED.includes(disguise) ? [disguise, 'all'] : [disguise]) {
        const count = counts.get(name) ?? { n: 0, stopped: 0, strong: 0, candidate: 0 };
        counts.set(name, count);
        count.n++;
        if (own === undefined) continue;
        count.candidate++;
        if (!isStopped(own.match)) continue;
        count.stopped++;
        if (own.match.band !== 'POSSIBLE') count.strong++;
      }
    }
  }
  return Object.fromEntries(
    [...DISGUISES, 'all'].flatMap((name) => {
      const count = counts.get(name);
      if (count === undefined) return [];
      const share = (part: number) => part / count.n;
      return [
        [
          name,
          {
            n: count.n,
            stopped: share(count.stopped),
            strong: share(count.strong),
            candidate: share(count.candidate),
          },
        ],
      ];
    }),
  );
}

function crossingsOf(
  register: BorderRegister,
  number: number,
  random: Random,
): [Disguise, BorderTraveller][] {
  const { tradition, parts, ...self } = register.spellings(number);
  const birth = asInPassport(self.birth, random);
  const { family, given, patronymic } = parts;
  const as = (familyName: string, givenName: string): BorderTraveller => ({
    family: familyName.toUpperCase(),
    given: givenName.toUpperCase(),
    birth,
    sex: self.sex,
    nationality: self.nationality,
  });
  const printed = as(family.mrz, given.mrz);
  const out: [Disguise, BorderTraveller][] = [['passport', printed]];
  const slip = misspell(printed, random);
  if (slip !== undefined) out.push(['misspelt', slip]);
  if (tradition.olderLatin.length > 0) {
    const { from, spell } = pick(random, tradition.olderLatin);
    out.push(['other-romanisation', as(spell(family[from]), spell(given[from]))]);
  }
  if (family.own !== family.russian || given.own !== given.russian) {
    const writing = register.person(number).names[0]?.language === 'ru' ? 'own' : 'russian';
    const father = patronymic === undefined ? '' : ` ${patronymic[writing]}`;
    out.push(['other-language', as(family[writing], given[writing] + father)]);
  }
  const { year, month, day } = birth;
  if (day <= 12 && day !== month)
    out.push(['birth-swapped', { ...printed, birth: { year, month: day, day: month } }]);
  out.push(['birth-digit-misread', { ...printed, birth: { year, month, day: misreadDay(day, random) } }]);
  return out;
}

/** A passport holds the whole date, also of those of whom the register knows only the year. */
function asInPassport({ year, month, day }: PartialDate, random: Random): FullDate {
  return { year, month: month ?? 1 + below(random, 12), day: day ?? 1 + below(random, 28) };
}

/** One letter of the family or given name left out, doubled, exchanged with its neighbour or replaced. */
function misspell(traveller: BorderTraveller, random: Random): BorderTraveller | undefined {
  const field = chance(random, 0.5) ? 'family' : 'given';
  const word = traveller[field];
  if (word.length < 4) return undefined;
  const at = 1 + below(random, word.length - 2);
  const [head, letter = '', next = '', tail] = [
    word.slice(0, at),
    word[at],
    word[at + 1],
    word.slice(at + 2),
  ];
  const other = String.fromCharCode(65 + below(random, 26));
  const slips = [
    head + next + tail,
    head + letter + letter + next + tail,
    head + next + letter + tail,
    head + other + next + tail,
  ];
  const slipped = pick(random, slips);
  return slipped === word ? undefined : { ...traveller, [field]: slipped };
}

/** The last digit of the day misread, the day still one of its month. */
function misreadDay(day: number, random: Random): number {
  const tens = Math.floor(day / 10) * 10;
  const last = tens === 30 ? 0 : tens === 20 ? below(random, 8) : 1 + below(random, 9);
  const read = tens + last;
  return read === day ? (day > 1 ? day - 1 : day + 1) : read;
}
