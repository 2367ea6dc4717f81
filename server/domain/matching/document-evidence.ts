// What document numbers and national ids say: equal is near-certain, one character off is a strong hint.

import type { Evidence, MatchQuery, MatchRecord } from './match.ts';
import type { MatchPolicy } from './policy.ts';

const MIN_FUZZY_LENGTH = 7;

/** The strongest agreement of documents or national ids; undefined when nothing agrees. Absence is no evidence. */
export function documentEvidence(
  policy: MatchPolicy,
  query: Pick<MatchQuery, 'documents' | 'nationalIds'>,
  record: Pick<MatchRecord, 'documents' | 'nationalIds'>,
): Evidence | undefined {
  const id = query.nationalIds.find((asked) => record.nationalIds.includes(asked));
  let numberOnly: Evidence | undefined;
  let oneCharacter: Evidence | undefined;
  for (const asked of query.documents)
    for (const known of record.documents) {
      const values = { queryValue: show(asked), recordValue: show(known) };
      if (asked.number === known.number) {
        if (asked.state !== undefined && asked.state === known.state)
          return {
            feature: 'DOCUMENT',
            code: 'DOCUMENT_EQUAL',
            params: {},
            ...values,
            similarity: 1,
            contribution: 0,
          };
        if (asked.state === undefined || known.state === undefined)
          numberOnly ??= {
            feature: 'DOCUMENT',
            code: 'DOCUMENT_NUMBER_EQUAL',
            params: {},
            ...values,
            similarity: 0.95,
            contribution: 0,
          };
      } else if (isOneCharacterOff(asked.number, known.number))
        oneCharacter ??= {
          feature: 'DOCUMENT',
          code: 'DOCUMENT_ONE_CHARACTER',
          params: {},
          ...values,
          similarity: 0.9,
          contribution: policy.documentOneCharacter,
        };
    }
  if (id !== undefined)
    return {
      feature: 'NATIONAL_ID',
      code: 'NATIONAL_ID_EQUAL',
      params: {},
      queryValue: id,
      recordValue: id,
      similarity: 1,
      contribution: 0,
    };
  return numberOnly ?? oneCharacter;
}

function show(document: { number: string; state?: string }): string {
  return document.state === undefined ? document.number : `${document.state} ${document.number}`;
}

/** One character replaced, or two neighbours swapped, in numbers of at least seven characters. */
function isOneCharacterOff(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < MIN_FUZZY_LENGTH) return false;
  const places: number[] = [];
  for (let i = 0; i < a.length && places.length < 3; i++) if (a[i] !== b[i]) places.push(i);
  if (places.length === 1) return true;
  const [i = 0, j = 0] = places;
  return places.length === 2 && j === i + 1 && a[i] === b[j] && a[j] === b[i];
}
