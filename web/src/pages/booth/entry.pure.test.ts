// What the field of the booth takes for a zone, a number or a name, and when a zone is whole.
import { describe, expect, it } from 'vitest';
import { TD1, TD2, TD3 } from '../../../../tests/support/sample-zones.ts';
import { isFull, readEntry } from './entry.ts';

describe('the field of the booth', () => {
  it.each([TD1, TD2, TD3])('waits for the last line of a zone, and not a sign less', (...lines) => {
    const whole = lines.join('\n');
    expect(readEntry(whole)).toMatchObject({ kind: 'mrz', complete: true, text: whole });
    expect(isFull(readEntry(whole))).toBe(true);
    for (let count = 30; count < whole.length; count++) {
      const part = readEntry(whole.slice(0, count));
      expect(part.kind).toBe('mrz');
      expect(isFull(part), whole.slice(0, count)).toBe(false);
    }
    expect(readEntry(lines.slice(0, -1).join('\n')).complete).toBe(false);
  });

  it('takes any ends of lines, small letters, and one text without ends', () => {
    expect(readEntry(`${TD3[0]}\r\n${TD3[1]}\r\n`).text).toBe(TD3.join('\n'));
    expect(readEntry(`${TD3[0]}\t${TD3[1]}`.toLowerCase()).text).toBe(TD3.join('\n'));
    expect(readEntry(TD3.join('')).complete).toBe(true);
  });

  it('takes a name line whose fillers at the end are missing', () => {
    expect(readEntry(`P<KGZTESTBEKOV<<ZHENISH\n${TD3[1]}`).complete).toBe(true);
    expect(readEntry(`${TD1[0]}\n${TD1[1]}\nTESTBEKOV<<ZHENISH`).complete).toBe(true);
  });

  it('turns back what a reader typed through a Cyrillic keyboard layout', () => {
    const typed =
      'ЗБЛПЯЕУЫЕИУЛЩМББЯРУТШЫРБББББББББББББББББББББ\nФС12345674ЛПЯ8002158Ь31010122150219801234558';
    expect(readEntry(typed)).toMatchObject({
      kind: 'mrz',
      complete: true,
      relaid: true,
      text: TD3.join('\n'),
    });
  });

  it.each([
    ['AC1234567', 'document'],
    ['ac 123 45 67', 'document'],
    ['N12345678', 'document'],
    ['4509 123456', 'document'],
    ['№ 7000000010', 'document'],
    ['Жумабаев Азамат', 'name'],
    ['JUMABAYEV AZAMAT 1980', 'name'],
    ['Ким', 'name'],
  ])('takes %s for a %s', (text, kind) => {
    expect(readEntry(text).kind).toBe(kind);
  });

  it('lets the officer say what it is', () => {
    expect(readEntry('AC1234567', 'name')).toMatchObject({ kind: 'name', text: 'AC1234567' });
    expect(readEntry('AC1234567', 'mrz').complete).toBe(false);
  });

  it('takes a date behind a name for the date of birth', () => {
    expect(readEntry('Жумабаев Азамат 15.02.1980')).toMatchObject({
      text: 'Жумабаев Азамат',
      birthDate: '15.02.1980',
    });
    expect(readEntry('JUMABAYEV AZAMAT, 1980-02')).toMatchObject({
      text: 'JUMABAYEV AZAMAT',
      birthDate: '1980-02',
    });
  });
});
