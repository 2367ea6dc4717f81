// What a person's document for the search engine tells, and above all what it never tells.
import { describe, expect, it } from 'vitest';
import { loadNameTables } from '../../platform/name-tables/name-tables.ts';
import { createNameEngine } from '../names/engine.ts';
import { type DocumentSource, personDocument } from './search-document.ts';

const engine = createNameEngine(loadNameTables());
const NOW = new Date('2026-11-23T06:00:00Z');
const [before, after] = [new Date('2026-01-01T00:00:00Z'), new Date('2031-01-01T00:00:00Z')];

const scope = (to: readonly string[], from = before, until = after) => ({
  own: ['a:1#W', 's:KGZ#W'],
  grants: to.length === 0 ? [] : [{ to, from: from.getTime(), until: until.getTime() }],
});
const alert = (audience: readonly string[], startsAt = before, endsAt = after) => ({
  audience,
  ownerAudience: ['a:1#W', 's:KGZ#W'],
  startsAt,
  endsAt,
});
const packed = (full: string) => engine.pack(engine.analyse({ full }));

const source = (changes: Partial<DocumentSource> = {}): DocumentSource => ({
  personId: '01a206fd-6700-7591-9cda-d3da31fe2dd6',
  personVersion: 3,
  names: [
    { packed: packed('Жумабаев Азамат'), scope: 0 },
    { packed: packed('Тайныев Скрыт'), scope: 1 },
  ],
  births: [
    { year: 1980, month: 2, day: 15, scope: 0 },
    { year: 1990, scope: 1 },
    { from: 1970, to: 1972, scope: 0 },
  ],
  scopes: [scope(['*', 's:KGZ']), scope(['s:KGZ'])],
  tags: ['t:1', 't:2'],
  alerts: [alert(['*', 's:KGZ'])],
  ...changes,
});
const made = (changes?: Partial<DocumentSource>) => personDocument(source(changes), engine, NOW);

describe('a document', () => {
  it('has these members and no other', () => {
    expect(Object.keys(made().document ?? {}).sort()).toEqual([
      ...['born', 'id', 'nameCyrl', 'nameGlued', 'nameKeys', 'nameLatn', 'nameOwn', 'tags', 'v', 'year'],
    ]);
  });

  it('tells only what is open to every member, and says that it is not the whole', () => {
    const { document, whole } = made();
    expect(whole).toBe(false);
    expect(document).toMatchObject({
      nameOwn: ['жумабаев азамат'],
      born: [19_800_215],
      year: [1980, 1970, 1971, 1972],
    });
    expect(JSON.stringify(document)).not.toMatch(/тайн|tain|1990|t:1/i);
  });

  it('is whole, with what it can be filtered by, when everything is for everybody', () => {
    const { document, whole } = made({
      names: source().names.slice(0, 1),
      births: [],
      scopes: [scope(['*'])],
    });
    expect(whole).toBe(true);
    expect(document?.tags).toEqual(['t:1', 't:2']);
  });

  it('is not the whole while somebody sees another alert on the person', () => {
    const open = { names: source().names.slice(0, 1), births: [], scopes: [scope(['*'])] };
    for (const audience of [['s:UZB#d'], ['*#d'], []])
      expect(made({ ...open, alerts: [alert(['*']), alert(audience)] }).whole).toBe(false);
  });
});

it('there is none of a person who is not for everybody at that moment', () => {
  const hidden: Partial<DocumentSource>[] = [
    { alerts: [] },
    { alerts: [alert(['s:KGZ'])] },
    { alerts: [alert(['*#d'])] },
    { alerts: [alert(['*'], before, NOW)] },
    { alerts: [alert(['*'], after)] },
    { scopes: [scope([]), scope([])] },
    { scopes: [scope(['*'], before, NOW), scope([])] },
    { scopes: [scope(['*#x']), scope(['a:1'])] },
  ];
  for (const changes of hidden) expect(made(changes)).toEqual({ document: null, whole: false });
});
