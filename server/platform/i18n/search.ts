// Texts of what cannot be searched for.
import type { Locale } from '../../domain/access/actor.ts';

export const searchTexts = {
  'no-name-in-text': {
    ky: 'Текстте ысым жок',
    ru: 'В тексте нет имени',
    kk: 'Мәтінде есім жоқ',
    en: 'The text holds no name',
  },
  'no-number-in-text': {
    ky: 'Текстте номер жок',
    ru: 'В тексте нет номера',
    kk: 'Мәтінде нөмір жоқ',
    en: 'The text holds no number',
  },
  'nothing-asked': {
    ky: 'Ысымды, документтин номерин, жеке номерди же чыпканы көрсөтүңүз',
    ru: 'Укажите имя, номер документа, личный номер или фильтр',
    kk: 'Есімді, құжат нөмірін, жеке нөмірді немесе сүзгіні көрсетіңіз',
    en: 'State a name, a document number, a national id or a filter',
  },
  'unknown-schema': {
    ky: 'FollowTheMoney моделинде мындай түр жок',
    ru: 'В модели FollowTheMoney нет такого вида',
    kk: 'FollowTheMoney үлгісінде мұндай түр жоқ',
    en: 'The model FollowTheMoney has no such schema',
  },
  'no-word-in-text': {
    ky: 'Текстте сөз жок',
    ru: 'В тексте нет слов',
    kk: 'Мәтінде сөз жоқ',
    en: 'The text holds no word',
  },
  'range-ends-before-it-begins': {
    ky: 'Аралыктын аягы башынан мурда',
    ru: 'Конец промежутка раньше начала',
    kk: 'Аралықтың соңы басынан бұрын',
    en: 'The range ends before it begins',
  },
  'cursor-of-other-question': {
    ky: 'Бул улантуу башка суроого таандык: издөөнү башынан баштаңыз',
    ru: 'Это продолжение другого запроса: начните поиск сначала',
    kk: 'Бұл жалғасы басқа сұрауға тиесілі: іздеуді басынан бастаңыз',
    en: 'This place belongs to another question: begin the search anew',
  },
  'explain-FOUND': {
    ky: 'Жазуу табылды: тизмеде {rank}-орун, бардыгы {total}',
    ru: 'Запись найдена: место {rank} из {total}',
    kk: 'Жазба табылды: тізімде {rank}-орын, барлығы {total}',
    en: 'The record is found: place {rank} of {total}',
  },
  'explain-FILTERED_OUT': {
    ky: 'Жазуу чыпкалардын бирине туура келбейт',
    ru: 'Запись не подходит под один из фильтров',
    kk: 'Жазба сүзгілердің біріне сай келмейді',
    en: 'The record does not meet one of the filters',
  },
  'explain-NO_COMMON_KEY': {
    ky: 'Жазуу салыштырылган жок: суроо менен жазуунун бир да жалпы издөө ачкычы жок',
    ru: 'Запись не сравнивалась: у запроса и записи нет ни одного общего ключа поиска',
    kk: 'Жазба салыстырылмады: сұрау мен жазбада бірде-бір ортақ іздеу кілті жоқ',
    en: 'The record was not compared: question and record share no search key',
  },
  'explain-CROWDED_OUT': {
    ky: 'Жазуу салыштырылган жок: жакыныраак {compared} жазуу алдын кетти. Туулган жылды же чыпканы кошуңуз',
    ru: 'Запись не сравнивалась: {compared} записей оказались ближе. Добавьте год рождения или фильтр',
    kk: 'Жазба салыстырылмады: {compared} жазба жақынырақ болды. Туған жылын немесе сүзгіні қосыңыз',
    en: 'The record was not compared: {compared} records were closer. Add a year of birth or a filter',
  },
  'explain-SCORE_TOO_LOW': {
    ky: 'Упай {score} керектүү {weak} чегинен төмөн: жазуу башка адам катары бааланды',
    ru: 'Оценка {score} ниже порога {weak}: запись признана другим человеком',
    kk: '{score} бағасы {weak} шегінен төмен: жазба басқа адам деп танылды',
    en: 'The score {score} is below the threshold {weak}: the record is held for another person',
  },
  'explain-NAME_SUM': {
    ky: 'Ысым: сөздөрдүн жана бүт ысымдын салымы',
    ru: 'Имя: вклад слов и имени в целом',
    kk: 'Есім: сөздердің және бүкіл есімнің үлесі',
    en: 'Name: its words and the name as a whole',
  },
  'explain-BIRTH': { ky: 'Туулган күн', ru: 'Дата рождения', kk: 'Туған күні', en: 'Date of birth' },
  'explain-SEX': { ky: 'Жынысы', ru: 'Пол', kk: 'Жынысы', en: 'Sex' },
  'explain-NATIONALITY': { ky: 'Жарандыгы', ru: 'Гражданство', kk: 'Азаматтығы', en: 'Nationality' },
  'explain-DOCUMENT': { ky: 'Документ', ru: 'Документ', kk: 'Құжат', en: 'Document' },
  'explain-NATIONAL_ID': {
    ky: 'Жеке номер',
    ru: 'Личный номер',
    kk: 'Жеке нөмір',
    en: 'National id',
  },
  'explain-RULES': {
    ky: 'Эрежелер: эсептелбеген же алмаштырылган салым',
    ru: 'Правила: вклад, который не засчитан или заменён',
    kk: 'Ережелер: есепке алынбаған немесе ауыстырылған үлес',
    en: 'Rules: what was not counted or was replaced',
  },
  'explain-SUM': {
    ky: 'Суммасы (логарифмдик мүмкүндүк)',
    ru: 'Сумма (логарифм шансов)',
    kk: 'Қосындысы (мүмкіндік логарифмі)',
    en: 'Sum (log-odds)',
  },
  'explain-SCORE': {
    ky: 'Суммадан чыккан упай, 0дөн 1ге чейин',
    ru: 'Оценка из суммы, от 0 до 1',
    kk: 'Қосындыдан шыққан баға, 0-ден 1-ге дейін',
    en: 'Score from the sum, 0 to 1',
  },
} as const satisfies Record<string, Record<Locale, string>>;
