// The keys of the product in the engine: one that may only search, and one that keeps the mirror. Their ids are fixed, so
// that making them again gives the same keys; a new master key gives new ones.
import type { KeyWanted, SearchEngine } from './engine.ts';

export const KEYS: readonly KeyWanted[] = [
  {
    uid: '6f1c1a0e-5d0b-4c1e-9a57-0d6a5c4b7e03',
    name: 'izdoo search',
    actions: ['search'],
    indexes: ['persons', 'cases'],
  },
  {
    uid: '6f1c1a0e-5d0b-4c1e-9a57-0d6a5c4b7e02',
    name: 'izdoo mirror',
    // Swaps concern two indexes, and their tasks are shown only to a key for all.
    actions: [
      'search',
      'documents.add',
      'documents.get',
      'documents.delete',
      'indexes.create',
      'indexes.get',
      'indexes.delete',
      'indexes.swap',
      'settings.get',
      'settings.update',
      'tasks.get',
      'version',
    ],
    indexes: ['*'],
  },
];

/** @returns one line a key; needs the master key */
export async function makeKeys(engine: SearchEngine, dropOthers: boolean): Promise<string[]> {
  const made = await engine.createKeys(KEYS);
  const dropped = dropOthers ? await engine.dropOtherKeys(KEYS.map(({ uid }) => uid)) : 0;
  return [
    ...made.map(({ name, key }) => `${name.padEnd(14)} MEILI_KEY=${key}`),
    ...(dropOthers ? [`${dropped} other keys taken away`] : []),
  ];
}
