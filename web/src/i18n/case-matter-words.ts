// What hangs on a case beside its steps, in words: assurances, impediments, reasons, events, tasks.
import { four } from './four.ts';
import type { TextTable } from './texts.tsx';

export const matterWords = {
  ASSURANCE: four('Кепилдик', 'Гарантия', 'Кепілдік', 'Assurance'),
  IMPEDIMENT: four('Тоскоолдук', 'Препятствие', 'Кедергі', 'Impediment'),
  CONSENT: four('Макулдук', 'Согласие', 'Келісім', 'Consent'),
  APPEAL: four('Даттануу', 'Жалоба', 'Шағым', 'Appeal'),
  POSTPONEMENT: four('Кийинкиге калтыруу', 'Отсрочка', 'Кейінге қалдыру', 'Postponement'),
  TEMP_SURRENDER: four(
    'Убактылуу өткөрүп берүү',
    'Временная передача',
    'Уақытша беру',
    'Temporary surrender',
  ),
  WAIVER: four(
    'Башка айып боюнча макулдук',
    'Согласие на иное преследование',
    'Өзге айып бойынша келісім',
    'Waiver',
  ),
  TRANSIT: four('Транзит', 'Транзит', 'Транзит', 'Transit'),
  AGREEMENT: four('Макулдашуу', 'Согласование', 'Келісу', 'Agreement'),
} satisfies TextTable;

export const matterStatusWords = {
  ASKED: four('суралды', 'запрошено', 'сұралды', 'asked'),
  OPEN: four('ачык', 'открыто', 'ашық', 'open'),
  GIVEN: four('берилди', 'дано', 'берілді', 'given'),
  GRANTED: four('уруксат берилди', 'разрешено', 'рұқсат берілді', 'granted'),
  REFUSED: four('баш тартылды', 'отказано', 'бас тартылды', 'refused'),
  WITHDRAWN: four('кайтарылды', 'отозвано', 'қайтарылды', 'withdrawn'),
  CLOSED: four('жабылды', 'закрыто', 'жабылды', 'closed'),
  LIFTED: four('жоюлду', 'снято', 'жойылды', 'lifted'),
  USED: four('колдонулду', 'использовано', 'қолданылды', 'used'),
} satisfies TextTable;

export const assuranceWords = {
  NO_DEATH_PENALTY: four(
    'Өлүм жазасы колдонулбайт',
    'Неприменение смертной казни',
    'Өлім жазасы қолданылмайды',
    'No death penalty',
  ),
  NO_TORTURE: four('Кыйноо колдонулбайт', 'Неприменение пыток', 'Азаптау қолданылмайды', 'No torture'),
  FAIR_TRIAL: four('Адилет сот', 'Справедливый суд', 'Әділ сот', 'Fair trial'),
  SPECIALTY: four('Адистик эрежеси', 'Правило специальности', 'Арнайылық ережесі', 'Specialty'),
  NO_RE_EXTRADITION: four(
    'Үчүнчү мамлекетке берилбейт',
    'Невыдача третьему государству',
    'Үшінші мемлекетке берілмейді',
    'No re-extradition',
  ),
  RETRIAL: four('Кайра соттоо', 'Новое разбирательство', 'Қайта сот', 'Retrial'),
  CONDITIONS_OF_DETENTION: four(
    'Кармоо шарттары',
    'Условия содержания',
    'Ұстау жағдайлары',
    'Conditions of detention',
  ),
  RETURN_OF_PERSON: four('Адамды кайтаруу', 'Возвращение лица', 'Адамды қайтару', 'Return of the person'),
  OTHER: four('Башка', 'Иное', 'Өзге', 'Other'),
} satisfies TextTable;

