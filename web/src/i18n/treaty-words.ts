// Why a treaty governs or not, and the words of its rules.
import { channelWords } from './case-matter-words.ts';
import { four } from './four.ts';
import type { TextTable } from './texts.tsx';

export const chainWords = {
  CHOSEN: four('колдонулат', 'применяется', 'қолданылады', 'governs'),
  LATER_IN_ORDER: four('кезеги кийин', 'ниже по порядку', 'реті кейін', 'later in the order'),
  REPLACED: four('ордун башка келишим басты', 'заменён', 'орнын басқа шарт басты', 'replaced'),
  NOT_A_PARTY: four('катышуучу эмес', 'не участник', 'қатысушы емес', 'not a party'),
  NOT_A_BASIS: four(
    'негиз катары таанылбайт',
    'не признан основанием',
    'негіз ретінде танылмайды',
    'not taken as a basis',
  ),
  OTHER_OFFENCES: four(
    'башка кылмыштар үчүн',
    'для иных преступлений',
    'өзге қылмыстар үшін',
    'for other offences',
  ),
} satisfies TextTable;

export const treatyKindWords = {
  TREATY: four('Келишим', 'Договор', 'Шарт', 'Treaty'),
  NATIONAL: four('Улуттук мыйзам', 'Национальный закон', 'Ұлттық заң', 'National law'),
  DEFAULTS: four('Ички эрежелер', 'Внутренние правила', 'Ішкі ережелер', 'House rules'),
} satisfies TextTable;

export const unitWords = {
  HOURS: four('саат', 'ч', 'сағат', 'hours'),
  DAYS: four('күн', 'дн.', 'күн', 'days'),
  MONTHS: four('ай', 'мес.', 'ай', 'months'),
} satisfies TextTable;

/** When a document belongs to the file. */
export const whenWords = {
  ALWAYS: four('ар дайым', 'всегда', 'әрқашан', 'always'),
  PROSECUTION: four('куугунтук үчүн', 'для преследования', 'қудалау үшін', 'for prosecution'),
  SENTENCE: four('өкүмдү аткаруу үчүн', 'для исполнения приговора', 'үкімді орындау үшін', 'for a sentence'),
  IN_ABSENTIA: four(
    'өкүм сыртынан чыкса',
    'при заочном приговоре',
    'үкім сырттай шығарылса',
    'after a judgment in absence',
  ),
  OPTIONAL: four('кааласа', 'по желанию', 'қалауынша', 'if wished'),
} satisfies TextTable;

