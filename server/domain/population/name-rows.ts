// The name rows of an invented person: own script, passport, and for some former names, aliases and other spellings.
import type { NameStandard, NameType, Script } from '../persons/vocabulary.ts';
import { drawDay, isoDay } from './births.ts';
import type { PopulationMix } from './mix.ts';
import { below, chance, pick, type Random } from './random.ts';
import type { PopulationTables } from './tables.ts';
import { drawName, fullName, type NameParts, type Tradition } from './tradition.ts';

/** One row as a source would give it; every field is there, null where the source is silent. */
export interface InventedName {
  readonly type: NameType;
  readonly full: string;
  readonly family: string | null;
  readonly given: string | null;
  readonly patronymic: string | null;
  readonly script: Script;
  /** ISO 639-1 */
  readonly language: string | null;
  readonly standard: NameStandard | null;
  /** FAMILY<<GIVEN<NAMES of a document's machine-readable zone. */
  readonly mrzForm: string | null;
  /** YYYY-MM-DD: since when a name is borne after a reform. */
  readonly validFrom: string | null;
  /** YYYY-MM-DD: the last day of a former name. */
  readonly validTo: string | null;
  readonly legalBasis: string | null;
}

/** What the rows of one person are drawn from. */
export interface NameScene {
  readonly random: Random;
  readonly tables: PopulationTables;
  readonly tradition: Tradition;
  readonly sex: 'M' | 'F';
  readonly birthYear: number;
  readonly mix: PopulationMix;
}

type RegisterWriting = 'own' | 'russian';

/** Rows of one person: the first is PRIMARY, no two have the same full name. */
export function drawNameRows(scene: NameScene): InventedName[] {
  const { random, tradition, sex, mix } = scene;
  const parts = drawName(tradition, sex, random, mix.withoutPatronymic, mix.doubleFamily);
  const writing = chance(random, tradition.recordedInRussian) ? 'russian' : 'own';
  if (chance(random, mix.manyNames)) return manyRows(scene, parts, writing);
  const primary = row(tradition, parts, writing, 'PRIMARY');
  if (chance(random, mix.oneName / (1 - mix.manyNames))) return [primary];
  const passport = passportRow(random, tradition, parts);
  return passport.full === primary.full ? [primary] : [primary, passport];
}

/** A row of the whole name in one of the two writings that registers of the region use. */
function row(
  tradition: Tradition,
  parts: NameParts,
  writing: RegisterWriting,
  type: NameType,
  validFrom: string | null = null,
  validTo: string | null = null,
  legalBasis: string | null = null,
): InventedName {
  const russian = writing === 'russian';
  return {
    type,
    full: fullName(tradition, parts, writing),
    family: parts.family[writing],
    given: parts.given[writing],
    patronymic: parts.patronymic?.[writing] ?? null,
    script: russian ? 'Cyrl' : tradition.script,
    language: russian ? 'ru' : tradition.language,
    standard: null,
    mrzForm: null,
    validFrom,
    validTo,
    legalBasis,
  };
}

function latinRow(
  family: string,
  given: string,
  standard: NameStandard,
  mrzForm: string | null,
): InventedName {
  return {
    type: 'DOCUMENT',
    full: `${family} ${given}`,
    family,
    given,
    patronymic: null,
    script: 'Latn',
    language: null,
    standard,
    mrzForm,
    validFrom: null,
    validTo: null,
    legalBasis: null,
  };
}

/** The Latin row of a passport: two parts; some states print the patronymic behind the given name. */
function passportRow(random: Random, tradition: Tradition, parts: NameParts): InventedName {
  const { family, given, patronymic } = parts;
  const printed = patronymic && chance(random, tradition.patronymicInPassport) ? patronymic : undefined;
  const latin = printed ? `${given.latin} ${printed.latin}` : given.latin;
  const mrz = printed ? `${family.mrz}<<${given.mrz}<${printed.mrz}` : `${family.mrz}<<${given.mrz}`;
  return latinRow(
    family.latin,
    latin,
    tradition.passportStandard,
    mrz.includes(' ') ? mrz.replaceAll(' ', '<') : mrz,
  );
}

