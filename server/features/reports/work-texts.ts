// The words of the two lists of work: titles, notes, heads of columns, in four languages.
import type { Locale } from '../../domain/access/actor.ts';

type Words = Readonly<Record<Locale, string>>;

const words = (ky: string, ru: string, kk: string, en: string): Words => ({ ky, ru, kk, en });

export const workTexts = {
  stages: words('Иштер баскычтар боюнча', 'Дела по стадиям', 'Істер сатылар бойынша', 'Cases by stage'),
  stagesNote: words(
    'Эсеп бирдиги: иш. Учурдагы абал: {time}.',
    'Единица учёта: дело. Состояние на {time}.',
    'Есеп бірлігі: іс. Қазіргі күйі: {time}.',
    'Counting unit: case. As things stood at {time}.',
  ),
  cases: words(
    'Иштер, шашылыштары биринчи',
    'Дела, сначала срочные',
    'Істер, шұғылдары бірінші',
    'Cases, the most urgent first',
  ),
  casesNote: words(
    'Ар бир баскычтан эң көп дегенде {most} иш: мөөнөтү эң эрте бүткөндөр. Калганы экрандагы тизмеде.',
    'Не более {most} дел каждой стадии: те, чей срок истекает раньше. Остальные — в списке на экране.',
    'Әр сатыдан ең көбі {most} іс: мерзімі ең ерте бітетіндер. Қалғаны экрандағы тізімде.',
    'At most {most} of each stage: those whose clock ends first. The rest is in the list on the screen.',
  ),
  stage: words('Баскыч', 'Стадия', 'Саты', 'Stage'),
  count: words('Иштер', 'Дела', 'Істер', 'Cases'),
  overdue: words('Мөөнөтү өттү', 'Просрочено', 'Мерзімі өтті', 'Overdue'),
  case: words('Иш', 'Дело', 'Іс', 'Case'),
  person: words('Адамдын номери', '№ лица', 'Адам нөмірі', 'Person no.'),
  parties: words('Ким → кимден', 'Кто → у кого', 'Кім → кімнен', 'Who asks → whom'),
  days: words('Күн', 'Дней', 'Күн', 'Days'),
  custody: words('Камак', 'Содержание', 'Қамау', 'Custody'),
  due: words('Мөөнөтү бүтөт', 'Срок истекает', 'Мерзімі бітеді', 'Clock ends'),
  horizon: words(
    'Эмненин мөөнөтү бүтөт',
    'Какие сроки истекают',
    'Нелердің мерзімі бітеді',
    'What falls due',
  ),
  horizonNote: words(
    'Эсеп бирдиги: жүрүп жаткан мөөнөт. Учурдагы абал: {time}.',
    'Единица учёта: текущий срок. Состояние на {time}.',
    'Есеп бірлігі: жүріп жатқан мерзім. Қазіргі күйі: {time}.',
    'Counting unit: running clock. As things stood at {time}.',
  ),
  when: words('Качан', 'Когда', 'Қашан', 'When'),
  week: words('7 күндүн ичинде', 'В течение 7 дней', '7 күн ішінде', 'Within 7 days'),
  month: words('30 күндүн ичинде', 'В течение 30 дней', '30 күн ішінде', 'Within 30 days'),
  later: words('Кийинчерээк', 'Позднее', 'Кейінірек', 'Later'),
  total: words('Бардыгы', 'Всего', 'Барлығы', 'Total'),
  HARD: words('Мыйзам чеги', 'Предел по закону', 'Заң шегі', 'Limit of law'),
  SOFT: words('Иштин мөөнөтү', 'Рабочий срок', 'Жұмыс мерзімі', 'Working term'),
  clocks: words('Жүрүп жаткан мөөнөттөр', 'Текущие сроки', 'Жүріп жатқан мерзімдер', 'Running clocks'),
  clocksNote: words(
    'Эң эрте бүткөнү биринчи, эң көп дегенде {most}. Убакыт: {zone}.',
    'Сначала истекающие раньше, не более {most}. Время: {zone}.',
    'Ең ерте бітетіні бірінші, ең көбі {most}. Уақыт: {zone}.',
    'Those that end first, at most {most}. Time: {zone}.',
  ),
  clock: words('Мөөнөт', 'Срок', 'Мерзім', 'Clock'),
  kind: words('Түрү', 'Вид', 'Түрі', 'Kind'),
  left: words('Калган күн', 'Осталось дней', 'Қалған күн', 'Days left'),
  none: words('Эч нерсе жок.', 'Ничего нет.', 'Ештеңе жоқ.', 'There is none.'),
} as const satisfies Readonly<Record<string, Words>>;
