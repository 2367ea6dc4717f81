// Lays a request file out: which sections, in which order, with which words. Pure: the same facts give the same document.
import type { Locale } from '../../domain/access/actor.ts';
import { type DossierWord, dossierTexts } from '../../platform/i18n/dossier.ts';
import type { Block, LabelledValue, PrintedDocument, Section } from '../../platform/pdf/printed-document.ts';
import type { DossierDocument, DossierFacts, DossierOffence, DossierPerson } from './facts.ts';

type Say = (word: DossierWord, values?: Readonly<Record<string, string>>) => string;

const sayIn =
  (locale: Locale): Say =>
  (word, values = {}) =>
    dossierTexts[word][locale].replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);

/** Rows that have a value. */
const rows = (...all: [label: string, value: string | null][]): LabelledValue[] =>
  all.flatMap(([label, value]) => (value === null || value === '' ? [] : [{ label, value }]));

const lines = (values: readonly string[]): string => values.join('\n');

function coverOf(facts: DossierFacts, say: Say): PrintedDocument['cover'] {
  const { seal, treaty } = facts;
  return {
    above: facts.authority,
    headline: [say('dossier.headline'), facts.caseNumber],
    below: say('dossier.parties', { requesting: facts.requesting, requested: facts.requested }),
    facts: rows(
      [say('dossier.case-number'), facts.caseNumber],
      [say('dossier.name'), facts.person.name],
      [say('dossier.requesting'), facts.requesting],
      [say('dossier.requested'), facts.requested],
      [say('dossier.purpose'), say(`dossier.purpose.${facts.purpose}`)],
      [say('dossier.treaty'), treaty?.title ?? null],
      [say('dossier.signed'), seal?.signedOn ?? null],
      // Two lines of equal length: easier to compare by eye.
      [say('dossier.sealed'), seal?.sha256.replace(/(?<=^.{32})/u, '\n') ?? null],
      [say('dossier.printed'), facts.printedAtText],
    ),
    warnings: [
      ...(facts.demo ? [say('dossier.demo')] : []),
      ...(seal === null ? [say('dossier.not-signed')] : []),
      ...(seal?.isCurrent === false ? [say('dossier.changed')] : []),
      ...(treaty?.verified === false ? [say('dossier.treaty-unverified')] : []),
    ],
  };
}

/** The person as every printed file shows him. */
export function personBlocks(person: DossierPerson, locale: Locale): Block[] {
  const say = sayIn(locale);
  return [
    ...(person.photo
      ? [{ kind: 'image' as const, image: person.photo, alt: `${say('dossier.photo')}: ${person.name}` }]
      : []),
    {
      kind: 'facts',
      rows: rows(
        [say('dossier.name'), person.name],
        [say('dossier.other-names'), lines(person.otherNames)],
        [say('dossier.born'), lines(person.births)],
        [say('dossier.birth-place'), person.birthPlace],
        [say('dossier.sex'), say(`dossier.sex.${person.sex}`)],
        [say('dossier.nationality'), person.nationalities.join(', ')],
        [say('dossier.identity-papers'), lines(person.identityPapers)],
        [say('dossier.national-ids'), lines(person.nationalIds)],
        [say('dossier.marks'), lines(person.marks)],
        [say('dossier.registry-number'), person.registryNumber],
      ),
    },
  ];
}

function offenceBlocks(offence: DossierOffence, say: Say): Block[] {
  return [
    { kind: 'heading', text: [offence.article, offence.title].filter((one) => one).join('. ') },
    {
      kind: 'facts',
      rows: rows(
        [say('dossier.role'), offence.role],
        [say('dossier.period'), offence.period],
        [say('dossier.place'), offence.place],
        [say('dossier.damage'), offence.damage],
      ),
    },
    offence.articleText === null
      ? { kind: 'note', text: say('dossier.no-article-text') }
      : { kind: 'quote', text: offence.articleText },
  ];
}

const documentTable = (documents: readonly DossierDocument[], say: Say): Block => ({
  kind: 'table',
  columns: [
    { title: say('dossier.code'), share: 0.09 },
    { title: say('dossier.document'), share: 0.44 },
    { title: say('dossier.language'), share: 0.09 },
    { title: say('dossier.version'), share: 0.13 },
    { title: say('dossier.certified'), share: 0.25 },
  ],
  rows: documents.map((document) => ({
    cells: [
      document.code,
      lines([
        document.translationOf === null
          ? document.title
          : say('dossier.translation-of', { name: document.translationOf }),
        document.fileName,
      ]),
      document.language,
      String(document.version),
      document.certification
        ? say('dossier.certified-by', { who: document.certification.by, day: document.certification.on })
        : say('dossier.not-certified'),
    ],
    mark: document.sha256,
  })),
});

const orNothing = (blocks: Block[], say: Say): Block[] =>
  blocks.length > 0 ? blocks : [{ kind: 'note', text: say('dossier.nothing') }];

function factBlocks({ facts, factsPlace, factsPeriod }: DossierFacts, say: Say): Block[] {
  const where = rows([say('dossier.place'), factsPlace], [say('dossier.period'), factsPeriod]);
  return orNothing(
    [
      ...(where.length > 0 ? [{ kind: 'facts' as const, rows: where }] : []),
      ...(facts === null ? [] : [{ kind: 'paragraph' as const, text: facts }]),
    ],
    say,
  );
}

export function layOutDossier(facts: DossierFacts): PrintedDocument {
  const say = sayIn(facts.locale);
  const title = say('dossier.title', { number: facts.caseNumber });
  const sections: Section[] = [
    { title: say('dossier.person'), blocks: personBlocks(facts.person, facts.locale) },
    { title: say('dossier.facts'), blocks: factBlocks(facts, say) },
    {
      title: say('dossier.offences'),
      blocks: orNothing(
        facts.offences.flatMap((offence) => offenceBlocks(offence, say)),
        say,
      ),
    },
    {
      title: say('dossier.decisions'),
      blocks: orNothing(
        facts.decisions.flatMap(({ kind, number, authority, issuedOn }): Block[] => [
          { kind: 'facts', rows: [{ label: kind, value: lines([`${number}, ${issuedOn}`, authority]) }] },
        ]),
        say,
      ),
    },
    {
      title: say('dossier.documents'),
      blocks:
        facts.documents.length === 0
          ? orNothing([], say)
          : [{ kind: 'note', text: say('dossier.hashes-note') }, documentTable(facts.documents, say)],
    },
  ];
  return {
    language: facts.locale,
    title,
    author: facts.authority,
    createdAt: facts.printedAt,
    cover: coverOf(facts, say),
    indexTitle: say('dossier.index'),
    sections,
    running: `${title} · ${facts.person.name}`,
    watermark: say('dossier.watermark', { viewer: facts.viewer, time: facts.printedAtText }),
  };
}
