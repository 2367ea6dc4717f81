// What of a person goes into the search engine: an allow-list of what every member state may see at that moment.
// Numbers of documents stay out, also as hashes: whoever asks by number is answered from PostgreSQL's index.
import { alertIsVisible, type VisibleFacts } from '../access/audience.ts';
import { mayUse, type Scope } from '../access/scope.ts';
import type { PartialDate } from '../dates/partial-date.ts';
import type { YearRange } from '../matching/match.ts';
import type { NameEngine } from '../names/engine.ts';

/** Goes up whenever the same person would give another document. */
export const PERSON_DOCUMENT_VERSION = 3;

/** The token that every member holds. */
const EVERYBODY: readonly string[] = ['*'];
/** A person of a hundred aliases is found by the first of them; the engine's size is everybody's. */
const MOST_NAMES = 64;

/** The search row, and the alerts on the person. */
export interface DocumentSource {
  readonly personId: string;
  readonly personVersion: number;
  readonly names: readonly { readonly packed: string; readonly scope: number }[];
  readonly births: readonly ((PartialDate | YearRange) & { readonly scope: number })[];
  readonly scopes: readonly Scope[];
  /** What the person can be filtered by, whoever may use it. */
  readonly tags: readonly string[];
  readonly alerts: readonly VisibleFacts[];
}

export interface PersonDocument {
  readonly id: string;
  readonly v: number;
  readonly nameOwn: readonly string[];
  readonly nameCyrl: readonly string[];
  readonly nameLatn: readonly string[];
  readonly nameGlued: readonly string[];
  readonly nameKeys: readonly string[];
  /** Whole dates of birth as yyyymmdd. */
  readonly born: readonly number[];
  /** Years of birth, every one of a range. */
  readonly year: readonly number[];
  /** What the person can be filtered by; of one of whom not everything is for everybody, nothing. */
  readonly tags: readonly string[];
}

export interface DocumentOutcome {
  /** Null: nothing of the person is for everybody. */
  readonly document: PersonDocument | null;
  /** False when some reader may use more of the person than the document tells. */
  readonly whole: boolean;
}

type Birth = PartialDate | YearRange;

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** @returns the document of the person at the instant `now` */
export function personDocument(
  source: DocumentSource,
  engine: Pick<NameEngine, 'unpack' | 'spellings'>,
  now: Date,
): DocumentOutcome {
  const open = source.scopes.map((scope) => mayUse(scope, EVERYBODY, now.getTime()));
  const pick = <T extends { scope: number }>(rows: readonly T[]) => rows.filter(({ scope }) => open[scope]);
  const alerts = source.alerts.filter((alert) => alertIsVisible(alert, EVERYBODY, now));
  const whole =
    !open.includes(false) && alerts.length === source.alerts.length && source.names.length <= MOST_NAMES;
  const names = pick(source.names)
    .slice(0, MOST_NAMES)
    .map(({ packed }) => engine.spellings(engine.unpack(packed)));
  if (names.length === 0 || alerts.length === 0) return { document: null, whole: false };
  const births = pick(source.births);
  const all = (form: keyof (typeof names)[number]) => distinct(names.flatMap((name) => name[form]));
  return {
    whole,
    document: {
      id: source.personId,
      v: source.personVersion,
      nameOwn: all('own'),
      nameCyrl: all('cyrl'),
      nameLatn: all('latn'),
      nameGlued: all('glued'),
      nameKeys: all('skeletons'),
      ...birthNumbers(births),
      tags: whole ? [...source.tags].sort() : [],
    },
  };
}

/** @returns whole dates as yyyymmdd, and years */
export const birthNumbers = (births: readonly Birth[]): Pick<PersonDocument, 'born' | 'year'> => ({
  born: distinct(births.flatMap(dayNumber)),
  year: distinct(births.flatMap(yearsOf)),
});

const dayNumber = (birth: Birth): number[] =>
  'year' in birth && birth.month !== undefined && birth.day !== undefined
    ? [birth.year * 10_000 + birth.month * 100 + birth.day]
    : [];

/** A range of more than twenty years tells nothing. */
const yearsOf = (birth: Birth): number[] =>
  'year' in birth
    ? [birth.year]
    : Array.from({ length: Math.min(21, birth.to - birth.from + 1) }, (_, at) => birth.from + at);
