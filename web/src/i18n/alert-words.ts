// The closed lists of an alert and its papers in words.
import { four } from './four.ts';
import type { TextTable } from './texts.tsx';

export const alertTypeWords = {
  ARREST_PROSECUTION: four(
    'Кармоо: кылмыш куугунтугу үчүн',
    'Арест для уголовного преследования',
    'Қамауға алу: қылмыстық қудалау үшін',
    'Arrest for prosecution',
  ),
  ARREST_SENTENCE: four(
    'Кармоо: өкүмдү аткаруу үчүн',
    'Арест для исполнения приговора',
    'Қамауға алу: үкімді орындау үшін',
    'Arrest to serve a sentence',
  ),
  LOCATE_ACCUSED: four(
    'Айыпталуучунун жайгашкан жерин табуу',
    'Розыск обвиняемого',
    'Айыпталушының орнын анықтау',
    'Locate an accused',
  ),
  LOCATE_WITNESS: four(
    'Күбөнүн жайгашкан жерин табуу',
    'Розыск свидетеля',
    'Куәнің орнын анықтау',
    'Locate a witness',
  ),
  LOCATE_DEBTOR: four(
    'Карызкордун жайгашкан жерин табуу',
    'Розыск должника',
    'Борышкердің орнын анықтау',
    'Locate a debtor',
  ),
  DISCREET_CHECK: four('Жашыруун текшерүү', 'Скрытая проверка', 'Жасырын тексеру', 'Discreet check'),
  SPECIFIC_CHECK: four('Атайын текшерүү', 'Специальная проверка', 'Арнайы тексеру', 'Specific check'),
  MISSING: four('Дайынсыз жоголгон', 'Без вести пропавший', 'Хабарсыз кеткен', 'Missing person'),
  ASSET_TRACE: four('Мүлктү издөө', 'Розыск активов', 'Активтерді іздеу', 'Asset trace'),
  INFORMATION: four('Маалымат', 'Информация', 'Ақпарат', 'Information'),
} satisfies TextTable;

export const alertStatusWords = {
  DRAFT: four('Долбоор', 'Черновик', 'Жоба', 'Draft'),
  SUBMITTED: four('Бекитүүдө', 'На утверждении', 'Бекітуде', 'Awaiting approval'),
  ACTIVE: four('Күчүндө', 'Действует', 'Күшінде', 'In force'),
  NOT_YET_VALID: four('Күчүнө кире элек', 'Ещё не действует', 'Әлі күшіне енген жоқ', 'Not yet in force'),
  SUSPENDED: four('Токтотулган', 'Приостановлено', 'Тоқтатылған', 'Suspended'),
  LOCATED: four('Табылган, күчүндө', 'Найден, действует', 'Табылған, күшінде', 'Located, in force'),
  EXECUTED: four('Аткарылган', 'Исполнено', 'Орындалған', 'Executed'),
  WITHDRAWN: four('Алынып салынган', 'Прекращено', 'Алынып тасталған', 'Withdrawn'),
  EXPIRED: four('Мөөнөтү бүткөн', 'Истекло', 'Мерзімі біткен', 'Expired'),
  ARCHIVED: four('Архивде', 'В архиве', 'Мұрағатта', 'Archived'),
  ERASED: four('Өчүрүлгөн', 'Удалено', 'Өшірілген', 'Erased'),
} satisfies TextTable;

export const actionWords = {
  A1: four(
    'Кармап, экинчи линияны чакыруу',
    'Задержать, вызвать вторую линию',
    'Ұстап, екінші желіні шақыру',
    'Detain and call the second line',
  ),
  A2: four(
    'Инсандыгын тактоо үчүн кармап туруу',
    'Задержать для установления личности',
    'Жеке басын анықтау үшін ұстап тұру',
    'Detain for identification',
  ),
  L1: four(
    'Дарегин, багытын жазып, өткөрүү',
    'Записать адрес и маршрут, пропустить',
    'Мекенжайы мен бағытын жазып, өткізу',
    'Note address and route, let pass',
  ),
  L2: four('Документ тапшыруу', 'Вручить документ', 'Құжат тапсыру', 'Serve a document'),
  D1: four(
    'Билгизбей өткөрүп, кабарлоо',
    'Пропустить незаметно и сообщить',
    'Білдірмей өткізіп, хабарлау',
    'Let pass with no sign, report',
  ),
  S1: four(
    'Атайын текшерүү (кишини, жүктү)',
    'Специальная проверка (лицо, багаж)',
    'Арнайы тексеру (адам, жүк)',
    'Specific check of person and luggage',
  ),
  W1: four(
    'Абалын билип, жардам берүү',
    'Выяснить состояние, помочь',
    'Жағдайын біліп, көмектесу',
    'Check welfare, help',
  ),
  T1: four(
    'Жол документин алып коюу',
    'Изъять проездной документ',
    'Жол жүру құжатын алып қою',
    'Seize the travel document',
  ),
  N1: four(
    'Ээсине гана кабарлоо',
    'Сообщить только владельцу',
    'Тек иесіне хабарлау',
    'Notify the owner only',
  ),
} satisfies TextTable;

