// Reads the text form of the name lists: sections of names, each with its frequency.
import type { Weighted } from './sampler.ts';

/** A name as listed: its spelling and, where no rule makes it, a second one. */
export interface ListedName {
  readonly own: string;
  readonly other?: string;
}

export type NameSections = ReadonlyMap<string, readonly Weighted<ListedName>[]>;

/**
 * Parses one list. Form: `#` comments, `[section]`, lines of a number (bearers per ten million of each name) and names;
 * `own/other` gives two spellings, an underscore is a space.
 * @param label names the list in errors. @throws Error with the label and line when a line cannot be read.
 */
export function parseNameList(label: string, text: string): NameSections {
  const sections = new Map<string, Weighted<ListedName>[]>();
  let current: Weighted<ListedName>[] | undefined;
  text.split('\n').forEach((line, index) => {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) return;
    const heading = /^\[([a-z-]+)\]$/u.exec(trimmed)?.[1];
    if (heading !== undefined) {
      current = [];
      sections.set(heading, current);
      return;
    }
    const [count, ...names] = trimmed.split(/\s+/u);
    const weight = Number(count);
    if (!current || !(weight > 0) || names.length === 0)
      throw new Error(`${label}, line ${index + 1}: expected a section, or a number and names`);
    for (const name of names) current.push({ item: listedName(name), weight });
  });
  return sections;
}

function listedName(text: string): ListedName {
  const [own = '', other] = text.replaceAll('_', ' ').split('/');
  return other === undefined ? { own } : { own, other };
}

/** A section of a list. @throws Error when the list lacks it. */
export function section(sections: NameSections, name: string): readonly Weighted<ListedName>[] {
  const found = sections.get(name);
  if (!found) throw new Error(`a name list lacks its section [${name}]`);
  return found;
}
