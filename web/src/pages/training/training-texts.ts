// Texts of training.
import { four } from '../../i18n/four.ts';
import type { TextTable } from '../../i18n/texts.tsx';

export const trainingTexts = {
  title: four('Көнүгүүлөр', 'Упражнения', 'Жаттығулар', 'Exercises'),
  lead: four(
    'Бардык адамдар ойдон чыгарылган. Биринчи жооп эсептелет; каалаганча кайталай аласыз.',
    'Все лица вымышлены. Засчитывается первый ответ; повторять можно сколько угодно.',
    'Барлық адамдар ойдан шығарылған. Бірінші жауап есептеледі; қалағанша қайталай аласыз.',
    'All persons are invented. The first answer counts; repeat as often as you like.',
  ),
  MRZ: four('Документти окуу', 'Чтение документа', 'Құжатты оқу', 'Reading a document'),
  FALSE_MATCH: four('Жалган дал келүү', 'Ложное совпадение', 'Жалған сәйкестік', 'False match'),
  STALE_ALERT: four('Эскирген жарыя', 'Устаревшее объявление', 'Ескірген жарияланым', 'Stale alert'),
  CASE: four('Толук иш', 'Дело целиком', 'Толық іс', 'A whole case'),
  zone: four(
    'Машина окуучу зона',
    'Машиночитаемая зона',
    'Машинамен оқылатын аймақ',
    'Machine-readable zone',
  ),
  decide: four('Чечим кабыл алуу', 'Принять решение', 'Шешім қабылдау', 'Decide'),
  again: four('Кайталоо', 'Повторить', 'Қайталау', 'Again'),
  right: four('Туура', 'Верно', 'Дұрыс', 'Right'),
  wrong: four(
    'Туура эмес. Туурасы: {expected}',
    'Неверно. Верно: {expected}',
    'Дұрыс емес. Дұрысы: {expected}',
    'Wrong. Right is: {expected}',
  ),
  sheet: four('Жыйынтык баракчасы', 'Лист результатов', 'Нәтижелер парағы', 'Result sheet'),
  passed: four(
    'Биринчи жолу туура: {passed} / {total}',
    'Верно с первого раза: {passed} из {total}',
    'Бірінші реттен дұрыс: {passed} / {total}',
    'Right at the first attempt: {passed} of {total}',
  ),
  exercise: four('Көнүгүү', 'Упражнение', 'Жаттығу', 'Exercise'),
  first: four('Биринчи жооп', 'Первый ответ', 'Бірінші жауап', 'First answer'),
  last: four('Акыркы жооп', 'Последний ответ', 'Соңғы жауап', 'Last answer'),
  attempts: four('Аракеттер', 'Попытки', 'Әрекеттер', 'Attempts'),
  result: four('Натыйжа', 'Результат', 'Нәтиже', 'Result'),
  isPassed: four('Тапшырылды', 'Сдано', 'Тапсырылды', 'Passed'),
  notPassed: four('Тапшырылган жок', 'Не сдано', 'Тапсырылмады', 'Not passed'),
  open: four('Али жооп жок', 'Ещё без ответа', 'Әлі жауап жоқ', 'Not answered yet'),
  score: four(
    '{right} / {total}, {at}',
    '{right} из {total}, {at}',
    '{right} / {total}, {at}',
    '{right} of {total}, {at}',
  ),
} satisfies TextTable;
