// Texts of the clocks of a case.
import { four } from '../../i18n/four.ts';
import type { TextTable } from '../../i18n/texts.tsx';

export const clockTexts = {
  started: four('{at} башталган', 'Начат {at}', '{at} басталды', 'Started {at}'),
  due: four('{at} бүтөт', 'Истекает {at}', '{at} бітеді', 'Ends {at}'),
  OVERDUE: four('МӨӨНӨТ ӨТТҮ', 'ПРОСРОЧЕНО', 'МЕРЗІМІ ӨТТІ', 'OVERDUE'),
  RUNNING: four('жүрүүдө', 'идёт', 'жүріп жатыр', 'running'),
  PAUSED: four('токтоп турат', 'приостановлен', 'тоқтап тұр', 'paused'),
  STOPPED: four('бүттү', 'остановлен', 'тоқтады', 'stopped'),
  ENDED: four('аяктады', 'истёк', 'аяқталды', 'ended'),
  HARD: four('катуу', 'жёсткий', 'қатаң', 'hard'),
  SOFT: four('жумшак', 'мягкий', 'жұмсақ', 'soft'),
  basis: four('Эсеп', 'Расчёт', 'Есеп', 'Reckoning'),
  profile: four('Профиль', 'Профиль', 'Профиль', 'Profile'),
  history: four('Эсептин тарыхы', 'История расчёта', 'Есеп тарихы', 'History of the reckoning'),
  extend: four('Узартуу', 'Продлить', 'Ұзарту', 'Extend'),
  recompute: four('Кайра эсептөө', 'Пересчитать', 'Қайта есептеу', 'Recompute'),
  days: four('Күн', 'Дней', 'Күн', 'Days'),
  startedAt: four(
    'Мыйзам ушул учурдан эсептейт',
    'Момент, с которого считает закон',
    'Заң осы сәттен есептейді',
    'Instant from which the law counts',
  ),
  legalRef: four('Мыйзамга шилтеме', 'Ссылка на закон', 'Заңға сілтеме', 'Legal reference'),
  reason: four('Себеби', 'Основание', 'Негізі', 'Reason'),
  extended: four(
    '{count} күнгө узартылган',
    'продлён на {count} дн.',
    '{count} күнге ұзартылған',
    'extended by {count} days',
  ),
  START: four('Башталды', 'Начат', 'Басталды', 'Started'),
  STOP: four('Токтоду', 'Остановлен', 'Тоқтады', 'Stopped'),
  PAUSE: four('Тыныгуу', 'Приостановлен', 'Үзіліс', 'Paused'),
  RESUME: four('Улантылды', 'Возобновлён', 'Жалғасты', 'Resumed'),
  EXTEND: four('Узартылды', 'Продлён', 'Ұзартылды', 'Extended'),
  RECOMPUTE: four('Кайра эсептелди', 'Пересчитан', 'Қайта есептелді', 'Recomputed'),
  ended: four('Бүткөн мөөнөттөр', 'Завершённые сроки', 'Аяқталған мерзімдер', 'Clocks that have ended'),
} satisfies TextTable;
