// Records of sanction lists in XML: entries of the OFAC SDN list and individuals of the UN consolidated list.
import { collect } from './collecting.ts';
import { type ReadingTables, type RecordReading, refusedRecord } from './draft.ts';
import { cut } from './values.ts';

/** An element with what stands in it; `text` is its own text, trimmed. */
export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** @returns the elements at a path of names below the element */
function at(element: XmlElement, ...path: string[]): XmlElement[] {
  return path.reduce<XmlElement[]>(
    (found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [element],
  );
}

const textAt = (element: XmlElement, ...path: string[]): string | null =>
  at(element, ...path)[0]?.text || null;

const idKind = (type: string): 'PASSPORT' | 'ID' | 'NATIONAL_ID' | null => {
  if (/passport/iu.test(type)) return 'PASSPORT';
  if (/national id|identification number|tax id|personal id|cedula|d\.n\.i/iu.test(type))
    return 'NATIONAL_ID';
  return /identity card|id card|national identification/iu.test(type) ? 'ID' : null;
};

/** An entry of the SDN list. Weak aliases stay weak: they raise no alarm by themselves. */
export function readOfacEntry(entry: XmlElement, tables: ReadingTables): RecordReading {
  const uid = textAt(entry, 'uid');
  if (textAt(entry, 'sdnType') !== 'Individual') return refusedRecord('import-not-a-person', uid);
  const record = collect(tables);
  record.name('PRIMARY', { family: textAt(entry, 'lastName'), given: textAt(entry, 'firstName') });
  for (const aka of at(entry, 'akaList', 'aka')) {
    const former = /f\.k\.a/iu.test(textAt(aka, 'type') ?? '');
    const strong = textAt(aka, 'category') === 'strong';
    record.name(former ? 'FORMER' : strong ? 'ALIAS_STRONG' : 'ALIAS_WEAK', {
      family: textAt(aka, 'lastName'),
      given: textAt(aka, 'firstName'),
    });
  }
  for (const item of at(entry, 'dateOfBirthList', 'dateOfBirthItem'))
    record.birth(textAt(item, 'dateOfBirth'));
  for (const item of at(entry, 'nationalityList', 'nationality')) record.nationality(textAt(item, 'country'));
  for (const item of at(entry, 'citizenshipList', 'citizenship')) record.nationality(textAt(item, 'country'));
  record.birthPlace(textAt(entry, 'placeOfBirthList', 'placeOfBirthItem', 'placeOfBirth'));
  for (const id of at(entry, 'idList', 'id')) {
    const [type, number] = [textAt(id, 'idType') ?? '', textAt(id, 'idNumber')];
    if (/gender/iu.test(type)) record.sex(number);
    const kind = idKind(type);
    if (kind === 'NATIONAL_ID') record.nationalId(number);
    else if (kind) record.document(kind, number, textAt(id, 'idCountry'), textAt(id, 'expirationDate'));
  }
  const programs = at(entry, 'programList', 'program').map(({ text }) => text);
  if (programs.length > 0) record.alert.legalBasis = programs.map((program) => cut(`OFAC ${program}`, 300));
  record.reason(textAt(entry, 'remarks') ?? textAt(entry, 'title'));
  return record.finish(uid);
}

/** An individual of the UN list: names in four places, quality of aliases Good or Low. */
export function readUnIndividual(individual: XmlElement, tables: ReadingTables): RecordReading {
  const record = collect(tables);
  const parts = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'].flatMap(
    (part) => textAt(individual, part) ?? [],
  );
  record.name('PRIMARY', { full: parts.join(' ') });
  record.name('PRIMARY', { full: textAt(individual, 'NAME_ORIGINAL_SCRIPT') });
  for (const alias of at(individual, 'INDIVIDUAL_ALIAS'))
    record.name(textAt(alias, 'QUALITY') === 'Good' ? 'ALIAS_STRONG' : 'ALIAS_WEAK', {
      full: textAt(alias, 'ALIAS_NAME'),
    });
  for (const birth of at(individual, 'INDIVIDUAL_DATE_OF_BIRTH')) {
    const [from, to] = [textAt(birth, 'FROM_YEAR'), textAt(birth, 'TO_YEAR')];
    const date = textAt(birth, 'DATE') ?? textAt(birth, 'YEAR');
    const about = textAt(birth, 'TYPE_OF_DATE') === 'APPROXIMATELY' ? 'circa ' : '';
    if (from && to) record.birth(`${from} to ${to}`);
    else if (date) record.birth(`${about}${date}`);
  }
  record.sex(textAt(individual, 'GENDER'));
  for (const value of at(individual, 'NATIONALITY', 'VALUE')) record.nationality(value.text);
  const [place] = at(individual, 'INDIVIDUAL_PLACE_OF_BIRTH');
  if (place) {
    const words = ['CITY', 'STATE_PROVINCE', 'COUNTRY'].flatMap((part) => textAt(place, part) ?? []);
    record.birthPlace(words.join(', '));
    record.birthCountry(textAt(place, 'COUNTRY'));
  }
  for (const document of at(individual, 'INDIVIDUAL_DOCUMENT')) {
    const [type, number] = [textAt(document, 'TYPE_OF_DOCUMENT') ?? '', textAt(document, 'NUMBER')];
    const issuer = textAt(document, 'ISSUING_COUNTRY') ?? textAt(document, 'COUNTRY_OF_ISSUE');
    const kind = idKind(type);
    if (kind === 'NATIONAL_ID') record.nationalId(number);
    else if (kind) record.document(kind, number, issuer);
  }
  record.reason(textAt(individual, 'COMMENTS1'));
  const reference = textAt(individual, 'REFERENCE_NUMBER');
  const listedOn = record.day(textAt(individual, 'LISTED_ON'), 'LISTED_ON');
  if (listedOn) record.alert.issuedOn = listedOn;
  if (reference) record.alert.legalBasis = [cut(`UN ${reference}`, 300)];
  return record.finish(reference ?? textAt(individual, 'DATAID'));
}
