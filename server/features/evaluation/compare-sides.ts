// Two descriptions of a person, as labelled data give them, compared under a policy.

import { normaliseDocumentNumber } from '../../domain/documents/document-number.ts';
import type { Match, MatchQuery } from '../../domain/matching/match.ts';
import { matchRecord } from '../../domain/matching/match-record.ts';
import type { MatchPolicy } from '../../domain/matching/policy.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import type { Sex } from '../../domain/persons/vocabulary.ts';
import { parseBorn } from './eval-files.ts';

export interface ComparedSide {
  readonly name: string;
  readonly born?: string | null | undefined;
  /** Begins with M or F; anything else says nothing. */
  readonly sex?: string | null | undefined;
  /** ISO 3166-1 alpha-3. */
  readonly nationalities?: readonly string[] | null | undefined;
  readonly document?: string | null | undefined;
  readonly nationalId?: string | null | undefined;
}

/** The first is the query, the second the record. */
export function compareSides(
  engine: NameEngine,
  policy: MatchPolicy,
  query: ComparedSide,
  record: ComparedSide,
): Match {
  const stored = asQuery(engine, record);
  const [analysed] = stored.names;
  return matchRecord(engine, policy, asQuery(engine, query), {
    ...stored,
    names: analysed === undefined ? [] : [{ id: 'b', type: 'PRIMARY', raw: record.name, analysed }],
    birthYears: [],
  });
}

function asQuery(engine: NameEngine, side: ComparedSide): MatchQuery {
  const born = parseBorn(side.born);
  const sex = parseSex(side.sex);
  return {
    names: [engine.analyse({ full: side.name })],
    births: born === undefined ? [] : [born],
    nationalities: (side.nationalities ?? []).map((state) => state.toUpperCase()),
    documents: side.document ? [{ number: normaliseDocumentNumber(side.document) }] : [],
    nationalIds: side.nationalId ? [normaliseDocumentNumber(side.nationalId)] : [],
    ...(sex === undefined ? {} : { sex }),
  };
}

function parseSex(text: string | null | undefined): Sex | undefined {
  const letter = text?.[0]?.toUpperCase();
  return letter === 'M' || letter === 'F' ? letter : undefined;
}
