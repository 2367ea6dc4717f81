// The evaluation backend on Meilisearch: the mirror's documents and questions over an index of its own.
import type { NameEngine } from '../../domain/names/engine.ts';
import { birthNumbers } from '../../domain/persons/search-document.ts';
import { newId } from '../../platform/ids.ts';
import {
  createSearchEngine,
  type EngineAddress,
  type EngineDocument,
  type Ticket,
} from '../../platform/search/meilisearch/engine.ts';
import { nameQueries } from '../../platform/search/meilisearch/name-queries.ts';
import { loadIndexSettings } from '../../platform/search/meilisearch/settings.ts';
import type { IndexedName } from './eval-files.ts';
import { birthsOf, type Candidate, type EvaluationBackend, recordOf } from './retrieval.ts';

const BATCH = 2_500;
/** Long enough that a loaded machine is no reason for a failure: what is measured is what is found. */
const TIMEOUT_MS = 10_000;

export function createMeilisearchBackend(names: NameEngine, address: EngineAddress): EvaluationBackend {
  const engine = createSearchEngine(address);
  const uid = `eval_${newId()}`;
  const people: { person: IndexedName; packed: string }[] = [];

  return {
    name: 'meilisearch',
    async load(source) {
      await engine.create(uid);
      await engine.apply(uid, loadIndexSettings('persons').settings);
      const tickets: Ticket[] = [];
      let batch: EngineDocument[] = [];
      const flush = async () => {
        if (batch.length > 0) tickets.push(await engine.put(uid, batch, `eval:${tickets.length}`));
        batch = [];
      };
      for (const person of source) {
        const analysed = names.analyse({ full: person.name });
        const { own, cyrl, latn, glued, skeletons } = names.spellings(analysed);
        const document = {
          id: String(people.length),
          ...{ nameOwn: own, nameCyrl: cyrl, nameLatn: latn, nameGlued: glued, nameKeys: skeletons },
          ...birthNumbers(birthsOf(person)),
          tags: [],
        };
        people.push({ person, packed: names.pack(analysed) });
        batch.push(document);
        if (batch.length === BATCH) await flush();
      }
      await flush();
      const failed = (await engine.outcomes(tickets)).find(({ status }) => status !== 'succeeded');
      if (failed) throw new Error(`a batch was not indexed: ${failed.code}`);
      return people.length;
    },
    async find(query, born, limit) {
      const births = born === undefined ? [] : [born];
      const queries = nameQueries(uid, { spellings: [names.spellings(query)], births, tags: [] });
      const ids = queries.length === 0 ? [] : await engine.ids(queries, limit, TIMEOUT_MS);
      return ids.flatMap((id) => {
        const held = people[Number(id)];
        return held ? [{ id: held.person.id, record: recordOf(names.unpack(held.packed), held.person) }] : [];
      });
    },
    async close() {
      await engine.drop(uid);
    },
  };
}

/** What two backends find together, as a search with a mirror could answer. */
export function createUnion(left: EvaluationBackend, right: EvaluationBackend): EvaluationBackend {
  return {
    name: `${left.name} + ${right.name}`,
    async load(people) {
      const all = [...people];
      await left.load(all);
      return right.load(all);
    },
    async find(query, born, limit) {
      const found = await Promise.all([left.find(query, born, limit), right.find(query, born, limit)]);
      return [...new Map(found.flat().map((one): [string, Candidate] => [one.id, one])).values()];
    },
    async close() {
      await left.close();
      await right.close();
    },
  };
}
