// How a person looks, in words.
import { four } from './four.ts';
import type { TextTable } from './texts.tsx';

export const buildWords = {
  SLIM: four('арык', 'худощавое', 'арық', 'slim'),
  MEDIUM: four('орточо', 'среднее', 'орташа', 'medium'),
  ATHLETIC: four('чымыр', 'атлетическое', 'шымыр', 'athletic'),
  HEAVY: four('толук', 'полное', 'толық', 'heavy'),
} satisfies TextTable;

export const hairWords = {
  BLACK: four('кара', 'чёрные', 'қара', 'black'),
  BROWN: four('күрөң', 'тёмно-русые', 'қоңыр', 'brown'),
  BLOND: four('сары', 'светлые', 'ақсары', 'blond'),
  RED: four('жээрде', 'рыжие', 'жирен', 'red'),
  GREY: four('буурул', 'седеющие', 'бурыл', 'grey'),
  WHITE: four('ак', 'седые', 'ақ', 'white'),
  BALD: four('таз', 'лысый', 'таз', 'bald'),
  DYED: four('боёлгон', 'крашеные', 'боялған', 'dyed'),
  OTHER: four('башка', 'другие', 'басқа', 'other'),
} satisfies TextTable;

export const eyeWords = {
  BROWN: four('күрөң', 'карие', 'қоңыр', 'brown'),
  BLUE: four('көк', 'голубые', 'көк', 'blue'),
  GREEN: four('жашыл', 'зелёные', 'жасыл', 'green'),
  GREY: four('боз', 'серые', 'сұр', 'grey'),
  HAZEL: four('ачык күрөң', 'светло-карие', 'ашық қоңыр', 'hazel'),
  BLACK: four('кара', 'чёрные', 'қара', 'black'),
  DIFFERENT: four('эки түстүү', 'разного цвета', 'екі түрлі', 'of two colours'),
  OTHER: four('башка', 'другие', 'басқа', 'other'),
} satisfies TextTable;

export const markWords = {
  SCAR: four('тырык', 'шрам', 'тыртық', 'scar'),
  TATTOO: four('татуировка', 'татуировка', 'татуировка', 'tattoo'),
  MOLE: four('мең', 'родинка', 'мең', 'mole'),
  AMPUTATION: four('ампутация', 'ампутация', 'ампутация', 'amputation'),
  PIERCING: four('пирсинг', 'пирсинг', 'пирсинг', 'piercing'),
  DEFORMITY: four('деформация', 'деформация', 'деформация', 'deformity'),
  OTHER: four('башка', 'другое', 'басқа', 'other'),
} satisfies TextTable;
