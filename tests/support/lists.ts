// Passenger lists for tests: files of invented travellers in the forms in which carriers send them.

import { createMix } from '../../server/domain/population/mix.ts';
import { ordinaryTraveller } from '../../server/domain/population/person.ts';
import { createRandom } from '../../server/domain/population/random.ts';
import { loadPopulationTables } from '../../server/platform/name-lists/load.ts';

export interface Passenger {
  readonly family: string;
  readonly given: string;
  readonly birth: string;
  readonly sex: string;
  readonly document: string;
  readonly state: string;
}

const two = (value: number) => String(value).padStart(2, '0');

/** The same number gives the same people. */
export function inventPassengers(count: number, series = 22): Passenger[] {
  const tables = loadPopulationTables();
  const mix = createMix(2026);
  return Array.from({ length: count }, (_, index) => {
    const { family, given, sex, birth, nationality, documentNumber } = ordinaryTraveller(
      createRandom(series, index),
      tables,
      mix,
    );
    const date = `${birth.year}-${two(birth.month ?? 1)}-${two(birth.day ?? 1)}`;
    return { family, given, birth: date, sex, document: documentNumber, state: nationality };
  });
}

export const csvOf = (people: readonly Passenger[], broken: readonly string[] = []): string =>
  [
    'Фамилия;Имя;Дата рождения;Пол;Номер паспорта;Страна выдачи',
    ...people.map(({ family, given, birth, sex, document, state }) =>
      [family, given, birth, sex, document, state].join(';'),
    ),
    ...broken,
  ].join('\r\n');