export const dangerWords = {
  ARMED: four('куралданган', 'вооружён', 'қаруланған', 'armed'),
  VIOLENT: four('зордукчул', 'склонен к насилию', 'зорлыққа бейім', 'violent'),
  ESCAPEE: four('качып кеткен', 'совершал побег', 'қашқан', 'escapee'),
  SUICIDE_RISK: four('өзүн өлтүрүү коркунучу', 'риск суицида', 'суицид қаупі', 'suicide risk'),
  HEALTH_RISK: four('ден соолукка коркунуч', 'опасность для здоровья', 'денсаулыққа қауіп', 'health risk'),
  TERRORISM_RELATED: four(
    'терроризмге байланыштуу',
    'связан с терроризмом',
    'терроризмге қатысты',
    'terrorism-related',
  ),
  PROTECTED_BY_GUARDS: four('жан сакчылары бар', 'есть охрана', 'күзетшілері бар', 'has guards'),
  MINOR: four('жашы жете элек', 'несовершеннолетний', 'кәмелетке толмаған', 'minor'),
} satisfies TextTable;

export const sharingWords = {
  PUBLIC_EXTRACT: four(
    'Баарына, үзүндүсү ачык',
    'Всем, выписка открыта',
    'Бәріне, үзіндісі ашық',
    'All, with a public extract',
  ),
  ALL_MEMBERS: four(
    'Бардык катышуучу мамлекеттерге',
    'Всем государствам-участникам',
    'Барлық қатысушы мемлекеттерге',
    'All member states',
  ),
  LISTED: four('Тизмедегилерге гана', 'Только по списку', 'Тек тізімдегілерге', 'Only those listed'),
  OWNER_ONLY: four('Өзүбүзгө гана', 'Только у себя', 'Тек өзімізде', 'Owner only'),
} satisfies TextTable;

export const caveatWords = {
  NO_ONWARD_TRANSFER: four(
    'андан ары берилбейт',
    'без дальнейшей передачи',
    'әрі қарай берілмейді',
    'no onward transfer',
  ),
  NO_THIRD_STATE_USE: four(
    'үчүнчү мамлекеттин өндүрүшүндө колдонулбайт',
    'не использовать в делах третьих государств',
    'үшінші мемлекет ісінде пайдаланылмайды',
    'no use in proceedings of third states',
  ),
  ORIGINATOR_CONSENT: four(
    'ээсинин макулдугу менен',
    'с согласия владельца',
    'иесінің келісімімен',
    'with the originator’s consent',
  ),
} satisfies TextTable;

export const extraditionWillWords = {
  FULL: four(
    'бардык мамлекеттерден суралат',
    'запросим у любого государства',
    'кез келген мемлекеттен сұраймыз',
    'from every state',
  ),
  LISTED_STATES: four(
    'тизмедеги мамлекеттерден',
    'из перечисленных государств',
    'тізімдегі мемлекеттерден',
    'from the states listed',
  ),
  REGIONAL: four('аймактын ичинде', 'в пределах региона', 'өңір ішінде', 'within the region'),
  NO_EXTRADITION: four('суралбайт', 'не запросим', 'сұралмайды', 'none will be requested'),
  UNDECIDED: four('чечиле элек', 'не решено', 'шешілмеген', 'undecided'),
} satisfies TextTable;

export const withdrawalWords = {
  CHARGES_DROPPED: four('айыптоо алынды', 'обвинение снято', 'айыптау алынды', 'charges dropped'),
  ACQUITTED: four('акталды', 'оправдан', 'ақталды', 'acquitted'),
  SENTENCE_SERVED: four('жазасын өтөдү', 'наказание отбыто', 'жазасын өтеді', 'sentence served'),
  AMNESTY: four('мунапыс', 'амнистия', 'рақымшылық', 'amnesty'),
  DEATH: four('өлүм', 'смерть', 'қайтыс болу', 'death'),
  ERROR: four('ката', 'ошибка', 'қате', 'error'),
  LIMITATION: four('эскирүү мөөнөтү өттү', 'истёк срок давности', 'ескіру мерзімі өтті', 'limitation'),
  ASYLUM: four('башпаанек берилди', 'предоставлено убежище', 'баспана берілді', 'asylum'),
  RULED_NON_COMPLIANT: four(
    'эрежелерге каршы деп табылды',
    'признано не соответствующим правилам',
    'ережелерге қайшы деп танылды',
    'ruled non-compliant',
  ),
} satisfies TextTable;

