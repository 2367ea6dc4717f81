// A request file is laid out the same way in every language, with what is missing said aloud.
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../domain/access/actor.ts';
import type { DossierFacts } from './facts.ts';
import { layOutDossier } from './layout.ts';

const facts = (changes: Partial<DossierFacts> = {}): DossierFacts => ({
  locale: 'en',
  caseNumber: 'KGZ-2026-000001-7',
  demo: false,
  requesting: 'Kyrgyzstan',
  requested: 'Kazakhstan',
  authority: 'Central authority',
  purpose: 'PROSECUTION',
  treaty: { title: 'Treaty', verified: true },
  person: {
    registryNumber: 'KG-2026-000001-0',
    name: 'Testov Test',
    otherNames: ['Testbek'],
    births: ['1980-02-??'],
    birthPlace: null,
    sex: 'M',
    nationalities: ['Kyrgyzstan'],
    identityPapers: [],
    nationalIds: [],
    marks: [],
    photo: null,
  },
  facts: 'What happened.',
  factsPlace: 'Bishkek',
  factsPeriod: null,
  offences: [
    {
      article: 'art. 337',
      title: 'Bribe',
      role: 'PERPETRATOR',
      period: null,
      place: null,
      damage: null,
      articleText: 'Words of the law.',
    },
    {
      article: 'art. 320',
      title: 'Abuse',
      role: 'PERPETRATOR',
      period: null,
      place: null,
      damage: null,
      articleText: null,
    },
  ],
  decisions: [],
  documents: [],
  seal: { sha256: 'a'.repeat(64), signedOn: '2026-03-05', isCurrent: true },
  viewer: 'prosecutor',
  printedAt: new Date('2026-11-23T06:00:00Z'),
  printedAtText: '2026-11-23 12:00',
  ...changes,
});

describe('the request file', () => {
  test.each(LOCALES)('has its five sections and no unfilled word in %s', (locale) => {
    const document = layOutDossier(facts({ locale }));
    expect(document.sections).toHaveLength(5);
    expect(document.language).toBe(locale);
    expect(JSON.stringify(document)).not.toMatch(/\{\w+\}/);
    expect(document.cover.warnings).toEqual([]);
  });

  test('says on the cover what a reader has to know first', () => {
    const of = (changes: Partial<DossierFacts>) => layOutDossier(facts(changes)).cover.warnings;
    expect(of({ seal: null })).toEqual(['The files are not signed: this is a draft.']);
    expect(of({ demo: true })).toEqual(['DEMO: all data are invented.']);
    expect(of({ treaty: { title: 'Treaty', verified: false } })[0]).toMatch(/lawyer/);
    expect(of({ seal: { sha256: 'b'.repeat(64), signedOn: 'x', isCurrent: false } })[0]).toMatch(
      /new signature/,
    );
  });

  test('quotes the law word by word, and says where its text is missing', () => {
    const blocks = layOutDossier(facts()).sections[2]?.blocks ?? [];
    expect(blocks.filter(({ kind }) => kind === 'quote')).toEqual([
      { kind: 'quote', text: 'Words of the law.' },
    ]);
    expect(blocks.at(-1)).toEqual({ kind: 'note', text: 'The text of the article was not entered.' });
  });

  test('lists documents with checksum and certificate; a translation names its original', () => {
    const document = {
      code: 'D11',
      title: 'Warrant',
      fileName: 'w.pdf',
      language: 'ru',
      version: 2,
      sha256: 'c'.repeat(64),
    };
    const [, table] =
      layOutDossier(
        facts({
          documents: [
            { ...document, certification: null, translationOf: null },
            { ...document, certification: { by: 'Notary', on: '2026-03-01' }, translationOf: 'Warrant' },
          ],
        }),
      ).sections[4]?.blocks ?? [];
    expect(table).toMatchObject({
      kind: 'table',
      rows: [
        { cells: ['D11', 'Warrant\nw.pdf', 'ru', '2', 'no'], mark: 'c'.repeat(64) },
        { cells: ['D11', 'Translation of Warrant\nw.pdf', 'ru', '2', 'Notary, on 2026-03-01'] },
      ],
    });
  });
});
