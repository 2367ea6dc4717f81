// The evaluation backend without a database, for tuning.

import type { NameEngine } from '../../domain/names/engine.ts';
import type { IndexedName } from './eval-files.ts';
import { createMemoryIndex, type MemoryIndex } from './memory-index.ts';
import { birthsOf, type EvaluationBackend, recordOf } from './retrieval.ts';

export function createMemoryBackend(engine: NameEngine): EvaluationBackend {
  const people: IndexedName[] = [];
  const packed: string[] = [];
  let index: MemoryIndex | undefined;
  return {
    name: 'memory',
    async load(source) {
      const keys: Int32Array[] = [];
      for (const person of source) {
        const analysed = engine.analyse({ full: person.name });
        people.push(person);
        packed.push(engine.pack(analysed));
        keys.push(Int32Array.from(engine.indexKeys(analysed, birthsOf(person))));
      }
      index = createMemoryIndex(keys);
      return people.length;
    },
    async find(query, born, limit) {
      const answer = index?.find(engine.queryKeys(query, born === undefined ? [] : [born]), limit);
      return (answer?.found ?? []).map((at) => {
        const person = people[at] as IndexedName;
        return { id: person.id, record: recordOf(engine.unpack(packed[at] as string), person) };
      });
    },
    async close() {
      people.length = 0;
    },
  };
}
