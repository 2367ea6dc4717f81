// Shared steps of building a tradition of its lists: spelling every entry, forming family names and patronymics by rule.
import type { Gendered } from '../endings.ts';
import { stemOf } from '../endings.ts';
import { type ListedName, type NameSections, section } from '../name-list.ts';
import { createSampler, type Sampler, type Weighted } from '../sampler.ts';
import type { GenderedSpelling, Spelling } from '../tradition.ts';

export type Spell = (own: string) => Spelling;
type Names = readonly Weighted<ListedName>[];

/** Same item in another form, same weight. */
export const mapItems = <A, B>(entries: readonly Weighted<A>[], change: (item: A) => B): Weighted<B>[] =>
  entries.map(({ item, weight }) => ({ item: change(item), weight }));

export const spelled = (names: Names, spell: (name: ListedName) => Spelling): Sampler<Spelling> =>
  createSampler(mapItems(names, spell));

/** Given names of a list that a rule spells. */
export function givenNames(
  sections: NameSections,
  spell: Spell,
): { men: Sampler<Spelling>; women: Sampler<Spelling> } {
  const bySpell = (name: ListedName) => spell(name.own);
  return {
    men: spelled(section(sections, 'men'), bySpell),
    women: spelled(section(sections, 'women'), bySpell),
  };
}

export function gendered({ m, f }: Gendered, spell: Spell, stem?: string): GenderedSpelling {
  return { m: spell(m), f: spell(f), ...(stem !== undefined && { stem }) };
}

/** Family names of the list in both forms. */
export const listedFamilies = (
  sections: NameSections,
  feminine: (family: string) => string,
  spell: Spell,
  stem: (family: string) => string = stemOf,
): Weighted<GenderedSpelling>[] =>
  mapItems(section(sections, 'families'), ({ own }) =>
    gendered({ m: own, f: feminine(own) }, spell, stem(own)),
  );

/** Names or patronymics made of given names by a rule. */
export const formed = (
  names: Names,
  form: (given: string) => Gendered,
  spell: Spell,
): Weighted<GenderedSpelling>[] => mapItems(names, ({ own }) => gendered(form(own), spell, own));

/** Family names that say whose child the bearer is; they need no patronymic. */
export const descents = (
  names: Names,
  form: (given: string) => Gendered,
  spell: Spell,
): Weighted<GenderedSpelling>[] =>
  mapItems(names, ({ own }) => ({ ...gendered(form(own), spell, own), namesFather: true }));

/** Every root with every ending; of two vowels that meet the first falls away. */
export function compounds(sections: NameSections): Weighted<string>[] {
  return section(sections, 'roots').flatMap((root) =>
    section(sections, 'endings').map((ending) => ({
      item: meet(root.item.own, ending.item.own),
      weight: root.weight * ending.weight,
    })),
  );
}

function meet(root: string, ending: string): string {
  const vowel = /[аеёиоуыэюяіәөүұӣӯaeiouəıöü]/iu;
  return vowel.test(root.slice(-1)) && vowel.test(ending.charAt(0))
    ? root.slice(0, -1) + ending
    : root + ending;
}

/** The father's generation: the names of men today and those of an older generation, in equal parts. */
export function fathers(sections: NameSections): Weighted<ListedName>[] {
  const scaled = (names: Names) => {
    const total = names.reduce((sum, { weight }) => sum + weight, 0);
    return mapItems(names, (item) => item).map(({ item, weight }) => ({ item, weight: weight / total }));
  };
  return [...scaled(section(sections, 'men')), ...scaled(section(sections, 'elders'))];
}

export const states = (shares: Readonly<Record<string, number>>): Sampler<string> =>
  createSampler(Object.entries(shares).map(([item, weight]) => ({ item, weight })));
