// Words for the traces of accountability reports and of training mode.
import { four } from '../../../i18n/four.ts';

export const reportEvents = {
  'report.listed': four(
    'Отчёттордун тизмеси көрүлдү',
    'Просмотрен список отчётов',
    'Есептер тізімі қаралды',
    'Reports listed',
  ),
  'report.viewed': four('Отчёт көрүлдү', 'Просмотрен отчёт', 'Есеп қаралды', 'Report viewed'),
  'report.frozen': four('Отчёт бекитилди', 'Отчёт зафиксирован', 'Есеп бекітілді', 'Report frozen'),
  'report.published': four(
    'Отчёт башка мамлекеттерге жөнөтүлдү',
    'Отчёт направлен другим государствам',
    'Есеп басқа мемлекеттерге жіберілді',
    'Report published to other states',
  ),
  'report.compared': four(
    'Отчёттор салыштырылды',
    'Отчёты сопоставлены',
    'Есептер салыстырылды',
    'Reports compared',
  ),
  'report.days-closed': four(
    'Күндүн жыйынтыгы чыгарылды',
    'Подведены итоги дня',
    'Күн қорытындысы шығарылды',
    'Sums of a day closed',
  ),
  'training.viewed': four(
    'Көнүгүүлөр көрүлдү',
    'Просмотрены упражнения',
    'Жаттығулар қаралды',
    'Exercises viewed',
  ),
  'training.printed': four(
    'Окуунун жыйынтыгы басылып чыкты',
    'Распечатан результат обучения',
    'Оқу нәтижесі басып шығарылды',
    'Training result printed',
  ),
  'training.answered': four(
    'Көнүгүүгө жооп берилди',
    'Дан ответ на упражнение',
    'Жаттығуға жауап берілді',
    'Exercise answered',
  ),
};
