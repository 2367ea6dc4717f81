// The words of the printed dossier of a person that the file of a case has not, in four languages.
import type { Locale } from '../../domain/access/actor.ts';
import type {
  ActionCode,
  AlertStatus,
  AlertType,
  Caveat,
  DangerFlag,
} from '../../domain/alerts/vocabulary.ts';

type Words = Readonly<Record<Locale, string>>;

const words = (ky: string, ru: string, kk: string, en: string): Words => ({ ky, ru, kk, en });

const TYPES: Readonly<Record<`person-dossier.type.${AlertType}`, Words>> = {
  'person-dossier.type.ARREST_PROSECUTION': words(
    'Кармоо: кылмыш куугунтугу үчүн',
    'Арест для уголовного преследования',
    'Қамауға алу: қылмыстық қудалау үшін',
    'Arrest for prosecution',
  ),
  'person-dossier.type.ARREST_SENTENCE': words(
    'Кармоо: өкүмдү аткаруу үчүн',
    'Арест для исполнения приговора',
    'Қамауға алу: үкімді орындау үшін',
    'Arrest to serve a sentence',
  ),
  'person-dossier.type.LOCATE_ACCUSED': words(
    'Айыпталуучунун жайгашкан жерин табуу',
    'Розыск обвиняемого',
    'Айыпталушының орнын анықтау',
    'Locate an accused',
  ),
  'person-dossier.type.LOCATE_WITNESS': words(
    'Күбөнүн жайгашкан жерин табуу',
    'Розыск свидетеля',
    'Куәнің орнын анықтау',
    'Locate a witness',
  ),
  'person-dossier.type.LOCATE_DEBTOR': words(
    'Карызкордун жайгашкан жерин табуу',
    'Розыск должника',
    'Борышкердің орнын анықтау',
    'Locate a debtor',
  ),
  'person-dossier.type.DISCREET_CHECK': words(
    'Жашыруун текшерүү',
    'Скрытая проверка',
    'Жасырын тексеру',
    'Discreet check',
  ),
  'person-dossier.type.SPECIFIC_CHECK': words(
    'Атайын текшерүү',
    'Специальная проверка',
    'Арнайы тексеру',
    'Specific check',
  ),
  'person-dossier.type.MISSING': words(
    'Дайынсыз жоголгон',
    'Без вести пропавший',
    'Хабарсыз кеткен',
    'Missing person',
  ),
  'person-dossier.type.ASSET_TRACE': words(
    'Мүлктү издөө',
    'Розыск активов',
    'Активтерді іздеу',
    'Asset trace',
  ),
  'person-dossier.type.INFORMATION': words('Маалымат', 'Информация', 'Ақпарат', 'Information'),
};

const STATUSES: Readonly<Record<`person-dossier.status.${AlertStatus | 'NOT_YET_VALID'}`, Words>> = {
  'person-dossier.status.DRAFT': words('Долбоор', 'Черновик', 'Жоба', 'Draft'),
  'person-dossier.status.SUBMITTED': words('Бекитүүдө', 'На утверждении', 'Бекітуде', 'Awaiting approval'),
  'person-dossier.status.ACTIVE': words('Күчүндө', 'Действует', 'Күшінде', 'In force'),
  'person-dossier.status.NOT_YET_VALID': words(
    'Күчүнө кире элек',
    'Ещё не действует',
    'Әлі күшіне енген жоқ',
    'Not yet in force',
  ),
  'person-dossier.status.SUSPENDED': words('Токтотулган', 'Приостановлено', 'Тоқтатылған', 'Suspended'),
  'person-dossier.status.LOCATED': words(
    'Табылган, күчүндө',
    'Найден, действует',
    'Табылған, күшінде',
    'Located, in force',
  ),
  'person-dossier.status.EXECUTED': words('Аткарылган', 'Исполнено', 'Орындалған', 'Executed'),
  'person-dossier.status.WITHDRAWN': words('Алынып салынган', 'Прекращено', 'Алынып тасталған', 'Withdrawn'),
  'person-dossier.status.EXPIRED': words('Мөөнөтү бүткөн', 'Истекло', 'Мерзімі біткен', 'Expired'),
  'person-dossier.status.ARCHIVED': words('Архивде', 'В архиве', 'Мұрағатта', 'Archived'),
  'person-dossier.status.ERASED': words('Өчүрүлгөн', 'Удалено', 'Өшірілген', 'Erased'),
};

