// Texts of the case on paper.
import { four } from '../../i18n/four.ts';
import type { TextTable } from '../../i18n/texts.tsx';

export const sheetTexts = {
  lead: four(
    'Иштин барагы, {at} абалы боюнча',
    'Лист дела по состоянию на {at}',
    'Іс парағы, {at} жағдайы бойынша',
    'Case sheet as of {at}',
  ),
  back: four('Ишке кайтуу', 'К делу', 'Іске қайту', 'Back to the case'),
  clock: four('Мөөнөт', 'Срок', 'Мерзім', 'Clock'),
  from: four('Башталышы', 'Начало', 'Басы', 'From'),
  until: four('Аягы', 'Конец', 'Соңы', 'Until'),
  state: four('Абалы', 'Состояние', 'Күйі', 'State'),
  no: four('№', '№', '№', 'No'),
  at: four('Качан', 'Когда', 'Қашан', 'When'),
  what: four('Эмне', 'Что', 'Не', 'What'),
  who: four('Ким', 'Кто', 'Кім', 'Who'),
  where: four('Кайда', 'Где', 'Қайда', 'Where'),
  own: four('өзүбүз үчүн гана', 'только для нас', 'тек өзіміз үшін', 'seen by us only'),
  history: four('Тарыхы', 'Ход дела', 'Тарихы', 'History'),
  credit: four(
    'Эсепке алынуучу камак: {count} күн',
    'К зачёту под стражей: {count} дн.',
    'Есептелетін қамау: {count} күн',
    'Custody to be credited: {count} days',
  ),
  complete: four(
    'Талап кылынган документтер толук.',
    'Требуемые документы есть все.',
    'Талап етілген құжаттар толық.',
    'All required papers are there.',
  ),
  lacks: four('Жетишпейт: {list}', 'Недостаёт: {list}', 'Жетіспейді: {list}', 'Still missing: {list}'),
} satisfies TextTable;
