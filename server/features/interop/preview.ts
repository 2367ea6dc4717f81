// A person in a few lines of HTML, for the small frame that a program shows beside a candidate.
import { formatPartialDate, partialDateOf } from '../../domain/dates/partial-date.ts';
import type { OpenPerson } from '../persons/service.ts';
import { captionOf } from './entity.ts';

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/gu, (mark) => MARKS[mark] ?? mark);

/** @param wanted an alert that the reader may see is in force */
export function previewOf(person: OpenPerson, wanted: boolean): Buffer {
  const { row, names, birthDates, nationalities } = person;
  const caption = captionOf(person);
  const lines = [
    names.flatMap(({ full, type }) => (type === 'MISUSED' || full === caption ? [] : [full])).join('; '),
    birthDates.map(({ year, month, day }) => formatPartialDate(partialDateOf(year, month, day))).join(', '),
    nationalities.map(({ country }) => country).join(', '),
    [row.registryNumber, ...(wanted ? ['wanted'] : [])].join(' · '),
  ];
  const paragraphs = lines.filter(Boolean).map((line) => `<p>${escaped(line)}</p>`);
  return Buffer.from(
    `<!doctype html><html><head><meta charset="utf-8"><title>${escaped(caption)}</title></head>` +
      `<body><h1>${escaped(caption)}</h1>${paragraphs.join('')}</body></html>`,
  );
}
