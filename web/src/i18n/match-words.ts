// Bands and flags of a match in words.
import { four } from './four.ts';
import type { TextTable } from './texts.tsx';

export const bandWords = {
  DOCUMENT_HIT: four('Документ дал келет', 'Совпал документ', 'Құжат сәйкес', 'Document agrees'),
  STRONG: four('Күчтүү дал келүү', 'Сильное совпадение', 'Күшті сәйкестік', 'Strong match'),
  POSSIBLE: four('Мүмкүн болгон дал келүү', 'Возможное совпадение', 'Ықтимал сәйкестік', 'Possible match'),
  WEAK: four('Алсыз дал келүү', 'Слабое совпадение', 'Әлсіз сәйкестік', 'Weak match'),
  NONE: four('Дал келбейт', 'Не совпадает', 'Сәйкес емес', 'No match'),
} satisfies TextTable;
