// Bands of a match and the policies that draw them, in words.
import type { MatchPolicy } from '../../../server/domain/matching/policy.ts';
import { four } from './four.ts';
import type { Text, TextTable } from './texts.tsx';

export const bandWords = {
  DOCUMENT_HIT: four('Документ дал келет', 'Совпал документ', 'Құжат сәйкес', 'Document agrees'),
  STRONG: four('Күчтүү дал келүү', 'Сильное совпадение', 'Күшті сәйкестік', 'Strong match'),
  POSSIBLE: four('Мүмкүн болгон дал келүү', 'Возможное совпадение', 'Ықтимал сәйкестік', 'Possible match'),
  WEAK: four('Алсыз дал келүү', 'Слабое совпадение', 'Әлсіз сәйкестік', 'Weak match'),
  NONE: four('Дал келбейт', 'Не совпадает', 'Сәйкес емес', 'No match'),
} satisfies TextTable;

export const policyNameWords = {
  BORDER: four('Чек ара', 'Граница', 'Шекара', 'Border'),
  INVESTIGATOR: four('Тергөөчү', 'Следователь', 'Тергеуші', 'Investigator'),
  BATCH: four('Жүргүнчүлөр тизмеси', 'Список пассажиров', 'Жолаушылар тізімі', 'Passenger list'),
  DUPLICATE: four('Кайталануулар', 'Дубликаты', 'Қайталанулар', 'Duplicates'),
} satisfies Record<MatchPolicy['code'], Text>;
