// Who comes to the booth in a benchmark: ordinary travellers, and one in a hundred who is wanted; every second one by his passport's zone.
import { icaoCheckDigit } from '../../server/domain/documents/check-digit.ts';
import { createMix } from '../../server/domain/population/mix.ts';
import { ordinaryTraveller } from '../../server/domain/population/person.ts';
import { createRandom } from '../../server/domain/population/random.ts';
import { loadPopulationTables } from '../../server/platform/name-lists/load.ts';

const WANTED = {
  family: 'TESTBEK UULU',
  given: 'JENISH',
  birthDate: '1980-02-15',
  sex: 'M',
  document: { number: 'PE7654321', state: 'KGZ' },
};

const digit = (field: string): string => field + String(icaoCheckDigit(field));

/** A passport's zone; names of other letters are left to the fields. */
function zoneOf(
  family: string,
  given: string,
  sex: string,
  birth: string,
  state: string,
  number: string,
): string | null {
  const name = `${family}<<${given}`.toUpperCase().replace(/[ -]/g, '<');
  if (!/^[A-Z<]+$/.test(name) || !/^[A-Z0-9]{1,9}$/.test(number)) return null;
  const [document, born, end, optional] = [
    digit(number.padEnd(9, '<')),
    digit(birth.replaceAll('-', '').slice(2)),
    digit('330101'),
    digit('<'.repeat(14)),
  ];
  const composite = icaoCheckDigit(document + born + end + optional);
  return `${`P<${state}${name}`.padEnd(44, '<').slice(0, 44)}\n${document}${state}${born}${sex === 'F' ? 'F' : 'M'}${end}${optional}${composite}`;
}

/** Bodies of checks; the same for every run. */
export function travellers(count: number): object[] {
  const tables = loadPopulationTables();
  const mix = createMix(2026);
  return Array.from({ length: count }, (_, index) => {
    if (index % 100 === 50) return WANTED;
    const { family, given, sex, birth, nationality, documentNumber } = ordinaryTraveller(
      createRandom(77, index),
      tables,
      mix,
    );
    const two = (value: number) => String(value).padStart(2, '0');
    const birthDate = `${birth.year}-${two(birth.month)}-${two(birth.day)}`;
    const mrz = index % 2 === 0 ? zoneOf(family, given, sex, birthDate, nationality, documentNumber) : null;
    if (mrz !== null) return { mrz, checkpoint: 'Bench', direction: 'ENTRY' };
    return {
      family,
      given,
      sex,
      birthDate,
      nationality,
      document: { number: documentNumber, state: nationality },
      checkpoint: 'Bench',
      direction: 'ENTRY',
    };
  });
}
