// The periods of the law and the house in words: what each is called, and what its members mean.
import { four } from './four.ts';
import type { TextTable } from './texts.tsx';

/** What extradition asks of a penalty, by a treaty and by the law of a state alike. */
export const leastPenaltyWords = {
  minMaxPenaltyMonths: four(
    'Эң көп жаза кеминде, ай',
    'Максимум наказания не менее, мес.',
    'Ең жоғары жаза кемінде, ай',
    'Longest penalty at least, months',
  ),
  minSentenceMonths: four(
    'Калган жаза кеминде, ай',
    'Остаток наказания не менее, мес.',
    'Қалған жаза кемінде, ай',
    'Sentence left at least, months',
  ),
};

export const periodWords = {
  ALERT_VALIDITY: four(
    'Жарыянын күчүндө болушу, ай',
    'Срок действия объявления, мес.',
    'Жарияланымның күші, ай',
    'How long an alert is in force, months',
  ),
  REVIEW_REMINDERS: four(
    'Кайра кароо жөнүндө эскертүү',
    'Напоминания о пересмотре',
    'Қайта қарау туралы еске салу',
    'Reminders to review',
  ),
  DANGER_FLAG_LIFE: four(
    'Коркунуч белгисинин мөөнөтү',
    'Срок пометки об опасности',
    'Қауіп белгісінің мерзімі',
    'How long a warning of danger lasts',
  ),
  SUSPENSION_LIMIT: four(
    'Токтотуунун чеги',
    'Предел приостановления',
    'Тоқтата тұру шегі',
    'Longest suspension',
  ),
  EXTRADITION_THRESHOLDS: four(
    'Экстрадициянын чектери',
    'Пороги выдачи',
    'Ұстап беру шектері',
    'Thresholds of extradition',
  ),
  HIT_CLOCKS: four(
    'Дал келүүнүн мөөнөттөрү',
    'Сроки по совпадению',
    'Сәйкестік мерзімдері',
    'Clocks of a hit',
  ),
  RETENTION: four('Сактоо мөөнөттөрү', 'Сроки хранения', 'Сақтау мерзімдері', 'Periods of retention'),
  SUBJECT_REQUESTS: four(
    'Адамдардын өтүнүчтөрү',
    'Обращения лиц',
    'Тұлғалардың өтініштері',
    'Requests of persons',
  ),
} satisfies TextTable;

export const periodMemberWords = {
  months: four('Ай', 'Месяцев', 'Ай', 'Months'),
  days: four('Күн', 'Дней', 'Күн', 'Days'),
  daysBefore: four(
    'Мөөнөтү бүткөнгө чейин, күн',
    'До истечения, дней',
    'Мерзімі біткенге дейін, күн',
    'Before it ends, days',
  ),
  ...leastPenaltyWords,
  ownerAnswerMinutes: four(
    'Ээсинин жообу, мүнөт',
    'Ответ владельца, минут',
    'Иесінің жауабы, минут',
    'Answer of the owner, minutes',
  ),
  claimMinutes: four(
    'Ишке алуу, мүнөт',
    'Принятие в работу, минут',
    'Жұмысқа алу, минут',
    'Taking over, minutes',
  ),
  decisionMinutes: four('Чечим, мүнөт', 'Решение, минут', 'Шешім, минут', 'Decision, minutes'),
  decisionLimitMinutes: four(
    'Чечимдин чеги, мүнөт',
    'Предел для решения, минут',
    'Шешім шегі, минут',
    'Latest decision, minutes',
  ),
  lawfulHoldHours: four(
    'Мыйзамдуу кармоо, саат',
    'Законное удержание, часов',
    'Заңды ұстау, сағат',
    'Lawful holding, hours',
  ),
  notSameYears: four(
    '«Ал эмес» чечими күчүндө, жыл',
    'Решение «не он» действует, лет',
    '«Ол емес» шешімі күшінде, жыл',
    '“Not the same” stands, years',
  ),
  archiveAfterDays: four(
    'Аяктагандан кийин архивге, күн',
    'В архив после окончания, дней',
    'Аяқталған соң мұрағатқа, күн',
    'Into the archive after the end, days',
  ),
  archivedMonths: four('Архивде, ай', 'В архиве, мес.', 'Мұрағатта, ай', 'In the archive, months'),
  quickReasons: four(
    'Тез өчүрүүнүн негиздери',
    'Основания быстрого удаления',
    'Тез жою негіздері',
    'Grounds of quick erasure',
  ),
  quickDays: four('Тез өчүрүү, күн', 'Быстрое удаление, дней', 'Тез жою, күн', 'Quick erasure, days'),
  personWithoutAlertMonths: four(
    'Жарыясы жок адам, ай',
    'Лицо без объявлений, мес.',
    'Жарияланымы жоқ адам, ай',
    'Person without alerts, months',
  ),
  caseMonths: four(
    'Жабылган экстрадиция иши, ай',
    'Закрытое дело о выдаче, мес.',
    'Жабылған ұстап беру ісі, ай',
    'Closed extradition case, months',
  ),
  assetCaseMonths: four(
    'Жабылган мүлк иши, ай',
    'Закрытое дело об активах, мес.',
    'Жабылған активтер ісі, ай',
    'Closed asset case, months',
  ),
  queryMonths: four(
    'Издөө суроолору, ай',
    'Поисковые запросы, мес.',
    'Іздеу сұраулары, ай',
    'Queries, months',
  ),
  hitMonths: four('Дал келүүлөр, ай', 'Совпадения, мес.', 'Сәйкестіктер, ай', 'Hits, months'),
  auditMonths: four('Аудит журналы, ай', 'Журнал аудита, мес.', 'Аудит журналы, ай', 'Audit log, months'),
  answerMonths: four(
    'Адамга жооп, ай',
    'Ответ заявителю, мес.',
    'Адамға жауап, ай',
    'Answer to the person, months',
  ),
  ownerAnswerDays: four(
    'Жазуу ээсинин жообу, күн',
    'Ответ владельца записи, дней',
    'Жазба иесінің жауабы, күн',
    'Answer of the owner, days',
  ),
  confirmDays: four(
    'Алуучунун ырастоосу, күн',
    'Подтверждение получателя, дней',
    'Алушының растауы, күн',
    'Confirmation by recipients, days',
  ),
} satisfies TextTable;

/** How soon an owner has to answer. */
export const answerHasteWords = {
  URGENT: four('шашылыш', 'срочно', 'шұғыл', 'urgent'),
  ROUTINE: four('кадимки', 'обычно', 'әдеттегі', 'routine'),
  INTERNATIONAL: four('эл аралык', 'международно', 'халықаралық', 'international'),
} satisfies TextTable;
