// The closed lists of extradition cases in words: stages, custody, steps, grounds and what else happens.
import { four } from './four.ts';
import type { TextTable } from './texts.tsx';

export const caseStateWords = {
  DRAFT: four('Долбоор', 'Проект', 'Жоба', 'Draft'),
  PA_REQUESTED: four('Камак суралды', 'Запрошен арест', 'Қамау сұралды', 'Arrest requested'),
  PROV_ARRESTED: four('Убактылуу камакта', 'Временный арест', 'Уақытша қамауда', 'Provisionally arrested'),
  FILE_PREPARATION: four('Иш даярдалууда', 'Подготовка дела', 'Іс дайындалуда', 'File in preparation'),
  REQUEST_SIGNED: four(
    'Суроо-талапка кол коюлду',
    'Запрос подписан',
    'Сұрауға қол қойылды',
    'Request signed',
  ),
  REQUEST_SENT: four('Суроо-талап жөнөтүлдү', 'Запрос направлен', 'Сұрау жіберілді', 'Request sent'),
  REQUEST_RECEIVED: four('Суроо-талап алынды', 'Запрос получен', 'Сұрау алынды', 'Request received'),
  INFO_REQUESTED: four('Маалымат суралды', 'Запрошены дополнения', 'Мәлімет сұралды', 'Information asked'),
  UNDER_REVIEW: four(
    'Экстрадициялык текшерүү',
    'Экстрадиционная проверка',
    'Экстрадициялық тексеру',
    'Under review',
  ),
  CONSENT_TRACK: four('Макулдук боюнча', 'Упрощённая выдача', 'Келісім бойынша', 'By consent'),
  COURT_REVIEW: four('Сотто', 'В суде', 'Сотта', 'In court'),
  GRANTED: four('Экстрадицияга уруксат', 'Выдача разрешена', 'Ұстап беруге рұқсат', 'Granted'),
  REFUSED: four('Баш тартылды', 'Отказано', 'Бас тартылды', 'Refused'),
  APPEAL: four('Даттанууда', 'Обжалование', 'Шағымдануда', 'On appeal'),
  ON_HOLD: four('Токтотулду', 'Приостановлено', 'Тоқтатылды', 'On hold'),
  POSTPONED: four('Кийинкиге калтырылды', 'Отсрочено', 'Кейінге қалдырылды', 'Postponed'),
  TEMP_SURRENDERED: four('Убактылуу берилди', 'Временно выдан', 'Уақытша берілді', 'Lent for a time'),
  SURRENDER_SCHEDULED: four(
    'Өткөрүп берүү белгиленди',
    'Передача назначена',
    'Беру күні белгіленді',
    'Surrender set',
  ),
  SURRENDERED: four('Өткөрүлүп берилди', 'Передан', 'Берілді', 'Surrendered'),
  PROSECUTION_TRANSFERRED: four(
    'Куугунтук өткөрүлдү',
    'Преследование передано',
    'Қудалау берілді',
    'Prosecution transferred',
  ),
  LAPSED: four('Күчүн жоготту', 'Утратило силу', 'Күшін жойды', 'Lapsed'),
  WITHDRAWN: four('Кайтарып алынды', 'Отозвано', 'Кері қайтарылды', 'Withdrawn'),
  CLOSED: four('Жабылды', 'Закрыто', 'Жабылды', 'Closed'),
} satisfies TextTable;

export const custodyWords = {
  AT_LARGE: four('Эркиндикте, жери белгисиз', 'В розыске', 'Іздеуде', 'At large'),
  LOCATED: four('Жери табылды', 'Местонахождение установлено', 'Орны анықталды', 'Located'),
  DETAINED_SHORT: four('Кармалды', 'Задержан', 'Ұсталды', 'Detained'),
  PROV_CUSTODY: four('Убактылуу камакта', 'Под временным арестом', 'Уақытша қамауда', 'Provisional custody'),
  EXTRADITION_CUSTODY: four(
    'Экстрадициялык камакта',
    'Под экстрадиционным арестом',
    'Экстрадициялық қамауда',
    'Extradition custody',
  ),
  HOUSE_ARREST: four('Үй камагында', 'Под домашним арестом', 'Үйқамақта', 'House arrest'),
  BAIL: four('Күрөө менен бошотулган', 'Под залогом', 'Кепілмен босатылған', 'On bail'),
  RELEASED: four('Бошотулду', 'Освобождён', 'Босатылды', 'Released'),
  LOCAL_SENTENCE: four(
    'Жергиликтүү жазасын өтөөдө',
    'Отбывает местный срок',
    'Жергілікті жазасын өтеуде',
    'Local sentence',
  ),
  HANDED_OVER: four('Өткөрүлүп берилди', 'Передан', 'Берілді', 'Handed over'),
  ESCAPED: four('Качып кетти', 'Бежал', 'Қашып кетті', 'Escaped'),
  DEAD: four('Каза болду', 'Умер', 'Қайтыс болды', 'Dead'),
} satisfies TextTable;