const ACTIONS: Readonly<Record<`person-dossier.action.${ActionCode}`, Words>> = {
  'person-dossier.action.A1': words(
    'кармап, экинчи линияны чакыруу',
    'задержать, вызвать вторую линию',
    'ұстап, екінші желіні шақыру',
    'detain and call the second line',
  ),
  'person-dossier.action.A2': words(
    'инсандыгын тактоо үчүн кармап туруу',
    'задержать для установления личности',
    'жеке басын анықтау үшін ұстап тұру',
    'detain for identification',
  ),
  'person-dossier.action.L1': words(
    'дарегин, багытын жазып, өткөрүү',
    'записать адрес и маршрут, пропустить',
    'мекенжайы мен бағытын жазып, өткізу',
    'note address and route, let pass',
  ),
  'person-dossier.action.L2': words(
    'документ тапшыруу',
    'вручить документ',
    'құжат тапсыру',
    'serve a document',
  ),
  'person-dossier.action.D1': words(
    'билгизбей өткөрүп, кабарлоо',
    'пропустить незаметно и сообщить',
    'білдірмей өткізіп, хабарлау',
    'let pass with no sign, report',
  ),
  'person-dossier.action.S1': words(
    'атайын текшерүү (кишини, жүктү)',
    'специальная проверка (лицо, багаж)',
    'арнайы тексеру (адам, жүк)',
    'specific check of person and luggage',
  ),
  'person-dossier.action.W1': words(
    'абалын билип, жардам берүү',
    'выяснить состояние, помочь',
    'жағдайын біліп, көмектесу',
    'check welfare, help',
  ),
  'person-dossier.action.T1': words(
    'жол документин алып коюу',
    'изъять проездной документ',
    'жол жүру құжатын алып қою',
    'seize the travel document',
  ),
  'person-dossier.action.N1': words(
    'ээсине гана кабарлоо',
    'сообщить только владельцу',
    'тек иесіне хабарлау',
    'notify the owner only',
  ),
};

const DANGERS: Readonly<Record<`person-dossier.danger.${DangerFlag}`, Words>> = {
  'person-dossier.danger.ARMED': words('куралданган', 'вооружён', 'қаруланған', 'armed'),
  'person-dossier.danger.VIOLENT': words('зордукчул', 'склонен к насилию', 'зорлыққа бейім', 'violent'),
  'person-dossier.danger.ESCAPEE': words('качып кеткен', 'совершал побег', 'қашқан', 'escapee'),
  'person-dossier.danger.SUICIDE_RISK': words(
    'өзүн өлтүрүү коркунучу',
    'риск суицида',
    'суицид қаупі',
    'suicide risk',
  ),
  'person-dossier.danger.HEALTH_RISK': words(
    'ден соолукка коркунуч',
    'опасность для здоровья',
    'денсаулыққа қауіп',
    'health risk',
  ),
  'person-dossier.danger.TERRORISM_RELATED': words(
    'терроризмге байланыштуу',
    'связан с терроризмом',
    'терроризмге қатысты',
    'terrorism-related',
  ),
  'person-dossier.danger.PROTECTED_BY_GUARDS': words(
    'жан сакчылары бар',
    'есть охрана',
    'күзетшілері бар',
    'has guards',
  ),
  'person-dossier.danger.MINOR': words('жашы жете элек', 'несовершеннолетний', 'кәмелетке толмаған', 'minor'),
};

const CAVEATS: Readonly<Record<`person-dossier.caveat.${Caveat}`, Words>> = {
  'person-dossier.caveat.NO_ONWARD_TRANSFER': words(
    'андан ары берилбейт',
    'без дальнейшей передачи',
    'әрі қарай берілмейді',
    'no onward transfer',
  ),
  'person-dossier.caveat.NO_THIRD_STATE_USE': words(
    'үчүнчү мамлекеттин өндүрүшүндө колдонулбайт',
    'не использовать в делах третьих государств',
    'үшінші мемлекет ісінде пайдаланылмайды',
    'no use in proceedings of third states',
  ),
  'person-dossier.caveat.ORIGINATOR_CONSENT': words(
    'ээсинин макулдугу менен',
    'с согласия владельца',
    'иесінің келісімімен',
    'with the consent of the originator',
  ),
};

