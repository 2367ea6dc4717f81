// The words of the printed result sheet of training, in four languages.
import type { Texts } from './text-table.ts';

const words = (ky: string, ru: string, kk: string, en: string) => ({ ky, ru, kk, en });

export const trainingSheetTexts = {
  'training-sheet.title': words(
    'Окуунун жыйынтык баракчасы',
    'Лист результатов обучения',
    'Оқу нәтижелері парағы',
    'Result sheet of training',
  ),
  'training-sheet.passed': words(
    'Биринчи жолу туура',
    'Верно с первого раза',
    'Бірінші реттен дұрыс',
    'Right at the first attempt',
  ),
  'training-sheet.printed': words('Басылган убактысы', 'Распечатано', 'Басып шығарылды', 'Printed'),
  'training-sheet.exercises': words('Көнүгүүлөр', 'Упражнения', 'Жаттығулар', 'Exercises'),
  'training-sheet.exercise': words('Көнүгүү', 'Упражнение', 'Жаттығу', 'Exercise'),
  'training-sheet.first': words('Биринчи жооп', 'Первый ответ', 'Бірінші жауап', 'First answer'),
  'training-sheet.last': words('Акыркы жооп', 'Последний ответ', 'Соңғы жауап', 'Last answer'),
  'training-sheet.attempts': words('Аракет', 'Попытки', 'Әрекет', 'Attempts'),
  'training-sheet.result': words('Натыйжа', 'Результат', 'Нәтиже', 'Result'),
  'training-sheet.is-passed': words('тапшырылды', 'сдано', 'тапсырылды', 'passed'),
  'training-sheet.not-passed': words('тапшырылган жок', 'не сдано', 'тапсырылмады', 'not passed'),
  'training-sheet.note': words(
    'Биринчи жооп эсептелет: кызматкер ага чейин туурасы айтылбаган. Адамдар ойдон чыгарылган; баракча кызматтык жарамдуулукту далилдебейт.',
    'Считается первый ответ: до него верное не сообщается. Лица вымышлены; лист не удостоверяет служебную пригодность.',
    'Бірінші жауап есептеледі: оған дейін дұрысы айтылмайды. Адамдар ойдан шығарылған; парақ қызметке жарамдылықты растамайды.',
    'The first answer counts: what is right is told after it. The persons are invented; the sheet certifies nobody for service.',
  ),
} as const satisfies Texts;
