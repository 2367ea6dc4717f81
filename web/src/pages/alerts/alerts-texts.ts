// Texts of alerts: the list and the page here, the rest by subject beside it.
import { four } from '../../i18n/four.ts';
import type { TextTable } from '../../i18n/texts.tsx';
import { alertMemberTexts } from './alert-member-texts.ts';
import { alertStepTexts } from './alert-step-texts.ts';
import { reviewTexts } from './review-texts.ts';
import { victimTexts } from './victim-texts.ts';
import { warrantTexts } from './warrant-texts.ts';

export const alertTexts = {
  ...alertMemberTexts,
  ...warrantTexts,
  ...alertStepTexts,
  ...victimTexts,
  ...reviewTexts,
  title: four('Издөө жарыялары', 'Объявления в розыск', 'Іздеу жарияланымдары', 'Alerts'),
  lead: four(
    'Ким изделет, эмне үчүн жана чек арада эмне кылуу керек.',
    'Кого ищут, за что и что делать на границе.',
    'Кім ізделеді, не үшін және шекарада не істеу керек.',
    'Who is wanted, what for, and what to do at the border.',
  ),
  own: four('Биздики', 'Наши', 'Біздікі', 'Ours'),
  all: four('Баары', 'Все', 'Бәрі', 'All'),
  due: four('Кароо мөөнөтү келгендер', 'Подошёл срок пересмотра', 'Қарау мерзімі келгендер', 'Review is due'),
  number: four('Номери', 'Номер', 'Нөмірі', 'Number'),
  type: four('Түрү', 'Вид', 'Түрі', 'Type'),
  status: four('Абалы', 'Состояние', 'Күйі', 'Status'),
  person: four('Адам жөнүндө жазуу', 'Запись о лице', 'Адам туралы жазба', 'Person record'),
  owner: four('Ээси', 'Владелец', 'Иесі', 'Owner'),
  expiresOn: four('Акыркы күнү', 'Последний день', 'Соңғы күні', 'Last day'),
  created: four('Түзүлгөн', 'Создано', 'Құрылған', 'Created'),
  empty: four('Мындай жарыя жок', 'Таких объявлений нет', 'Мұндай жарияланым жоқ', 'No such alerts'),
  emptyText: four(
    'Чыпкаларды өзгөртүңүз же адамдын жазуусунан жаңысын жазыңыз.',
    'Измените фильтры или напишите новое из записи о лице.',
    'Сүзгілерді өзгертіңіз немесе адам жазбасынан жаңасын жазыңыз.',
    'Change the filters, or write a new one from a person’s record.',
  ),
  newTitle: four('Жаңы жарыя', 'Новое объявление', 'Жаңа жарияланым', 'New alert'),
  newLead: four(
    'Долбоорду бекитилгенге чейин өз тараптагылар гана көрөт.',
    'Черновик до утверждения виден только своей стороне.',
    'Жобаны бекітілгенше тек өз тарап көреді.',
    'Until it is approved only your own side sees the draft.',
  ),
  chooseType: four('Эмне керек?', 'Что нужно?', 'Не керек?', 'What is asked for?'),
  begin: four('Долбоорду баштоо', 'Начать черновик', 'Жобаны бастау', 'Begin the draft'),
  noPerson: four(
    'Адамды тандаңыз',
    'Сначала выберите лицо',
    'Алдымен адамды таңдаңыз',
    'Choose the person first',
  ),
  toSearch: four('Издөөгө өтүү', 'Перейти к поиску', 'Іздеуге өту', 'Go to the search'),
  save: four('Сактоо', 'Сохранить', 'Сақтау', 'Save'),
  unsaved: four(
    'Сакталбаган өзгөртүүлөр бар',
    'Есть несохранённые изменения',
    'Сақталмаған өзгерістер бар',
    'There are unsaved changes',
  ),
  saved: four('Сакталды', 'Сохранено', 'Сақталды', 'Saved'),
  cancel: four('Жокко чыгаруу', 'Отмена', 'Бас тарту', 'Cancel'),
  add: four('Кошуу', 'Добавить', 'Қосу', 'Add'),
  remove: four('Алып салуу', 'Удалить', 'Жою', 'Remove'),
  reason: four('Себеби', 'Основание', 'Себебі', 'Reason'),
  tasks: four('Эмне кылуу керек', 'Требует внимания', 'Не істеу керек', 'Needs attention'),
  amend: four('Толуктоо', 'Дополнить', 'Толықтыру', 'Amend'),
  notFound: four(
    'Мындай жарыя жок, же ал сизге жеткиликтүү эмес',
    'Такого объявления нет, или оно вам недоступно',
    'Мұндай жарияланым жоқ немесе ол сізге қолжетімсіз',
    'There is no such alert, or it is not open to you',
  ),
  validTo: four('акыркы күнү {date}', 'по {date}', 'соңғы күні {date}', 'to {date}'),
  yes: four('ооба', 'да', 'иә', 'yes'),
  no: four('жок', 'нет', 'жоқ', 'no'),
  look: four('Кароо', 'Рассмотреть', 'Қарау', 'Look'),
  noVerify: four(
    'Мыйзам маалыматы юрист тарабынан текшерилген эмес',
    'Правовые данные не проверены юристом',
    'Құқықтық деректерді заңгер тексермеген',
    'The law in this list was verified by no lawyer',
  ),
} satisfies TextTable;