function manyRows(scene: NameScene, drawn: NameParts, writing: RegisterWriting): InventedName[] {
  const { random, tradition } = scene;
  const wanted = 3 + below(random, 6);
  const reformed = chance(random, 0.3) ? reform(scene, drawn, writing) : undefined;
  const parts = reformed?.parts ?? drawn;
  const rows = [row(tradition, parts, writing, 'PRIMARY', reformed?.day, null, reformed?.legalBasis)];
  const add = (added: InventedName | undefined) => {
    if (!added || rows.some((known) => known.full === added.full)) return;
    if (added.type === 'BIRTH' && rows.some((known) => known.type === 'BIRTH')) return;
    rows.push(added);
  };
  if (reformed) add(row(tradition, drawn, writing, 'FORMER', null, reformed.day));
  add(passportRow(random, tradition, parts));
  // An addition may repeat a row or not fit: the tries are bounded, and aliases always bring more than enough.
  for (let tries = 0; rows.length < wanted && tries < 60; tries++) add(addition(scene, parts));
  return rows;
}

function reform(
  { random, tradition, sex, mix, birthYear }: NameScene,
  parts: NameParts,
  writing: RegisterWriting,
): { parts: NameParts; day: string; legalBasis: string } | undefined {
  const rule = tradition.reform;
  if (!rule || parts.stem === undefined) return undefined;
  const form = pick(random, rule.forms(parts.stem));
  const family = tradition.spell(sex === 'M' ? form.m : form.f);
  const first = Math.max(rule.since, birthYear + 16);
  if (family[writing] === parts.family[writing] || first >= mix.year) return undefined;
  const day = isoDay(drawDay(random, first + below(random, mix.year - first)));
  // Who is called after his father in the family name drops the patronymic.
  const patronymic = / |ұлы$|қызы$/u.test(family.own) ? undefined : parts.patronymic;
  return { parts: { ...parts, family, patronymic }, day, legalBasis: rule.legalBasis };
}

/** One more name of the person, of a kind drawn at random; undefined where the kind does not fit the person. */
function addition(scene: NameScene, parts: NameParts): InventedName | undefined {
  const { random, tradition, sex, mix } = scene;
  const dice = below(random, 100);
  if (dice < 25) return otherWriting(scene, parts);
  if (dice < 50) return olderLatin(scene, parts);
  if (dice >= 90) return calledName(scene, parts);
  const other = drawName(tradition, sex, random, mix.withoutPatronymic, 0);
  const writing = tradition.recordedInRussian > 0 && chance(random, 0.5) ? 'russian' : 'own';
  if (dice < 65) return formerName(scene, { ...parts, family: other.family }, writing);
  if (dice < 80) return row(tradition, { ...parts, family: other.family }, writing, 'ALIAS_STRONG');
  if (dice < 86) return row(tradition, { ...parts, given: other.given }, writing, 'ALIAS_WEAK');
  return row(tradition, other, writing, 'MISUSED');
}

/** A maiden name, or one given up later. */
function formerName(
  { random, tradition, sex, mix, birthYear }: NameScene,
  parts: NameParts,
  writing: RegisterWriting,
): InventedName {
  const first = birthYear + 16;
  const day = isoDay(drawDay(random, first + below(random, mix.year - first)));
  return row(tradition, parts, writing, sex === 'F' ? 'BIRTH' : 'FORMER', null, day);
}

/** What people call somebody: the pet name of a Russian given name, or a nickname. */
function calledName({ random, tables, sex }: NameScene, parts: NameParts): InventedName | undefined {
  // The nicknames of the list are a man's.
  const called =
    tables.petNames.get(parts.given.russian) ?? (sex === 'M' ? pick(random, tables.nicknames) : undefined);
  if (called === undefined) return undefined;
  return {
    type: 'NICKNAME',
    full: called,
    family: null,
    given: null,
    patronymic: null,
    script: 'Cyrl',
    language: 'ru',
    standard: null,
    mrzForm: null,
    validFrom: null,
    validTo: null,
    legalBasis: null,
  };
}

/** The name in the other of the two writings that registers use, now and then without the patronymic. */
function otherWriting({ tradition, random }: NameScene, parts: NameParts): InventedName | undefined {
  if (tradition.recordedInRussian === 0) return undefined;
  const short = chance(random, 0.3) ? { ...parts, patronymic: undefined } : parts;
  return row(tradition, short, chance(random, 0.5) ? 'own' : 'russian', 'ALIAS_STRONG');
}

/** The Latin spelling of an older document. */
function olderLatin({ tradition, random }: NameScene, parts: NameParts): InventedName | undefined {
  if (tradition.olderLatin.length === 0) return undefined;
  const { standard, from, spell } = pick(random, tradition.olderLatin);
  return latinRow(spell(parts.family[from]), spell(parts.given[from]), standard, null);
}
