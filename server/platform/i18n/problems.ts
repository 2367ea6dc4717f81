// What each problem of the catalogue is called, and what to do about it, in four languages.
import type { Locale } from '../../domain/access/actor.ts';
import type { ProblemCode } from '../../domain/errors.ts';

type Words = Readonly<Record<Locale, string>>;

/** A code without all four texts does not compile. */
export const problemTitles = {
  'malformed-request': {
    ky: 'Суроо-талапты окуу мүмкүн эмес',
    ru: 'Запрос не удаётся прочитать',
    kk: 'Сұрауды оқу мүмкін емес',
    en: 'The request cannot be read',
  },
  'invalid-credentials': {
    ky: 'Логин, сырсөз же код туура эмес',
    ru: 'Неверный логин, пароль или код',
    kk: 'Логин, құпиясөз немесе код қате',
    en: 'Login, password or code is wrong',
  },
  'not-authenticated': {
    ky: 'Адегенде системага кириңиз',
    ru: 'Сначала войдите в систему',
    kk: 'Алдымен жүйеге кіріңіз',
    en: 'Sign in first',
  },
  'session-ended': {
    ky: 'Сеанс аяктады, кайра кириңиз',
    ru: 'Сеанс завершён, войдите снова',
    kk: 'Сеанс аяқталды, қайта кіріңіз',
    en: 'The session has ended: sign in again',
  },
  'second-factor-required': {
    ky: 'Экинчи фактордун коду талап кылынат',
    ru: 'Требуется код второго фактора',
    kk: 'Екінші фактордың коды қажет',
    en: 'The code of the second factor is required',
  },
  'second-factor-enrolment-required': {
    ky: 'Адегенде экинчи факторду орнотуңуз',
    ru: 'Сначала настройте второй фактор',
    kk: 'Алдымен екінші факторды баптаңыз',
    en: 'Set up the second factor first',
  },
  'password-change-required': {
    ky: 'Адегенде сырсөзүңүздү алмаштырыңыз',
    ru: 'Сначала смените пароль',
    kk: 'Алдымен құпиясөзіңізді ауыстырыңыз',
    en: 'Change your password first',
  },
  forbidden: {
    ky: 'Бул аракетке укугуңуз жок',
    ru: 'У вас нет права на это действие',
    kk: 'Бұл әрекетке құқығыңыз жоқ',
    en: 'You may not do this',
  },
  'own-work': {
    ky: 'Сиздин ишиңиз боюнча чечимди башка адам кабыл алышы керек',
    ru: 'Решение по вашей работе должен принять другой человек',
    kk: 'Сіздің жұмысыңыз бойынша шешімді басқа адам қабылдауы тиіс',
    en: 'Somebody else has to decide about your work',
  },
  'not-found': {
    ky: 'Эч нерсе табылган жок',
    ru: 'Ничего не найдено',
    kk: 'Ештеңе табылмады',
    en: 'Nothing was found here',
  },
  'method-not-allowed': {
    ky: 'Бул ыкма бул жерде колдонулбайт',
    ru: 'Этот метод здесь не поддерживается',
    kk: 'Бұл әдіс мұнда қолданылмайды',
    en: 'This method is not available here',
  },
  'not-acceptable': {
    ky: 'Суралган формат жеткиликтүү эмес',
    ru: 'Запрошенный формат недоступен',
    kk: 'Сұралған пішім қолжетімді емес',
    en: 'The requested format is not available',
  },
  conflict: {
    ky: 'Өзгөртүү маалыматтын учурдагы абалына карама-каршы келет',
    ru: 'Изменение противоречит текущему состоянию данных',
    kk: 'Өзгеріс деректердің қазіргі күйіне қайшы келеді',
    en: 'The change contradicts the present state of the data',
  },
  'transition-not-allowed': {
    ky: 'Учурдагы статуста бул кадамга жол берилбейт',
    ru: 'Этот шаг недопустим в текущем статусе',
    kk: 'Қазіргі мәртебеде бұл қадамға жол берілмейді',
    en: 'This step is not allowed in the present status',
  },
  'idempotency-conflict': {
    ky: 'Бул Idempotency-Key башка суроо-талап үчүн колдонулган',
    ru: 'Этот Idempotency-Key уже использован для другого запроса',
    kk: 'Бұл Idempotency-Key басқа сұрау үшін қолданылған',
    en: 'This Idempotency-Key was used for another request',
  },
  'duplicate-login': {
    ky: 'Бул логин бош эмес',
    ru: 'Этот логин уже занят',
    kk: 'Бұл логин бос емес',
    en: 'This login is taken',
  },
  'not-in-training': {
    ky: 'Окуу режиминде башка системаларга эч нерсе жөнөтүлбөйт',
    ru: 'В учебном режиме другим системам ничего не отправляется',
    kk: 'Оқу режимінде басқа жүйелерге ештеңе жіберілмейді',
    en: 'In training mode nothing is sent to other systems',
  },
  'version-mismatch': {
    ky: 'Сиз окугандан бери жазуу өзгөргөн',
    ru: 'Запись изменилась с тех пор, как вы её прочитали',
    kk: 'Сіз оқығаннан бері жазба өзгерген',
    en: 'The record has changed since you read it',
  },
  'too-large': {
    ky: 'Суроо-талап өтө чоң',
    ru: 'Запрос слишком велик',
    kk: 'Сұрау тым үлкен',
    en: 'The request is too large',
  },
  'unsupported-media-type': {
    ky: 'Мазмундун мындай түрү кабыл алынбайт',
    ru: 'Такой тип содержимого не принимается',
    kk: 'Мазмұнның мұндай түрі қабылданбайды',
    en: 'This type of content is not accepted',
  },
  'validation-failed': {
    ky: 'Маалыматтын бир бөлүгү жок же туура эмес',
    ru: 'Часть данных отсутствует или неверна',
    kk: 'Деректердің бір бөлігі жоқ немесе қате',
    en: 'Some data is missing or wrong',
  },
  'purpose-required': {
    ky: 'Кайрылуунун максатын көрсөтүңүз',
    ru: 'Укажите цель обращения',
    kk: 'Жүгіну мақсатын көрсетіңіз',
    en: 'State the purpose of this access',
  },
  'purpose-not-allowed': {
    ky: 'Сиздин ролуңуз бул максатта кайрылууга жол бербейт',
    ru: 'Ваша роль не допускает обращения с этой целью',
    kk: 'Рөліңіз бұл мақсатпен жүгінуге жол бермейді',
    en: 'Your role may not look for this purpose',
  },
  'publication-gate': {
    ky: 'Жарыя чыгарууга даяр эмес',
    ru: 'Объявление не готово к публикации',
    kk: 'Жарияланым шығаруға дайын емес',
    en: 'The alert is not ready to be published',
  },
  'unreadable-file': {
    ky: 'Файлды окуу мүмкүн эмес',
    ru: 'Файл не удаётся прочитать',
    kk: 'Файлды оқу мүмкін емес',
    en: 'The file cannot be read',
  },
  'version-required': {
    ky: 'Жазуунун версиясын көрсөтүңүз',
    ru: 'Укажите версию записи',
    kk: 'Жазбаның нұсқасын көрсетіңіз',
    en: 'State the version of the record',
  },
  'too-many-requests': {
    ky: 'Суроо-талаптар өтө көп, бир аз күтө туруңуз',
    ru: 'Слишком много запросов, немного подождите',
    kk: 'Сұраулар тым көп, сәл күте тұрыңыз',
    en: 'Too many requests: wait a little',
  },
  'internal-error': {
    ky: 'Ички ката кетти',
    ru: 'Произошла внутренняя ошибка',
    kk: 'Ішкі қате орын алды',
    en: 'Something went wrong on our side',
  },
  unavailable: {
    ky: 'Кызмат убактылуу жеткиликсиз',
    ru: 'Сервис временно недоступен',
    kk: 'Қызмет уақытша қолжетімсіз',
    en: 'The service is not available at the moment',
  },
} as const satisfies Record<ProblemCode, Words>;

