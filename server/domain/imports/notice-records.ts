// Records of published notice lists in JSON: Interpol notices, FBI posters, FollowTheMoney entities. Only members that were published are read.
import { collect } from './collecting.ts';
import { type ReadingTables, type RecordReading, refusedRecord } from './draft.ts';
import { cut, plainText } from './values.ts';

type Json = Readonly<Record<string, unknown>>;

const text = (value: unknown): string | null =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;
const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one) => text(one) ?? []);
const objects = (value: unknown): Json[] =>
  Array.isArray(value) ? value.filter((one): one is Json => one !== null && typeof one === 'object') : [];

/** An Interpol notice: height in metres or centimetres, 0 for unknown, any list may be null. */
export function readInterpolNotice(notice: Json, tables: ReadingTables): RecordReading {
  const record = collect(tables);
  record.name('PRIMARY', { family: text(notice['name']), given: text(notice['forename']) });
  record.birth(text(notice['date_of_birth']));
  record.sex(text(notice['sex_id']));
  for (const code of texts(notice['nationalities'])) record.nationality(code);
  record.birthCountry(text(notice['country_of_birth_id']));
  record.birthPlace(text(notice['place_of_birth']));
  record.height(text(notice['height']));
  record.weight(text(notice['weight']));
  for (const code of texts(notice['hairs_id']).slice(0, 1)) record.hair(code);
  for (const code of texts(notice['eyes_colors_id']).slice(0, 1)) record.eyes(code);
  for (const code of texts(notice['languages_spoken_ids'])) record.language(code);
  record.mark(text(notice['distinguishing_marks']));
  const charges = objects(notice['arrest_warrants']).map(
    (warrant) => text(warrant['charge_translation']) ?? text(warrant['charge']) ?? '',
  );
  record.reason(charges.filter(Boolean).join('; '));
  const key = text(notice['entity_id']);
  if (key) record.alert.externalRefs = [{ channel: 'INTERPOL_RED', number: cut(key, 60) }];
  return record.finish(key);
}

const CM_PER_INCH = 2.54;
const KG_PER_POUND = 0.453_592_37;
const converted = (value: unknown, factor: number): string | null =>
  typeof value === 'number' && value > 0 ? String(Math.round(value * factor)) : null;

/** An FBI poster: inches and pounds, several dates of birth as used, texts with marks of web pages. */
export function readFbiPoster(poster: Json, tables: ReadingTables): RecordReading {
  const record = collect(tables);
  // Titles may carry a place or a nickname after a dash.
  record.name('PRIMARY', { full: text(poster['title'])?.split(/\s[-–—]\s/u)[0] });
  for (const alias of texts(poster['aliases']))
    record.name('ALIAS_WEAK', { full: alias.replace(/["“”]/gu, '') });
  const births = texts(poster['dates_of_birth_used']);
  for (const date of births) record.birth(date, births.length > 1 ? 'USED' : 'TRUE');
  record.sex(text(poster['sex']));
  record.nationality(text(poster['nationality']));
  record.birthPlace(text(poster['place_of_birth']));
  record.height(converted(poster['height_max'] ?? poster['height_min'], CM_PER_INCH));
  record.weight(converted(poster['weight_max'] ?? poster['weight_min'], KG_PER_POUND));
  record.hair(text(poster['hair']));
  record.eyes(text(poster['eyes']));
  for (const mark of texts(poster['scars_and_marks'])) record.mark(plainText(mark));
  record.reason(plainText([text(poster['description']), text(poster['caution'])].filter(Boolean).join('. ')));
  const key = text(poster['uid']);
  if (key) record.alert.externalRefs = [{ channel: 'NATIONAL', number: cut(key, 60) }];
  return record.finish(key);
}

/** A FollowTheMoney entity; every property is a list, and only persons are taken. */
export function readFtmEntity(entity: Json, tables: ReadingTables): RecordReading {
  const key = text(entity['id']);
  if (entity['schema'] !== 'Person') return refusedRecord('import-not-a-person', key);
  const properties = Object(entity['properties']) as Json;
  const all = (name: string) => texts(properties[name] ?? []);
  const record = collect(tables);
  const [family, given] = [all('lastName')[0], all('firstName')[0]];
  const patronymic = all('fatherName')[0] ?? all('middleName')[0] ?? all('secondName')[0];
  for (const full of all('name')) record.name('PRIMARY', { full });
  if (all('name').length === 0)
    record.name('PRIMARY', { full: text(entity['caption']), family, given, patronymic });
  for (const full of all('alias')) record.name('ALIAS_STRONG', { full });
  for (const full of all('weakAlias')) record.name('ALIAS_WEAK', { full });
  for (const full of all('previousName')) record.name('FORMER', { full });
  for (const date of all('birthDate')) record.birth(date);
  record.sex(all('gender')[0]);
  for (const code of [...all('nationality'), ...all('citizenship')]) record.nationality(code);
  record.birthCountry(all('birthCountry')[0]);
  record.birthPlace(all('birthPlace')[0]);
  for (const number of all('passportNumber'))
    record.document('PASSPORT', number, all('nationality')[0] ?? all('country')[0]);
  for (const number of all('idNumber')) record.nationalId(number);
  record.height(all('height')[0]);
  record.weight(all('weight')[0]);
  record.hair(all('hairColor')[0]);
  record.eyes(all('eyeColor')[0]);
  for (const code of all('spokenLanguage')) record.language(code);
  record.reason(all('notes').join(' ') || null);
  return record.finish(key);
}
