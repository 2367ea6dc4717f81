// Tables of passengers: which column is what, by the words that carriers and ministries write above them.
import {
  judgeLine,
  type LineFault,
  type ListReading,
  type TravellerField,
  type TravellerLine,
} from './traveller.ts';

type Column = TravellerField | 'kind';

/** Words above a column, in lower case, letters and digits only; Russian, English, Kyrgyz, Kazakh. */
const ALIASES: Readonly<Record<Column, string>> = {
  kind: 'kind type passengertype crew тип категория категорияпассажира экипаж',
  name: 'name fullname passenger passengername фио имяифамилия фамилияимя фамилияимяотчество пассажир атыжөнү тегіаты толукаты',
  family: 'family familyname lastname surname фамилия фамилиялат тек тегі фамилиясы',
  given: 'given givenname givennames firstname forename имя имялат имена аты есімі ысымы',
  patronymic: 'patronymic middlename secondname отчество атасыныныаты әкесініңаты',
  birthDate:
    'birthdate dateofbirth dob birth датарождения рождение дата др датарожд туулганкүнү туғанкүні годрождения',
  sex: 'sex gender пол жынысы',
  nationality: 'nationality citizenship гражданство странагражданства жарандыгы азаматтығы подданство',
  documentType: 'documenttype doctype типдокумента виддокумента',
  documentNumber:
    'document documentnumber docnumber docno passport passportnumber passportno документ номердокумента паспорт номерпаспорта паспортномер серияиномер паспортсерияиномер құжатнөмірі документномери',
  documentState:
    'documentstate issuingstate issuingcountry issuedby documentcountry странавыдачи странадокумента выдан государствовыдачи',
  documentExpiry:
    'documentexpiry expiry expirydate validuntil действителендо срокдействия срокдействиядокумента',
  nationalId: 'nationalid personalnumber pin inn iin пин инн иин жшн жсн персональныйномер',
  booking: 'booking pnr recordlocator reservation бронь номерброни пнр',
  seat: 'seat seatnumber место номерместа орун орын',
};

const WORDS: ReadonlyMap<string, Column> = new Map(
  Object.entries(ALIASES).flatMap(([column, words]) =>
    words.split(' ').map((word) => [word, column as Column]),
  ),
);

/** Above a column of lists in the API's own words, `birth_date` and `Birth date` are one. */
const wordOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[^\p{L}\p{N}]/gu, '');

const SEXES: Readonly<Record<string, 'M' | 'F' | 'U'>> = {
  m: 'M',
  male: 'M',
  м: 'M',
  муж: 'M',
  мужской: 'M',
  эркек: 'M',
  ер: 'M',
  f: 'F',
  female: 'F',
  ж: 'F',
  жен: 'F',
  женский: 'F',
  аял: 'F',
  әйел: 'F',
  x: 'U',
  u: 'U',
};

const CREW = /^(?:c|crew|fm|экипаж|член экипажа)$/i;

/** Rows above the words: a title, the flight. */
const TITLE_ROWS = 10;
const FEWEST_COLUMNS = 2;

function columnsOf(row: readonly string[]): (Column | undefined)[] | null {
  const seen = new Set<Column>();
  const columns = row.map((cell) => {
    const column = WORDS.get(wordOf(cell));
    // The first column of a name counts: lists repeat words for return flights.
    if (column === undefined || seen.has(column)) return undefined;
    seen.add(column);
    return column;
  });
  const isHeader =
    seen.size >= FEWEST_COLUMNS && (seen.has('name') || seen.has('family') || seen.has('documentNumber'));
  return isHeader ? columns : null;
}

function travellerOf(line: number, cells: Partial<Record<Column, string>>) {
  const { sex, kind, ...texts } = cells;
  const asked = sex?.trim().toLowerCase().replace(/\.$/, '') ?? '';
  const known = SEXES[asked];
  const raw: TravellerLine = {
    ...texts,
    kind: CREW.test(kind?.trim() ?? '') ? 'CREW' : 'PASSENGER',
    ...(known && { sex: known }),
  };
  const judged = judgeLine(line, raw);
  const bad: LineFault[] = asked !== '' && !known ? [{ line, field: 'sex', code: 'bad-sex' }] : [];
  return { traveller: judged.traveller, faults: [...bad, ...judged.faults] };
}

/**
 * @param rows texts as they stand in the file, with the line of each
 * @param most lines that a list may have; those beyond are one fault
 */
export function readTable(
  rows: readonly { readonly line: number; readonly cells: readonly string[] }[],
  most: number,
): Omit<ListReading, 'flight'> {
  const top = rows.slice(0, TITLE_ROWS).findIndex(({ cells }) => columnsOf(cells) !== null);
  const columns = top < 0 ? null : columnsOf(rows[top]?.cells ?? []);
  if (!columns) return { travellers: [], faults: [{ line: 0, code: 'no-such-columns' }] };
  const travellers: { line: number; traveller: TravellerLine }[] = [];
  const faults: LineFault[] = [];
  for (const { line, cells } of rows.slice(top + 1)) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (travellers.length >= most) {
      faults.push({ line, code: 'too-many-lines' });
      break;
    }
    const named: Partial<Record<Column, string>> = {};
    columns.forEach((column, index) => {
      if (column !== undefined) named[column] = cells[index] ?? '';
    });
    const result = travellerOf(line, named);
    faults.push(...result.faults);
    if (result.traveller) travellers.push({ line, traveller: result.traveller });
  }
  return { travellers, faults };
}
