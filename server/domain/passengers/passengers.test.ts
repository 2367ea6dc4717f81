import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from './columns.ts';
import { decodeEdifact, readEdifact } from './edifact.ts';
import { decideLine, shownResult } from './list-outcome.ts';
import { afterRescreening, afterStep, stepsFrom } from './list-state.ts';
import { readPaxlst } from './paxlst.ts';

const MESSAGE = [
  "UNA:+.? '",
  "UNB+UNOA:4+DEMOAIR+KGPIU+261124:0900+1'",
  "UNH+1+PAXLST:D:02B:UN:IATA'",
  "BGM+745'",
  "TDT+20+ZZ0123+++ZZ'",
  "LOC+125+ALA'",
  "DTM+189:2611242330:201'",
  "LOC+87+FRU'",
  "DTM+232:2611250055:201'",
  "NAD+FL+++TESTBEKOV:ZHENISH:KASYM'",
  "ATT+2++M'",
  "DTM+329:800215'",
  "NAT+2+KGZ'",
  "RFF+AVF:AB12CD'",
  "DOC+V:110:111+V0000001'",
  "LOC+91+KAZ'",
  "DOC+P:110:111+AC1234567'",
  "DTM+36:301231'",
  "LOC+91+KGZ'",
  "NAD+FM+++O?'PROBA:AIGUL'",
  "ATT+2++F'",
  "DTM+329:19750300:102'",
  "DOC+P+N12345678'",
  "CNT+42:1'",
  "CNT+41:1'",
  "UNT+24+1'",
  "UNZ+1+1'",
].join('\n');

describe('PAXLST', () => {
  it('gives flight, passengers and crew, each with its document', () => {
    const { flight, travellers, faults } = readPaxlst(MESSAGE, 2026);
    expect(flight).toEqual({
      carrier: 'ZZ',
      number: '123',
      date: '2026-11-24',
      from: 'ALA',
      to: 'FRU',
      departs: '2026-11-24T23:30',
      arrives: '2026-11-25T00:55',
    });
    expect(faults.map(({ code }) => code)).toEqual([]);
    expect(travellers).toEqual([
      {
        line: 10,
        traveller: {
          kind: 'PASSENGER',
          family: 'TESTBEKOV',
          given: 'ZHENISH KASYM',
          sex: 'M',
          birthDate: '1980-02-15',
          nationality: 'KGZ',
          booking: 'AB12CD',
          documentType: 'P',
          documentNumber: 'AC1234567',
          documentExpiry: '2030-12-31',
          documentState: 'KGZ',
        },
      },
      {
        line: 20,
        traveller: {
          kind: 'CREW',
          family: "O'PROBA",
          given: 'AIGUL',
          sex: 'F',
          birthDate: '1975-03',
          documentType: 'P',
          documentNumber: 'N12345678',
        },
      },
    ]);
  });

  it('takes other separators, one long line, and Cyrillic of its own alphabet', () => {
    const other = MESSAGE.replace("UNA:+.? '", 'UNA#|.! ~')
      .replaceAll('?', '!')
      .replaceAll("!'", '!~')
      .replaceAll(/(?<!!)'/g, '~')
      .replaceAll(':', '#')
      .replaceAll('+', '|')
      .replaceAll('\n', '')
      .replace('UNA##|.!! ~', 'UNA#|.! ~');
    expect(readPaxlst(other, 2026).travellers.map(({ traveller }) => traveller.documentNumber)).toEqual([
      'AC1234567',
      'N12345678',
    ]);
    const bytes = new Uint8Array(
      [..."UNB+UNOE:4+A+B'NAD+FL+++"].map((sign) => sign.charCodeAt(0)).concat(0xc2, 0xd5),
    );
    expect(readEdifact(decodeEdifact(bytes)).segments[1]?.elements[3]?.[0]).toBe('Те');
    expect(decodeEdifact(new TextEncoder().encode("NAD+FL+++Тест'"))).toContain('Тест');
  });

  it('names what is wrong by line and segment and reads on', () => {
    const broken = MESSAGE.replace('DTM+329:800215', 'DTM+329:801345')
      .replace('ATT+2++F', 'ATT+2++Q')
      .replace('CNT+42:1', 'CNT+42:7')
      .replace('NAD+FM', "NAD+FL+++'\nATT+2++M'\nNAD+FM");
    const { travellers, faults } = readPaxlst(broken, 2026);
    expect(travellers).toHaveLength(2);
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [12, 'bad-birth-date'],
      [20, 'no-identity'],
      [23, 'bad-sex'],
      [26, 'passenger-count-differs'],
      [28, 'segment-count-differs'],
    ]);
    const cut = readPaxlst(MESSAGE.slice(0, MESSAGE.indexOf('AC1234567') + 4), 2026);
    expect(cut.travellers[0]?.traveller.documentNumber).toBe('AC12');
    expect(cut.faults.at(-1)?.code).toBe('cut-off');
  });

  it('never throws and never makes up people', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.nat(400), (noise, at) => {
        const { travellers } = readPaxlst(MESSAGE.slice(0, at) + noise + MESSAGE.slice(at), 2026);
        expect(travellers.length).toBeLessThanOrEqual(3 + noise.split('NAD').length);
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});

describe('a table', () => {
  const rowsOf = (...rows: string[][]) => rows.map((cells, index) => ({ line: index + 1, cells }));

  it('is read under Russian and English words, below a title', () => {
    const { travellers, faults } = readTable(
      rowsOf(
        ['Список пассажиров рейса', ''],
        ['№', 'Фамилия', 'Имя', 'Дата рождения', 'Пол', 'Гражданство', 'Номер паспорта'],
        ['1', 'Тестбеков', 'Жениш', '15.02.1980', 'муж.', 'kgz', 'AC1234567'],
        ['', '', '', '', '', '', ''],
        ['2', '', '', '15.02.1981', 'ж', 'KGZ', ''],
        ['3', 'Пробаева', 'Айгуль', '1975', 'что', 'Киргизия', 'N1'],
      ),
      10,
    );
    expect(travellers[0]).toEqual({
      line: 3,
      traveller: {
        kind: 'PASSENGER',
        family: 'Тестбеков',
        given: 'Жениш',
        birthDate: '15.02.1980',
        sex: 'M',
        nationality: 'KGZ',
        documentNumber: 'AC1234567',
      },
    });
    expect(travellers.map(({ line }) => line)).toEqual([3, 6]);
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [5, 'no-identity'],
      [6, 'bad-sex'],
      [6, 'bad-country'],
    ]);
  });

  it('without known words is refused as a whole; beyond the limit it is cut', () => {
    expect(readTable(rowsOf(['a', 'b'], ['c', 'd']), 10).faults).toEqual([
      { line: 0, code: 'no-such-columns' },
    ]);
    const many = readTable(rowsOf(['Surname', 'DOB'], ['A', '1980'], ['B', '1980'], ['C', '1980']), 2);
    expect([many.travellers.length, many.faults]).toEqual([2, [{ line: 4, code: 'too-many-lines' }]]);
  });
});

