// Texts of four eyes: what waits, and what changed since it was returned.
import { four } from '../../i18n/four.ts';
import type { TextTable } from '../../i18n/texts.tsx';

export const reviewTexts = {
  reviewTitle: four('Бекитүү', 'Утверждение', 'Бекіту', 'Review'),
  reviewLead: four(
    'Жазган адам өзү бекитпейт: башка кызматкер бекитет.',
    'Автор не утверждает сам: это делает другой сотрудник.',
    'Жазған адам өзі бекітпейді: басқа қызметкер бекітеді.',
    'Who wrote does not approve: four eyes have to see it.',
  ),
  reviewEmpty: four(
    'Бекитүүнү күткөн эч нерсе жок',
    'Ничто не ждёт утверждения',
    'Бекітуді күткен ештеңе жоқ',
    'Nothing waits for approval',
  ),
  reviewEmptyText: four(
    'Жаңы жарыя же бириктирүү келгенде ушул жерде көрүнөт.',
    'Новое объявление или объединение появится здесь.',
    'Жаңа жарияланым немесе біріктіру келсе осында көрінеді.',
    'A new alert or merge appears here.',
  ),
  alertsToReview: four(
    'Бекитүүнү күткөн жарыялар',
    'Объявления на утверждении',
    'Бекітуді күткен жарияланымдар',
    'Alerts awaiting approval',
  ),
  mergesToReview: four(
    'Чечимди күткөн бириктирүүлөр',
    'Объединения, ждущие решения',
    'Шешім күткен біріктірулер',
    'Merges awaiting a decision',
  ),
  differences: four(
    'Кайтарылгандан бери өзгөргөндөр',
    'Изменено после возврата',
    'Қайтарылғаннан бері өзгергендер',
    'Changed since it was returned',
  ),
  before: four('Мурда', 'Было', 'Бұрын', 'Before'),
  now: four('Азыр', 'Стало', 'Қазір', 'Now'),
  noDifference: four(
    'Кайтарылгандан бери эч нерсе өзгөргөн жок.',
    'После возврата ничего не изменено.',
    'Қайтарылғаннан бері ештеңе өзгермеген.',
    'Nothing has changed since it was returned.',
  ),
  firstTime: four(
    'Биринчи жолу берилди: баарын окуңуз.',
    'Передано впервые: прочтите всё.',
    'Алғаш рет берілді: бәрін оқыңыз.',
    'Submitted for the first time: read all of it.',
  ),
  returnedWhy: four(
    'Кайтаруунун себеби: {reason}',
    'Причина возврата: {reason}',
    'Қайтару себебі: {reason}',
    'Returned because: {reason}',
  ),
} satisfies TextTable;
