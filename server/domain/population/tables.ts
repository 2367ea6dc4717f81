// Everything that invented persons are drawn from, built once of the texts of the name lists.
import { type NameSections, parseNameList } from './name-list.ts';
import { createSampler, type Sampler } from './sampler.ts';
import { TRADITIONS, type Tradition, type TraditionCode } from './tradition.ts';
import {
  buildArabic,
  buildArmenian,
  buildChinese,
  buildGeorgian,
  buildMongolian,
  buildWestern,
  WESTERN,
} from './traditions/other.ts';
import { buildCaucasus, buildKorean, buildRussian, buildUkrainian } from './traditions/slavic.ts';
import { buildKazakh, buildKyrgyz, buildTajik } from './traditions/turkic-cyrillic.ts';
import { buildAzerbaijani, buildTurkmen, buildUzbek } from './traditions/turkic-latin.ts';

/** Files of `search-config/name-lists`: one list per tradition, and the places of birth. */
export const NAME_LIST_FILES: readonly string[] = [...TRADITIONS.map((code) => `${code}.txt`), 'places.txt'];

export interface PopulationTables {
  readonly traditions: Readonly<Record<TraditionCode, Tradition>>;
  /** ISO 3166 alpha-3 → places there. */
  readonly places: ReadonlyMap<string, Sampler<string>>;
  /** Russian given name → pet name. */
  readonly petNames: ReadonlyMap<string, string>;
  readonly nicknames: readonly string[];
}

/**
 * Builds the tables.
 * @param texts file name → text, for every name of NAME_LIST_FILES.
 * @throws Error naming the file (and line) that is missing or cannot be read.
 */
export function buildPopulationTables(texts: Readonly<Record<string, string>>): PopulationTables {
  const textOf = (file: string): string => {
    const text = texts[file];
    if (text === undefined) throw new Error(`name list ${file} is missing`);
    return text;
  };
  const lists = (code: TraditionCode): NameSections => parseNameList(`${code}.txt`, textOf(`${code}.txt`));
  const russian = lists('russian');
  const built: readonly Tradition[] = [
    buildRussian(russian),
    buildUkrainian(lists('ukrainian')),
    buildKazakh(lists('kazakh')),
    buildUzbek(lists('uzbek')),
    buildKyrgyz(lists('kyrgyz')),
    buildTajik(lists('tajik')),
    buildAzerbaijani(lists('azerbaijani')),
    buildArmenian(lists('armenian')),
    buildGeorgian(lists('georgian')),
    buildCaucasus(lists('caucasus')),
    buildTurkmen(lists('turkmen')),
    buildMongolian(lists('mongolian')),
    buildKorean(lists('korean'), russian),
    buildArabic(lists('arabic')),
    buildChinese(lists('chinese')),
    ...WESTERN.map((western) => buildWestern(western, lists(western.code))),
  ];
  return {
    traditions: Object.fromEntries(built.map((tradition) => [tradition.code, tradition])) as Record<
      TraditionCode,
      Tradition
    >,
    places: parsePlaces(textOf('places.txt')),
    petNames: new Map((russian.get('pet-names') ?? []).map(({ item }) => [item.own, item.other ?? item.own])),
    nicknames: (russian.get('nicknames') ?? []).map(({ item }) => item.own),
  };
}

// A line is a state and its places, commonest first; the second is half as common as the first, and so on.
function parsePlaces(text: string): Map<string, Sampler<string>> {
  const places = new Map<string, Sampler<string>>();
  for (const line of text.split('\n')) {
    const [state, ...names] = line.split(' ');
    if (!state || state.startsWith('#') || names.length === 0) continue;
    places.set(
      state,
      createSampler(names.map((name, rank) => ({ item: name.replaceAll('_', ' '), weight: 1 / (rank + 1) }))),
    );
  }
  return places;
}