export const casePurposeWords = {
  PROSECUTION: four('Куугунтук үчүн', 'Для преследования', 'Қудалау үшін', 'For prosecution'),
  SENTENCE: four(
    'Өкүмдү аткаруу үчүн',
    'Для исполнения приговора',
    'Үкімді орындау үшін',
    'To serve a sentence',
  ),
  BOTH: four(
    'Куугунтук жана өкүм үчүн',
    'Для преследования и приговора',
    'Қудалау және үкім үшін',
    'For both',
  ),
} satisfies TextTable;

export const groundWords = {
  R01: four('Өз жараны', 'Собственный гражданин', 'Өз азаматы', 'Own national'),
  R02: four(
    'Эки тараптуу кылмыштуулук жок',
    'Нет двойной преступности',
    'Қосарлы қылмыстылық жоқ',
    'No dual criminality',
  ),
  R03: four('Жаза чектен төмөн', 'Наказание ниже порога', 'Жаза шектен төмен', 'Penalty below the threshold'),
  R04: four(
    'Эскирүү же мунапыс',
    'Давность или амнистия',
    'Ескіру немесе рақымшылық',
    'Lapse of time or amnesty',
  ),
  R05: four('Ошол эле иш боюнча соттолгон', 'Уже осуждён за это же', 'Осы үшін сотталған', 'Already judged'),
  R06: four(
    'Саясий кылмыш же куугунтук',
    'Политическое преступление или гонения',
    'Саяси қылмыс немесе қудалау',
    'Political offence or persecution',
  ),
  R07: four(
    'Аскердик гана кылмыш',
    'Чисто воинское преступление',
    'Тек әскери қылмыс',
    'Purely military offence',
  ),
  R08: four('Башпаанек берилген', 'Предоставлено убежище', 'Баспана берілген', 'Asylum granted'),
  R09: four(
    'Кыйноо же адилетсиз сот коркунучу',
    'Риск пыток или несправедливого суда',
    'Азаптау не әділетсіз сот қаупі',
    'Risk of torture or unfair trial',
  ),
  R10: four(
    'Өлүм жазасы, кепилдиксиз',
    'Смертная казнь без гарантий',
    'Өлім жазасы, кепілдіксіз',
    'Death penalty without assurance',
  ),
  R11: four(
    'Биздин аймакта жасалган же бизде куугунтукталууда',
    'Совершено у нас или преследуется у нас',
    'Бізде жасалған не қудалануда',
    'Committed or prosecuted here',
  ),
  R12: four(
    'Сырттан өкүм, кайра каралбайт',
    'Заочно, без нового разбирательства',
    'Сырттай, қайта қараусыз',
    'In absence without retrial',
  ),
  R13: four('Жеке айыптоо иши', 'Частное обвинение', 'Жеке айыптау', 'Private prosecution'),
  R14: four(
    'Эгемендик, коопсуздук',
    'Суверенитет, безопасность',
    'Егемендік, қауіпсіздік',
    'Sovereignty, security',
  ),
  R15: four('Жаш курагы же ден соолугу', 'Возраст или здоровье', 'Жасы немесе денсаулығы', 'Age or health'),
  R16: four('Иммунитет', 'Иммунитет', 'Иммунитет', 'Immunity'),
  R17: four('Салыктык гана', 'Только налоговое', 'Тек салықтық', 'Fiscal only'),
  R18: four(
    'Иш толук эмес, жооп жок',
    'Дело неполно, ответа нет',
    'Іс толық емес, жауап жоқ',
    'File incomplete, no answer',
  ),
  R19: four(
    'Башка мамлекеттин талабы артык',
    'Запрос другого государства важнее',
    'Басқа мемлекет сұрауы басым',
    'Another request goes first',
  ),
  R20: four(
    'Жаза бизде аткарылат',
    'Наказание исполняется у нас',
    'Жаза бізде орындалады',
    'Sentence executed here',
  ),
} satisfies TextTable;

export const forceWords = {
  MANDATORY: four('милдеттүү', 'обязательное', 'міндетті', 'mandatory'),
  CONDITIONAL: four('шарттуу', 'условное', 'шартты', 'conditional'),
  OPTIONAL: four('каалоо боюнча', 'факультативное', 'факультативтік', 'optional'),
  PROCEDURAL: four('жол-жоболук', 'процедурное', 'рәсімдік', 'procedural'),
  INFORMATIONAL: four('маалымат үчүн', 'для сведения', 'мәлімет үшін', 'for information'),
} satisfies TextTable;

/** Whose line of a case's history it is. */
export const sideWords = {
  RQ: four('Суроочу тарап', 'Запрашивающая сторона', 'Сұрау салушы тарап', 'Requesting side'),
  RD: four('Суралуучу тарап', 'Запрашиваемая сторона', 'Сұрау салынатын тарап', 'Requested side'),
  SYSTEM: four('Система', 'Система', 'Жүйе', 'System'),
} satisfies TextTable;