describe('the outcome of a line', () => {
  const match = (type: 'ARREST_PROSECUTION' | 'DISCREET_CHECK', actionsOnHit: ('A1' | 'D1')[]) => ({
    personId: 'p',
    band: 'DOCUMENT_HIT' as const,
    score: 1,
    nameDiffers: false,
    nationalIdEqual: false,
    alerts: [
      {
        id: 'a',
        type,
        priority: 1 as const,
        issuedOn: '2026-01-01',
        actionsOnHit,
        dangerFlags: [],
        isLocated: false,
      },
    ],
  });

  it('is red only with document data, and silent findings show nothing', () => {
    const arrest = [match('ARREST_PROSECUTION', ['A1'])];
    expect(shownResult(decideLine('API', arrest))).toBe('HIT');
    expect(decideLine('PNR', arrest)).toMatchObject({ outcome: 'POSSIBLE', colour: 'AMBER' });
    const discreet = decideLine('API', [match('DISCREET_CHECK', ['D1'])]);
    expect([discreet.outcome, shownResult(discreet)]).toEqual(['SILENT', 'CLEAR']);
  });
});

describe('the life of a list', () => {
  it('goes one way, and new findings ask for another review', () => {
    expect(afterStep('PARSED', 'review')).toBeNull();
    expect(afterStep('SCREENED', 'review')).toBe('REVIEWED');
    expect(afterStep('ARRIVED', 'send')).toBeNull();
    expect(stepsFrom('SCREENED')).toEqual(['review', 'send', 'arrive']);
    expect([afterRescreening('REVIEWED', true), afterRescreening('SENT_TO_POST', true)]).toEqual([
      'SCREENED',
      'SENT_TO_POST',
    ]);
  });
});
