// What a case's document for the search engine tells, and above all what it never tells.
import { expect, it } from 'vitest';
import type { PersonDocument } from '../persons/search-document.ts';
import { type CaseDocumentSource, caseDocument, readerMarks } from './search-document.ts';

const names = { nameOwn: ['жумабаев азамат'], nameCyrl: [], nameLatn: [], nameGlued: [], nameKeys: ['zjmb'] };
const person: PersonDocument = { id: 'p', v: 9, ...names, born: [19_800_215], year: [1980], tags: ['t:1'] };
const source = (change: Partial<CaseDocumentSource> = {}): CaseDocumentSource => ({
  id: 'c',
  version: 4,
  caseNumber: 'EX-2026-000001-0',
  requestingState: 'KAZ',
  requestedState: 'KGZ',
  rqAgencyId: 'agency',
  sharedAt: new Date('2026-03-01T10:00:00Z'),
  confidentiality: 'NORMAL',
  state: 'UNDER_REVIEW',
  stateSince: new Date('2026-03-02T23:59:00Z'),
  treaty: 'MINSK_1993',
  offences: [
    { article: '342', titleOrig: 'Пара алуу', titleRu: 'Получение взятки', titleEn: 'Taking a bribe' },
    { article: '1', titleOrig: 'Theft', titleRu: 'Кража', titleEn: 'Theft' },
  ],
  ...change,
});

it('tells what both sides read, and of the person what everybody may see', () => {
  const whole = { document: person, whole: true };
  expect(caseDocument(source(), whole)).toEqual({
    whole: true,
    document: {
      id: 'c',
      v: 4,
      number: 'EX-2026-000001-0',
      readers: ['s:KAZ', 's:KGZ', 'a:agency'],
      states: ['KAZ', 'KGZ'],
      stage: 'UNDER_REVIEW',
      since: 20_260_302,
      treaty: 'MINSK_1993',
      offences: ['342 Пара алуу Получение взятки Taking a bribe', '1 Theft Кража'],
      ...names,
      born: [19_800_215],
      year: [1980],
    },
  });
});

it('tells nothing of a draft or a restricted case, and no name of a person known to few', () => {
  const whole = { document: person, whole: true };
  for (const change of [{ sharedAt: null }, { confidentiality: 'RESTRICTED' }])
    expect(caseDocument(source(change), whole)).toEqual({ document: null, whole: false });
  const secret = caseDocument(source(), { document: null, whole: false });
  expect(secret).toMatchObject({ whole: false, document: { nameOwn: [], nameKeys: [], born: [], year: [] } });
  const partly = caseDocument(source(), { document: person, whole: false });
  expect(partly).toMatchObject({ whole: false, document: names });
});

it('marks readers as the rule of cases has them', () => {
  expect(readerMarks({ state: 'KGZ', agencyId: null, drafts: true })).toEqual(['s:KGZ']);
  expect(readerMarks({ state: 'KAZ', agencyId: 'agency', drafts: true })).toEqual(['a:agency']);
});
