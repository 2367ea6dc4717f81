// The closed lists of asset recovery and legal assistance in words.
import { four } from './four.ts';
import type { TextTable } from './texts.tsx';

export const assetStateWords = {
  SUSPECTED: four('Болжолдонууда', 'Предполагается', 'Болжанады', 'Suspected'),
  TRACED: four('Табылды', 'Установлен', 'Анықталды', 'Traced'),
  FREEZE_REQUESTED: four('Камакка алуу суралды', 'Запрошен арест', 'Тыйым сұралды', 'Freeze asked'),
  FROZEN: four('Камакка алынган', 'Арестован', 'Тыйым салынды', 'Frozen'),
  SEIZED: four('Алып коюлган', 'Изъят', 'Алынды', 'Seized'),
  CONFISCATION_REQUESTED: four(
    'Конфискация суралды',
    'Запрошена конфискация',
    'Тәркілеу сұралды',
    'Confiscation asked',
  ),
  CONFISCATED: four('Конфискацияланды', 'Конфискован', 'Тәркіленді', 'Confiscated'),
  RETURN_NEGOTIATED: four(
    'Кайтаруу макулдашылууда',
    'Возврат согласуется',
    'Қайтару келісілуде',
    'Return negotiated',
  ),
  RETURNED: four('Кайтарылды', 'Возвращён', 'Қайтарылды', 'Returned'),
  DISPOSED_LOCALLY: four(
    'Жергиликтүү колдонулду',
    'Реализован на месте',
    'Жергілікті жұмсалды',
    'Disposed of locally',
  ),
  VICTIM_COMPENSATED: four(
    'Жабырлануучуга берилди',
    'Передан потерпевшему',
    'Жәбірленушіге берілді',
    'Victim compensated',
  ),
  RELEASED: four('Бошотулду', 'Освобождён', 'Босатылды', 'Released'),
  LOST: four('Жоголду', 'Утрачен', 'Жоғалды', 'Lost'),
  REFUSED: four('Баш тартылды', 'Отказано', 'Бас тартылды', 'Refused'),
} satisfies TextTable;

export const assetTypeWords = {
  REAL_ESTATE: four('Кыймылсыз мүлк', 'Недвижимость', 'Жылжымайтын мүлік', 'Real estate'),
  BANK_ACCOUNT: four('Банк эсеби', 'Банковский счёт', 'Банк шоты', 'Bank account'),
  SECURITIES: four('Баалуу кагаздар', 'Ценные бумаги', 'Бағалы қағаздар', 'Securities'),
  COMPANY_SHARE: four('Компаниядагы үлүш', 'Доля в компании', 'Компаниядағы үлес', 'Company share'),
  VEHICLE: four('Унаа', 'Транспорт', 'Көлік', 'Vehicle'),
  VESSEL_AIRCRAFT: four('Кеме же учак', 'Судно', 'Кеме не ұшақ', 'Vessel or aircraft'),
  CRYPTO: four('Криптовалюта', 'Криптовалюта', 'Криптовалюта', 'Crypto'),
  CASH: four('Накталай акча', 'Наличные', 'Қолма-қол ақша', 'Cash'),
  JEWELLERY_ART: four(
    'Зергерчилик, искусство',
    'Драгоценности, искусство',
    'Зергерлік, өнер',
    'Jewellery, art',
  ),
  RECEIVABLE: four('Талап укугу', 'Право требования', 'Талап құқығы', 'Receivable'),
  OTHER: four('Башка', 'Иное', 'Өзге', 'Other'),
} satisfies TextTable;

export const routeWords = {
  CRIMINAL: four('Кылмыш иши', 'Уголовное дело', 'Қылмыстық іс', 'Criminal'),
  NCB: four('Өкүмсүз конфискация', 'Конфискация без приговора', 'Үкімсіз тәркілеу', 'Without conviction'),
  CIVIL: four('Жарандык доо', 'Гражданский иск', 'Азаматтық талап', 'Civil'),
  SETTLEMENT: four('Макулдашуу', 'Мировое соглашение', 'Келісім', 'Settlement'),
  VOLUNTARY: four('Ыктыярдуу', 'Добровольно', 'Ерікті', 'Voluntary'),
} satisfies TextTable;

export const stageWords = {
  IDENTIFIED: four('Табылган', 'Найдено', 'Табылған', 'Found'),
  SECURED: four('Камакка алынган', 'Арестовано', 'Тыйым салынған', 'Frozen'),
  CONFISCATED: four('Конфискацияланган', 'Конфисковано', 'Тәркіленген', 'Confiscated'),
  RETURNED: four('Кайтарылган', 'Возвращено', 'Қайтарылған', 'Returned'),
  OUT: four('Чыгып калган', 'Выбыло', 'Шығып қалған', 'Fallen out'),
} satisfies TextTable;

export const accountWords = {
  STATE_BUDGET: four('Бюджет', 'Бюджет', 'Бюджет', 'State budget'),
  VICTIM_FUND: four('Жабырлануучулар фонду', 'Фонд потерпевших', 'Жәбірленушілер қоры', 'Victims’ fund'),
  VICTIM: four('Жабырлануучу', 'Потерпевший', 'Жәбірленуші', 'Victim'),
  SHARED_ABROAD: four(
    'Чет өлкө менен бөлүшүлдү',
    'Разделено с другим государством',
    'Шетелмен бөлінді',
    'Shared abroad',
  ),
} satisfies TextTable;