/** Only where the title leaves open what to do next. */
export const problemDetails: Readonly<Partial<Record<ProblemCode, Words>>> = {
  'not-found': {
    ky: 'Жазуу жок же аны көрүүгө укугуңуз жок.',
    ru: 'Записи нет, или вы не вправе её видеть.',
    kk: 'Жазба жоқ немесе оны көруге құқығыңыз жоқ.',
    en: 'It does not exist, or you may not see it.',
  },
  'version-mismatch': {
    ky: 'Жазууну кайра окуп, өзгөртүүңүздү кайталаңыз.',
    ru: 'Прочитайте запись заново и повторите изменение.',
    kk: 'Жазбаны қайта оқып, өзгерісіңізді қайталаңыз.',
    en: 'Read the record again and repeat your change.',
  },
  'version-required': {
    ky: 'Окуганда алган ETag маанисин If-Match башында жөнөтүңүз, мисалы "v3".',
    ru: 'Передайте в заголовке If-Match значение ETag, полученное при чтении, например "v3".',
    kk: 'Оқығанда алған ETag мәнін If-Match тақырыбында жіберіңіз, мысалы "v3".',
    en: 'Send the ETag that you got when reading in the header If-Match, for example "v3".',
  },
  'purpose-required': {
    ky: 'Purpose башын (мисалы: P1 иштин номери) же денедеги purpose мүчөсүн жөнөтүңүз.',
    ru: 'Передайте заголовок Purpose (например: P1 и номер дела) или поле purpose в теле запроса.',
    kk: 'Purpose тақырыбын (мысалы: P1 және іс нөмірі) немесе сұрау денесіндегі purpose өрісін жіберіңіз.',
    en: 'Send the header Purpose (for example: P1 and the case number) or the member purpose of the body.',
  },
  'internal-error': {
    ky: 'Администраторго суроо-талаптын номерин айтыңыз.',
    ru: 'Сообщите администратору номер запроса.',
    kk: 'Әкімшіге сұрау нөмірін хабарлаңыз.',
    en: 'Tell your administrator the id of the request.',
  },
  unavailable: {
    ky: 'Бир аздан кийин кайталаңыз.',
    ru: 'Повторите запрос немного позже.',
    kk: 'Сәлден кейін қайталаңыз.',
    en: 'Repeat the request in a moment.',
  },
};
