// Texts of the calendar of deadlines.
import { four } from '../../i18n/four.ts';
import type { TextTable } from '../../i18n/texts.tsx';

export const deadlineTexts = {
  title: four('Мөөнөттөр', 'Сроки', 'Мерзімдер', 'Deadlines'),
  lead: four(
    'Иштердин бардык жүрүп жаткан мөөнөттөрү. Өтүп кеткендери жашырылбайт.',
    'Все текущие сроки дел. Пропущенные не скрываются.',
    'Істердің барлық жүріп жатқан мерзімдері. Өтіп кеткендері жасырылмайды.',
    'All running clocks of cases. What is overdue is never hidden.',
  ),
  view: four('Көрүнүшү', 'Вид', 'Көрінісі', 'View'),
  month: four('Ай', 'Месяц', 'Ай', 'Month'),
  list: four('Тизме', 'Список', 'Тізім', 'List'),
  before: four('Мурунку ай', 'Предыдущий месяц', 'Алдыңғы ай', 'Month before'),
  after: four('Кийинки ай', 'Следующий месяц', 'Келесі ай', 'Next month'),
  overdue: four('Мөөнөтү өттү', 'Просрочено', 'Мерзімі өтті', 'Overdue'),
  overdueCount: four(
    'Мөөнөтү өткөнү: {count}',
    'Пропущено сроков: {count}',
    'Мерзімі өткені: {count}',
    'Overdue: {count}',
  ),
  more: four('дагы {count}', 'ещё {count}', 'тағы {count}', '{count} more'),
  none: four(
    'Жүрүп жаткан мөөнөт жок',
    'Текущих сроков нет',
    'Жүріп жатқан мерзім жоқ',
    'No clock is running',
  ),
  due: four('Бүтөт', 'Истекает', 'Бітеді', 'Ends'),
  left: four('Калды', 'Осталось', 'Қалды', 'Left'),
  clock: four('Мөөнөт', 'Срок', 'Мерзім', 'Clock'),
  case: four('Иш', 'Дело', 'Іс', 'Case'),
  stage: four('Баскыч', 'Стадия', 'Саты', 'Stage'),
  type: four('Түрү', 'Вид', 'Түрі', 'Kind'),
  HARD: four('катуу', 'жёсткий', 'қатаң', 'hard'),
  SOFT: four('жумшак', 'мягкий', 'жұмсақ', 'soft'),
  feed: four(
    'Календарь программасы үчүн дарек',
    'Адрес для программы-календаря',
    'Күнтізбе бағдарламасына арналған мекенжай',
    'Address for a calendar program',
  ),
  feedText: four(
    'Дарек сиздин мөөнөттөрдү аттарсыз көрсөтөт. Жаңы дарек эскисин жабат.',
    'По адресу видны ваши сроки без имён. Новый адрес закрывает прежний.',
    'Мекенжай мерзімдеріңізді есімсіз көрсетеді. Жаңасы ескісін жабады.',
    'It shows your deadlines without names. A new address ends the old one.',
  ),
  openFeed: four('Дарек түзүү', 'Создать адрес', 'Мекенжай жасау', 'Make an address'),
  closeFeed: four('Даректи жабуу', 'Закрыть адрес', 'Мекенжайды жабу', 'End the address'),
  closed: four('Дарек жабылды', 'Адрес закрыт', 'Мекенжай жабылды', 'The address has ended'),
} satisfies TextTable;