export const valuationWords = {
  ESTIMATE: four('Баалоо', 'Оценка', 'Бағалау', 'Estimate'),
  REGISTRY: four('Реестр', 'Реестр', 'Тізілім', 'Registry'),
  MARKET: four('Рынок', 'Рынок', 'Нарық', 'Market'),
  EXPERT: four('Эксперт', 'Эксперт', 'Сарапшы', 'Expert'),
  ACCOUNT_BALANCE: four('Эсептеги калдык', 'Остаток на счёте', 'Шоттағы қалдық', 'Account balance'),
  SALE: four('Сатуу', 'Продажа', 'Сату', 'Sale'),
} satisfies TextTable;

export const identifierWords = {
  IBAN: four('IBAN', 'IBAN', 'IBAN', 'IBAN'),
  ACCOUNT: four('Эсеп номери', 'Номер счёта', 'Шот нөмірі', 'Account number'),
  CADASTRAL: four('Кадастр номери', 'Кадастровый номер', 'Кадастр нөмірі', 'Cadastral number'),
  VIN: four('VIN', 'VIN', 'VIN', 'VIN'),
  WALLET: four('Капчык', 'Кошелёк', 'Әмиян', 'Wallet'),
  COMPANY_NUMBER: four('Компания номери', 'Номер компании', 'Компания нөмірі', 'Company number'),
  ISIN: four('ISIN', 'ISIN', 'ISIN', 'ISIN'),
  OTHER: four('Башка', 'Иное', 'Өзге', 'Other'),
} satisfies TextTable;

export const assistanceTypeWords = {
  SERVE: four('Документ тапшыруу', 'Вручение документов', 'Құжат тапсыру', 'Service of documents'),
  INTERVIEW: four('Суракка алуу', 'Допрос', 'Жауап алу', 'Interview'),
  SEARCH_SEIZE: four('Тинтүү жана алуу', 'Обыск и выемка', 'Тінту және алу', 'Search and seizure'),
  BANK_DATA: four('Банк маалыматы', 'Банковские сведения', 'Банк мәліметтері', 'Bank data'),
  ASSET_TRACE: four('Мүлктү издөө', 'Розыск имущества', 'Мүлікті іздеу', 'Asset tracing'),
  FREEZE: four('Мүлккө камак салуу', 'Арест имущества', 'Мүлікке тыйым салу', 'Freeze'),
  CONFISCATE: four('Конфискациялоо', 'Конфискация', 'Тәркілеу', 'Confiscation'),
  TRANSFER_PROCEEDINGS: four('Ишти өткөрүп берүү', 'Передача дела', 'Істі беру', 'Transfer of proceedings'),
  INFO: four('Маалымат', 'Сведения', 'Мәлімет', 'Information'),
} satisfies TextTable;

export const assistanceStateWords = {
  DRAFT: four('Долбоор', 'Проект', 'Жоба', 'Draft'),
  SENT: four('Жөнөтүлдү', 'Направлен', 'Жіберілді', 'Sent'),
  RECEIVED: four('Алынды', 'Получен', 'Алынды', 'Received'),
  IN_EXECUTION: four('Аткарылууда', 'Исполняется', 'Орындалуда', 'In execution'),
  NEED_INFO: four('Маалымат керек', 'Нужны сведения', 'Мәлімет керек', 'Information needed'),
  EXECUTED: four('Аткарылды', 'Исполнен', 'Орындалды', 'Executed'),
  PARTLY: four('Жарым-жартылай', 'Частично', 'Ішінара', 'Partly executed'),
  REFUSED: four('Баш тартылды', 'Отказано', 'Бас тартылды', 'Refused'),
  CLOSED: four('Жабылды', 'Закрыт', 'Жабылды', 'Closed'),
} satisfies TextTable;

export const assistanceVerbWords = {
  send: four('Жөнөтүү', 'Направить', 'Жіберу', 'Send'),
  receive: four('Алгандыгын белгилөө', 'Отметить получение', 'Алғанын белгілеу', 'Note the receipt'),
  begin: four('Аткара баштоо', 'Начать исполнение', 'Орындауды бастау', 'Begin execution'),
  'ask-info': four('Маалымат суроо', 'Запросить сведения', 'Мәлімет сұрау', 'Ask for information'),
  'supply-info': four('Маалымат берүү', 'Дать сведения', 'Мәлімет беру', 'Supply information'),
  execute: four('Аткарылды', 'Исполнен', 'Орындалды', 'Executed'),
  'execute-partly': four(
    'Жарым-жартылай аткарылды',
    'Исполнен частично',
    'Ішінара орындалды',
    'Partly executed',
  ),
  refuse: four('Баш тартуу', 'Отказать', 'Бас тарту', 'Refuse'),
  withdraw: four('Кайтарып алуу', 'Отозвать', 'Кері қайтару', 'Withdraw'),
  reopen: four('Кайра баштоо', 'Возобновить', 'Қайта бастау', 'Take up again'),
  close: four('Жабуу', 'Закрыть', 'Жабу', 'Close'),
} satisfies TextTable;

export const urgencyWords = {
  ROUTINE: four('Кадимки', 'Обычный', 'Қалыпты', 'Routine'),
  URGENT: four('Шашылыш', 'Срочный', 'Шұғыл', 'Urgent'),
  IMMEDIATE: four('Дароо', 'Немедленный', 'Дереу', 'Immediate'),
} satisfies TextTable;