/** What happens in a case, as the rules of clocks name it. */
export const caseEventWords = {
  PROV_ARREST: four(
    'суроо-талапка чейин камакка алуу',
    'арест до запроса',
    'сұрауға дейінгі қамау',
    'arrest before the request',
  ),
  ARREST: four('камакка алуу', 'заключение под стражу', 'қамауға алу', 'arrest'),
  CUSTODY_ORDERED: four('камак жөнүндө чечим', 'решение о страже', 'қамау туралы шешім', 'custody ordered'),
  FREED: four('камактан чыгуу', 'конец стражи', 'қамаудан шығу', 'end of custody'),
  REQUEST_RECEIVED: four(
    'суроо-талап алынды',
    'получение запроса',
    'сұраудың түсуі',
    'receipt of the request',
  ),
  INFO_ASKED: four(
    'кошумча маалымат суралды',
    'запрос дополнений',
    'қосымша мәлімет сұралды',
    'information asked',
  ),
  INFO_ENDED: four(
    'кошумча маалымат алынды',
    'получение дополнений',
    'қосымша мәлімет түсті',
    'information supplied',
  ),
  REVIEW_OPENED: four('текшерүү башталды', 'начало проверки', 'тексеру басталды', 'review opened'),
  CONSENT_GIVEN: four('макулдук берилди', 'согласие лица', 'келісім берілді', 'consent of the person'),
  CONSENT_VOID: four(
    'макулдук жараксыз',
    'согласие утратило силу',
    'келісім жарамсыз',
    'consent no longer valid',
  ),
  COURT_REFERRED: four('сотко берилди', 'передача в суд', 'сотқа берілді', 'referral to the court'),
  GRANTED: four('экстрадицияга уруксат', 'разрешение выдачи', 'ұстап беруге рұқсат', 'extradition granted'),
  REFUSED: four('баш тартуу', 'отказ', 'бас тарту', 'refusal'),
  DECIDED: four('чечим чыкты', 'решение о выдаче', 'шешім шықты', 'decision'),
  APPEALED: four('даттануу', 'обжалование', 'шағымдану', 'appeal'),
  RULED: four('даттануу каралды', 'жалоба рассмотрена', 'шағым қаралды', 'end of the appeal'),
  APPEAL_WAIVED: four(
    'даттануудан баш тартуу',
    'отказ от обжалования',
    'шағымнан бас тарту',
    'appeal waived',
  ),
  HELD: four('токтотулду', 'приостановление', 'тоқтатылды', 'put on hold'),
  HOLD_LIFTED: four('улантылды', 'возобновление', 'жалғастырылды', 'hold lifted'),
  POSTPONED: four('кийинкиге калтыруу', 'отсрочка', 'кейінге қалдыру', 'postponement'),
  TEMP_SURRENDERED: four(
    'убактылуу өткөрүп берүү',
    'временная передача',
    'уақытша беру',
    'temporary surrender',
  ),
  RETURNED: four('кайтаруу', 'возвращение', 'қайтару', 'return of the person'),
  SURRENDER_SET: four(
    'белгиленген өткөрүп берүү күнү',
    'назначенный день передачи',
    'белгіленген беру күні',
    'the day set for surrender',
  ),
  SURRENDERED: four('өткөрүп берүү', 'передача лица', 'адамды беру', 'surrender'),
  TRANSFERRED: four(
    'куугунтукту өткөрүү',
    'передача преследования',
    'қудалауды беру',
    'transfer of prosecution',
  ),
  STATUS_REPORTED: four(
    'абалы билдирилди',
    'сообщение о ходе',
    'барысы хабарланды',
    'report on the state of things',
  ),
  WAIVER_ASKED: four(
    'башка кылмыш үчүн макулдук суралды',
    'запрос согласия на иное преступление',
    'өзге қылмысқа келісім сұралды',
    'consent to another offence asked',
  ),
  WAIVER_ANSWERED: four(
    'башка кылмыш боюнча жооп',
    'ответ об ином преступлении',
    'өзге қылмыс бойынша жауап',
    'answer about another offence',
  ),
  JUDGMENT_FINAL: four(
    'өкүм күчүнө кирди',
    'вступление приговора в силу',
    'үкімнің күшіне енуі',
    'judgment in force',
  ),
  OUTCOME_REPORTED: four(
    'жыйынтык билдирилди',
    'сообщение об исходе',
    'нәтиже хабарланды',
    'outcome reported',
  ),
} satisfies TextTable;

/** Treaties name ways that a case of this system does not take. */
export const treatyChannelWords = {
  ...channelWords,
  CENTRAL_AUTHORITY: four('Борбордук орган', 'Центральный орган', 'Орталық орган', 'Central authority'),
  JUDICIAL: four('Соттон сотко', 'Между судами', 'Соттан сотқа', 'Court to court'),
  SIRENE: four('SIRENE бюросу', 'Бюро SIRENE', 'SIRENE бюросы', 'SIRENE bureau'),
} satisfies TextTable;

export const languageWords = {
  ky: four('кыргызча', 'киргизский', 'қырғызша', 'Kyrgyz'),
  ru: four('орусча', 'русский', 'орысша', 'Russian'),
  kk: four('казакча', 'казахский', 'қазақша', 'Kazakh'),
  en: four('англисче', 'английский', 'ағылшынша', 'English'),
  de: four('немисче', 'немецкий', 'немісше', 'German'),
  fr: four('французча', 'французский', 'французша', 'French'),
  es: four('испанча', 'испанский', 'испанша', 'Spanish'),
  ar: four('арабча', 'арабский', 'арабша', 'Arabic'),
  zh: four('кытайча', 'китайский', 'қытайша', 'Chinese'),
  tr: four('түркчө', 'турецкий', 'түрікше', 'Turkish'),
  uz: four('өзбекче', 'узбекский', 'өзбекше', 'Uzbek'),
  tg: four('тажикче', 'таджикский', 'тәжікше', 'Tajik'),
} satisfies TextTable;

export const expiryWords = {
  RELEASE: four('бошотуу', 'освобождение', 'босату', 'release'),
  MAY_RELEASE: four('бошотууга болот', 'можно освободить', 'босатуға болады', 'may release'),
  REMIND: four('эскертүү', 'напоминание', 'еске салу', 'reminder'),
  REFUSE_POSSIBLE: four('баш тартууга болот', 'можно отказать', 'бас тартуға болады', 'may refuse'),
} satisfies TextTable;