export const holdWords = {
  ASYLUM: four(
    'Башпаанек өтүнүчү (сиздин тарапка гана)',
    'Ходатайство об убежище (только для вашей стороны)',
    'Баспана өтініші (тек сіздің тарапқа)',
    'Asylum (for your side only)',
  ),
  INTERIM_MEASURE: four('Убактылуу чара', 'Обеспечительная мера', 'Уақытша шара', 'Interim measure'),
  COMPETING_REQUEST: four(
    'Атаандаш суроо-талап',
    'Конкурирующий запрос',
    'Бәсекелес сұрау',
    'Competing request',
  ),
  FUGITIVE_AGAIN: four('Кайра качты', 'Снова скрылся', 'Қайта қашты', 'Fugitive again'),
  HEALTH: four('Ден соолугу', 'Состояние здоровья', 'Денсаулығы', 'Health'),
  LEGAL_IMPEDIMENT: four(
    'Укуктук тоскоолдук',
    'Правовое препятствие',
    'Құқықтық кедергі',
    'Legal impediment',
  ),
} satisfies TextTable;

export const lapseWords = {
  LIMIT_REACHED: four('Мөөнөт бүттү', 'Срок истёк', 'Мерзім бітті', 'The limit was reached'),
  RELEASE_REQUESTED: four(
    'Бошотуу суралды',
    'Запрошено освобождение',
    'Босату сұралды',
    'Release was requested',
  ),
  CUSTODY_REFUSED: four(
    'Сот камактан баш тартты',
    'Суд отказал в аресте',
    'Сот қамаудан бас тартты',
    'Custody was refused',
  ),
  WRONG_PERSON: four('Башка адам', 'Не то лицо', 'Басқа адам', 'Wrong person'),
  NOT_TAKEN_OVER: four('Алып кеткен жок', 'Не принят', 'Алынбады', 'Not taken over'),
} satisfies TextTable;

export const verdictWords = {
  CONVICTED: four('Айыпталды', 'Осуждён', 'Сотталды', 'Convicted'),
  ACQUITTED: four('Акталды', 'Оправдан', 'Ақталды', 'Acquitted'),
  DISCONTINUED: four('Иш кыскартылды', 'Дело прекращено', 'Іс қысқартылды', 'Discontinued'),
  SENTENCE_SERVED: four('Жаза өтөлдү', 'Наказание отбыто', 'Жаза өтелді', 'Sentence served'),
  OTHER: four('Башка', 'Иное', 'Өзге', 'Other'),
} satisfies TextTable;

export const channelWords = {
  PROSECUTOR_GENERAL: four(
    'Башкы прокуратура',
    'Генеральная прокуратура',
    'Бас прокуратура',
    'Prosecutor General',
  ),
  MINISTRY_OF_JUSTICE: four(
    'Юстиция министрлиги',
    'Министерство юстиции',
    'Әділет министрлігі',
    'Ministry of Justice',
  ),
  DIPLOMATIC: four('Дипломатиялык', 'Дипломатический', 'Дипломатиялық', 'Diplomatic'),
  INTERPOL: four('Интерпол', 'Интерпол', 'Интерпол', 'Interpol'),
} satisfies TextTable;

