// Why a treaty governs or not, and the words of its rules.
import { four } from './four.ts';
import type { TextTable } from './texts.tsx';

export const chainWords = {
  CHOSEN: four('колдонулат', 'применяется', 'қолданылады', 'governs'),
  LATER_IN_ORDER: four('кезеги кийин', 'ниже по порядку', 'реті кейін', 'later in the order'),
  REPLACED: four('ордун башка келишим басты', 'заменён', 'орнын басқа шарт басты', 'replaced'),
  NOT_A_PARTY: four('катышуучу эмес', 'не участник', 'қатысушы емес', 'not a party'),
  NOT_A_BASIS: four(
    'негиз катары таанылбайт',
    'не признан основанием',
    'негіз ретінде танылмайды',
    'not taken as a basis',
  ),
  OTHER_OFFENCES: four(
    'башка кылмыштар үчүн',
    'для иных преступлений',
    'өзге қылмыстар үшін',
    'for other offences',
  ),
} satisfies TextTable;

export const treatyKindWords = {
  TREATY: four('Келишим', 'Договор', 'Шарт', 'Treaty'),
  NATIONAL: four('Улуттук мыйзам', 'Национальный закон', 'Ұлттық заң', 'National law'),
  DEFAULTS: four('Ички эрежелер', 'Внутренние правила', 'Ішкі ережелер', 'House rules'),
} satisfies TextTable;

export const unitWords = {
  HOURS: four('саат', 'ч', 'сағат', 'hours'),
  DAYS: four('күн', 'дн.', 'күн', 'days'),
  MONTHS: four('ай', 'мес.', 'ай', 'months'),
} satisfies TextTable;

export const expiryWords = {
  RELEASE: four('бошотуу', 'освобождение', 'босату', 'release'),
  MAY_RELEASE: four('бошотууга болот', 'можно освободить', 'босатуға болады', 'may release'),
  REMIND: four('эскертүү', 'напоминание', 'еске салу', 'reminder'),
  REFUSE_POSSIBLE: four('баш тартууга болот', 'можно отказать', 'бас тартуға болады', 'may refuse'),
} satisfies TextTable;