export const personDossierTexts = {
  ...TYPES,
  ...STATUSES,
  ...ACTIONS,
  ...DANGERS,
  ...CAVEATS,
  'person-dossier.headline': words(
    'Адамдын топтому',
    'Досье лица',
    'Адам құжаттамасы',
    'Dossier of a person',
  ),
  'person-dossier.not-proof': words(
    'Бул барак издөөнүн азыркы абалын гана көрсөтөт: аракет кылардан мурун реестрден текшериңиз.',
    'Лист показывает положение на момент печати: перед действием сверьтесь с реестром.',
    'Бұл парақ басып шығарған сәттегі күйді көрсетеді: әрекет алдында тізілімнен тексеріңіз.',
    'This sheet shows how things stood when it was printed: ask the registry before you act on it.',
  ),
  'person-dossier.demo': words(
    'DEMO: бардык маалымат ойдон чыгарылган.',
    'DEMO: все данные вымышлены.',
    'DEMO: барлық дерек ойдан шығарылған.',
    'DEMO: all data are invented.',
  ),
  'person-dossier.recorded-by': words('Жазган мамлекет', 'Запись сделана', 'Жазған мемлекет', 'Recorded by'),
  'person-dossier.identity.UNCONFIRMED': words(
    'Инсандыгы ырасталган эмес.',
    'Личность не подтверждена.',
    'Жеке басы расталмаған.',
    'Identity not confirmed.',
  ),
  'person-dossier.identity.FALSE_IDENTITY_IN_USE': words(
    'Жалган ысым менен жүрөт.',
    'Пользуется вымышленными данными.',
    'Жалған атпен жүр.',
    'Uses a false identity.',
  ),
  'person-dossier.identity.STOLEN_IDENTITY_VICTIM_KNOWN': words(
    'Башка адамдын документин колдонот: чыныгы ээси күнөөлүү эмес, аны кармабаңыз.',
    'Пользуется чужими документами: их законный владелец не виновен, его не задерживать.',
    'Басқа адамның құжатын пайдаланады: оның шынайы иесі кінәлі емес, оны ұстамаңыз.',
    'Uses the papers of another person: their rightful holder is innocent and is not to be held.',
  ),
  'person-dossier.alerts': words('Жарыялар', 'Объявления', 'Жарияланымдар', 'Alerts'),
  'person-dossier.owner': words('Ээси', 'Владелец', 'Иесі', 'Owner'),
  'person-dossier.standing': words('Абалы', 'Состояние', 'Күйі', 'Status'),
  'person-dossier.valid': words('Күчүндө', 'Срок действия', 'Қолданылу мерзімі', 'In force'),
  'person-dossier.actions': words('Эмне кылуу керек', 'Что делать', 'Не істеу керек', 'What to do'),
  'person-dossier.danger': words('Коркунуч', 'Опасность', 'Қауіп', 'Danger'),
  'person-dossier.no-danger': words('белгисиз', 'не известна', 'белгісіз', 'none known'),
  'person-dossier.reason': words('Себеби', 'Основание розыска', 'Себебі', 'Reason'),
  'person-dossier.contact': words('Байланыш', 'Связь', 'Байланыс', 'Contact'),
  'person-dossier.caveats': words('Чектөөлөр', 'Ограничения', 'Шектеулер', 'Restrictions of use'),
  'person-dossier.offences': words('Кылмыштар', 'Преступления', 'Қылмыстар', 'Offences'),
  'person-dossier.warrants': words('Ордерлер', 'Ордера', 'Ордерлер', 'Warrants'),
  'person-dossier.revoked': words('жокко чыгарылган', 'отменено', 'күші жойылған', 'revoked'),
  'person-dossier.cases': words(
    'Экстрадиция иштери',
    'Дела о выдаче',
    'Ұстап беру істері',
    'Extradition cases',
  ),
  'person-dossier.stage': words('Баскыч', 'Стадия', 'Саты', 'Stage'),
  'person-dossier.since': words('Качандан бери', 'С какого дня', 'Қай күннен', 'Since'),
} as const satisfies Readonly<Record<string, Words>>;

export type PersonDossierWord = keyof typeof personDossierTexts;
