// Names of the screens in the menu.
import type { TextTable } from '../i18n/texts.tsx';

export const navTexts = {
  menu: { ky: 'Меню', ru: 'Меню', kk: 'Мәзір', en: 'Menu' },
  border: { ky: 'Чек ара', ru: 'Граница', kk: 'Шекара', en: 'Border' },
  registry: { ky: 'Реестр', ru: 'Реестр', kk: 'Тізілім', en: 'Registry' },
  extradition: { ky: 'Экстрадиция', ru: 'Экстрадиция', kk: 'Экстрадиция', en: 'Extradition' },
  accountability: { ky: 'Көзөмөл', ru: 'Контроль', kk: 'Бақылау', en: 'Accountability' },
  administration: { ky: 'Башкаруу', ru: 'Администрирование', kk: 'Әкімшілік', en: 'Administration' },
  own: { ky: 'Мен', ru: 'Я', kk: 'Мен', en: 'Me' },
  account: { ky: 'Каттоо жазуум', ru: 'Учётная запись', kk: 'Тіркелгі', en: 'Account' },
} satisfies TextTable;