export const eventWords = {
  ...matterWords,
  OPENED: four('Иш ачылды', 'Дело открыто', 'Іс ашылды', 'Case opened'),
  HIT: four('Чек арадан табылды', 'Совпадение на границе', 'Шекарадан табылды', 'Found at the border'),
  STEP: four('Кадам', 'Шаг', 'Қадам', 'Step'),
  NOTE: four('Өз тарабыңызга белги', 'Заметка для своей стороны', 'Өз тарапқа белгі', 'Note for your side'),
  CUSTODY: four(
    'Бөгөт чарасы өзгөрдү',
    'Изменение содержания под стражей',
    'Қамау өзгерді',
    'Custody changed',
  ),
  DEATH_CONFIRMED: four(
    'Каза болгону ырасталды',
    'Смерть подтверждена',
    'Қайтыс болуы расталды',
    'Death confirmed',
  ),
  GROUNDS: four(
    'Баш тартуу негиздери текшерилди',
    'Проверены основания отказа',
    'Бас тарту негіздері тексерілді',
    'Grounds of refusal answered',
  ),
  MATTER: four('Маселе боюнча жооп', 'Ответ по вопросу', 'Мәселе бойынша жауап', 'Matter answered'),
  DEADLINE: four('Мөөнөт өзгөрдү', 'Срок изменён', 'Мерзім өзгерді', 'Deadline moved'),
  AGREEMENT: four('Тарап макул болду', 'Сторона согласилась', 'Тарап келісті', 'A side agreed'),
  MESSAGE: four(
    'Экинчи тарапка билдирүү',
    'Сообщение другой стороне',
    'Екінші тарапқа хабар',
    'Message between the sides',
  ),
  COMPETING: four(
    'Атаандаш суроо-талаптар',
    'Конкурирующие запросы',
    'Бәсекелес сұраулар',
    'Competing requests',
  ),
  OTHER_REQUEST_EXISTS: four(
    'Башка суроо-талап бар',
    'Есть другой запрос',
    'Басқа сұрау бар',
    'Another request exists',
  ),
  CHANGED: four(
    'Иштин маалыматы өзгөрдү',
    'Изменены данные дела',
    'Іс деректері өзгерді',
    'Facts of the case changed',
  ),
  OVERDUE: four('Мөөнөт өтүп кетти', 'Срок просрочен', 'Мерзім өтіп кетті', 'Deadline overdue'),
  ENDED: four('Мөөнөт аяктады', 'Срок истёк', 'Мерзім аяқталды', 'Term ended'),
  FILE: four('Документ', 'Документ', 'Құжат', 'Document'),
} satisfies TextTable;

export const taskWords = {
  OWN: four('Тапшырма', 'Задача', 'Тапсырма', 'Task'),
  MENTION: four(
    'Сизди белгилешти: комментарийди окуңуз',
    'Вас упомянули: прочтите комментарий',
    'Сізді атады: пікірді оқыңыз',
    'You were mentioned: read the comment',
  ),
  DEADLINE_WARNING: four('Мөөнөт жакындады', 'Приближается срок', 'Мерзім жақындады', 'A deadline is near'),
  TERM_ENDED: four('Мөөнөт аяктады', 'Срок истёк', 'Мерзім аяқталды', 'A term has ended'),
  DEADLINE_OVERDUE: four('МӨӨНӨТ ӨТТҮ', 'СРОК ПРОПУЩЕН', 'МЕРЗІМ ӨТТІ', 'OVERDUE'),
  RELEASE_OR_EXTENSION_REQUIRED: four(
    'МӨӨНӨТ ӨТТҮ: бошотуу же мыйзамдуу узартуу керек',
    'СРОК ПРОПУЩЕН: нужно освобождение или законное продление',
    'МЕРЗІМ ӨТТІ: босату немесе заңды ұзарту керек',
    'OVERDUE: release or a lawful extension is required',
  ),
  PERSON_ARRESTED: four(
    'Адам камакка алынды: суроо-талапты даярдаңыз',
    'Лицо арестовано: готовьте запрос',
    'Адам қамауға алынды: сұрауды дайындаңыз',
    'The person is arrested: prepare the request',
  ),
  PERSON_FOUND: four('Адам табылды', 'Лицо обнаружено', 'Адам табылды', 'The person was found'),
  PAPERS_OWED: four(
    'Кармоо документтерин кошуңуз',
    'Добавьте документы о задержании',
    'Ұстау құжаттарын қосыңыз',
    'Add the papers of the arrest',
  ),
  COMPETING: four(
    'Атаандаш суроо-талап: критерийлерди жазыңыз',
    'Конкурирующий запрос: внесите критерии',
    'Бәсекелес сұрау: өлшемдерді жазыңыз',
    'Competing request: record the criteria',
  ),
  AGREEMENT_WAITS: four(
    'Экинчи тарап макулдугуңузду күтүүдө',
    'Другая сторона ждёт вашего согласия',
    'Екінші тарап келісіміңізді күтуде',
    'The other side waits for your agreement',
  ),
  PROPOSE_TRANSFER: four(
    'Куугунтукту өткөрүп берүүнү караңыз',
    'Рассмотрите передачу преследования',
    'Қудалауды беруді қарастырыңыз',
    'Consider a transfer of prosecution',
  ),
} satisfies TextTable;