export const asylumWords = {
  UNKNOWN: four('белгисиз', 'неизвестно', 'белгісіз', 'unknown'),
  NONE: four('жок', 'нет', 'жоқ', 'none'),
  APPLICANT: four('суранган', 'ходатайствует', 'өтініш берген', 'applicant'),
  GRANTED: four('берилген', 'предоставлено', 'берілген', 'granted'),
} satisfies TextTable;

export const warrantKindWords = {
  ARREST_WARRANT: four('камакка алуу ордери', 'ордер на арест', 'қамауға алу ордері', 'arrest warrant'),
  DETENTION_ORDER: four(
    'кармоо чечими (санкция)',
    'постановление о заключении под стражу',
    'қамауға алу санкциясы',
    'detention order',
  ),
  JUDGMENT: four('өкүм', 'приговор', 'үкім', 'judgment'),
  SEARCH_DECLARATION: four(
    'издөө жарыялоо токтому',
    'постановление об объявлении розыска',
    'іздеу жариялау қаулысы',
    'search declaration',
  ),
} satisfies TextTable;

export const authorityWords = {
  COURT: four('сот', 'суд', 'сот', 'court'),
  PROSECUTOR: four('прокурор', 'прокурор', 'прокурор', 'prosecutor'),
  INVESTIGATOR: four('тергөөчү', 'следователь', 'тергеуші', 'investigator'),
} satisfies TextTable;

export const offenceRoleWords = {
  PERPETRATOR: four('аткаруучу', 'исполнитель', 'орындаушы', 'perpetrator'),
  ORGANISER: four('уюштуруучу', 'организатор', 'ұйымдастырушы', 'organiser'),
  INSTIGATOR: four('көкүтүүчү', 'подстрекатель', 'азғырушы', 'instigator'),
  AIDER: four('жардамчы', 'пособник', 'көмектесуші', 'aider'),
} satisfies TextTable;

export const channelWords = {
  INTERPOL_RED: four(
    'Интерпол, кызыл билдирме',
    'Интерпол, красное уведомление',
    'Интерпол, қызыл хабарлама',
    'Interpol red notice',
  ),
  DIFFUSION: four('Интерпол, диффузия', 'Интерпол, диффузия', 'Интерпол, диффузия', 'Interpol diffusion'),
  CIS_INTERSTATE: four(
    'КМШ, мамлекеттер аралык издөө',
    'СНГ, межгосударственный розыск',
    'ТМД, мемлекетаралық іздеу',
    'CIS interstate search',
  ),
  SIS: four('ШИС', 'ШИС', 'ШАЖ', 'SIS'),
  NATIONAL: four('улуттук издөө', 'национальный розыск', 'ұлттық іздеу', 'national search'),
} satisfies TextTable;

export const alertVerbWords = {
  submit: four('Бекитүүгө берүү', 'Передать на утверждение', 'Бекітуге беру', 'Submit for approval'),
  return: four('Кайтаруу', 'Вернуть автору', 'Авторға қайтару', 'Return to the author'),
  approve: four('Бекитип, жарыялоо', 'Утвердить и опубликовать', 'Бекітіп, жариялау', 'Approve and publish'),
  suspend: four('Токтотуп туруу', 'Приостановить', 'Тоқтата тұру', 'Suspend'),
  resume: four('Кайра күчүнө киргизүү', 'Возобновить', 'Қайта күшіне енгізу', 'Resume'),
  locate: four('Табылды деп белгилөө', 'Отметить: найден', 'Табылды деп белгілеу', 'Mark as located'),
  relocate: four('Кайрадан издөөдө', 'Снова в розыске', 'Қайтадан іздеуде', 'At large again'),
  execute: four(
    'Аткарылды деп белгилөө',
    'Отметить исполнение',
    'Орындалды деп белгілеу',
    'Mark as executed',
  ),
  withdraw: four('Издөөдөн алып салуу', 'Прекратить розыск', 'Іздеуден алып тастау', 'Withdraw'),
  renew: four('Мөөнөтүн узартуу', 'Продлить', 'Мерзімін ұзарту', 'Renew'),
} satisfies TextTable;
