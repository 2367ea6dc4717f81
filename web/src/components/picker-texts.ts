// Texts of choosing a person.
import { four } from '../i18n/four.ts';
import type { TextTable } from '../i18n/texts.tsx';

export const pickerTexts = {
  label: four('Адам', 'Лицо', 'Адам', 'Person'),
  help: four(
    'Каттоо номери же аты-жөнү; Enter издейт.',
    'Регистрационный номер или имя; Enter ищет.',
    'Тіркеу нөмірі немесе аты-жөні; Enter іздейді.',
    'Registry number or name; Enter searches.',
  ),
  search: four('Издөө', 'Найти', 'Іздеу', 'Search'),
  found: four('Табылгандар', 'Найденные', 'Табылғандар', 'Found'),
  none: four(
    'Сизге жеткиликтүү мындай жазуу табылган жок.',
    'Доступной вам записи не найдено.',
    'Сізге қолжетімді ондай жазба табылмады.',
    'No record that is open to you was found.',
  ),
  change: four('Башканы тандоо', 'Выбрать другое', 'Басқасын таңдау', 'Choose another'),
} satisfies TextTable;
