// Definitions of everything that is counted of extradition cases.
import { define } from './definition.ts';

export const CASE_DEFINITIONS = {
  sent: define(
    ['Жөнөтүлдү', 'REQUEST_SENT абалына биринчи өтүү'],
    ['Направлено', 'первый вход в состояние REQUEST_SENT'],
    ['Жіберілді', 'REQUEST_SENT күйіне алғашқы өту'],
    ['Sent', 'first entry into REQUEST_SENT'],
  ),
  received: define(
    ['Алынды', 'суралуучу тараптын REQUEST_RECEIVED абалына биринчи өтүүсү'],
    ['Получено', 'первый вход в REQUEST_RECEIVED по отметке запрашиваемой стороны'],
    ['Алынды', 'сұрау салынатын тараптың REQUEST_RECEIVED күйіне алғашқы өтуі'],
    ['Received', 'first REQUEST_RECEIVED, acknowledged by the requested state'],
  ),
  granted: define(
    [
      'Уруксат берилди',
      'бардык кылмыштар боюнча күчүнө кирген биринчи GRANTED; даттанууга боло тургандары саналбайт',
    ],
    ['Разрешено', 'первое GRANTED, ставшее окончательным, по всем преступлениям; обжалуемые не считаются'],
    [
      'Рұқсат берілді',
      'барлық қылмыстар бойынша түпкілікті болған алғашқы GRANTED; шағым берілетіндері саналмайды',
    ],
    [
      'Granted',
      'first GRANTED that becomes final, for all offences; what can still be appealed is not counted',
    ],
  ),
  partly: define(
    ['Жарым-жартылай', 'күчүнө кирген биринчи GRANTED, айрым кылмыштар боюнча гана'],
    ['Частично', 'первое GRANTED, ставшее окончательным, лишь по части преступлений'],
    ['Ішінара', 'түпкілікті болған алғашқы GRANTED, тек кейбір қылмыстар бойынша'],
    ['Partly', 'first GRANTED that becomes final, for some of the offences'],
  ),
  refused: define(
    ['Баш тартылды', 'кийин жокко чыгарылбаган REFUSED; LAPSED баш тартуу эмес'],
    ['Отказано', 'REFUSED, не отменённое позднее; LAPSED — не отказ'],
    ['Бас тартылды', 'кейін жойылмаған REFUSED; LAPSED — бас тарту емес'],
    ['Refused', 'REFUSED that no later decision overturned; LAPSED is no refusal'],
  ),
  withdrawn: define(
    ['Кайтарып алынды', 'WITHDRAWN абалына өтүү'],
    ['Отозвано', 'вход в состояние WITHDRAWN'],
    ['Қайтарып алынды', 'WITHDRAWN күйіне өту'],
    ['Withdrawn', 'entry into WITHDRAWN'],
  ),
  surrendered: define(
    ['Өткөрүлдү', 'өткөрүп берүү актысы (SURRENDERED)'],
    ['Передано', 'акт передачи (SURRENDERED)'],
    ['Берілді', 'беру актісі (SURRENDERED)'],
    ['Surrendered', 'hand-over act (SURRENDERED)'],
  ),
  arrested: define(
    ['Убактылуу камактар', 'PROV_ARRESTED абалына биринчи өтүү'],
    ['Временные аресты', 'первый вход в PROV_ARRESTED'],
    ['Уақытша қамаулар', 'PROV_ARRESTED күйіне алғашқы өту'],
    ['Provisional arrests', 'first entry into PROV_ARRESTED'],
  ),
  'arrest-lapsed': define(
    ['Камак күчүн жоготту', 'чечимге чейинки LAPSED: суроо-талап убагында келген жок же адам бошотулду'],
    ['Арест прекращён', 'LAPSED до решения: запрос не поступил в срок или лицо освобождено'],
    ['Қамау күшін жойды', 'шешімге дейінгі LAPSED: сұрау мерзімінде келмеді немесе адам босатылды'],
    ['Arrest lapsed', 'LAPSED before a decision: no request in time, or released'],
  ),
  'waiting-6': define(
    ['6 айга чейин', 'мезгилдин акырында алынган жана бүтпөгөн, 183 күнгө чейин'],
    ['До 6 месяцев', 'получено и не окончено на конец периода, до 183 дней'],
    ['6 айға дейін', 'кезең соңында алынған және аяқталмаған, 183 күнге дейін'],
    ['Up to 6 months', 'received and not ended at the end of the period, up to 183 days'],
  ),
  'waiting-12': define(
    ['6–12 ай', 'ошондой эле, 184–365 күн'],
    ['6–12 месяцев', 'то же, 184–365 дней'],
    ['6–12 ай', 'сондай-ақ, 184–365 күн'],
    ['6–12 months', 'the same, 184–365 days'],
  ),
  'waiting-more': define(
    ['12 айдан көп', 'ошондой эле, 365 күндөн көп'],
    ['Более 12 месяцев', 'то же, более 365 дней'],
    ['12 айдан көп', 'сондай-ақ, 365 күннен көп'],
    ['Over 12 months', 'the same, more than 365 days'],
  ),
  'not-taken-over': define(
    ['Алып кетилген жок', 'чечимден кийинки LAPSED: адам мөөнөтүндө кабыл алынган эмес'],
    ['Не принято', 'LAPSED после решения: лицо не принято в срок'],
    ['Қабылданбады', 'шешімнен кейінгі LAPSED: адам мерзімінде қабылданбады'],
    ['Not taken over', 'LAPSED after the grant: the person was not taken over in time'],
  ),
  postponed: define(
    ['Кийинкиге калды', 'POSTPONED абалына биринчи өтүү'],
    ['Отсрочено', 'первый вход в POSTPONED'],
    ['Кейінге қалды', 'POSTPONED күйіне алғашқы өту'],
    ['Postponed', 'first entry into POSTPONED'],
  ),
  lent: define(
    ['Убактылуу берилди', 'TEMP_SURRENDERED абалына биринчи өтүү'],
    ['Временно выдано', 'первый вход в TEMP_SURRENDERED'],
    ['Уақытша берілді', 'TEMP_SURRENDERED күйіне алғашқы өту'],
    ['Temporary', 'first entry into TEMP_SURRENDERED'],
  ),
  'by-consent': define(
    ['Макулдугу менен', 'адамдын макулдугу боюнча чыккан акыркы чечим'],
    ['С согласия', 'окончательное решение при согласии лица'],
    ['Келісімімен', 'адамның келісімімен шыққан түпкілікті шешім'],
    ['By consent', 'final grant while the person’s consent stood'],
  ),
  contested: define(
    ['Макулдуксуз', 'адамдын макулдугу жок чыккан акыркы чечим'],
    ['Без согласия', 'окончательное решение без согласия лица'],
    ['Келісімсіз', 'адамның келісімінсіз шыққан түпкілікті шешім'],
    ['Without consent', 'final grant without the person’s consent'],
  ),
  ground: define(
    ['Баш тартуулар', 'негиз боюнча акыркы баш тартуулар; бир иште бир нече негиз болушу мүмкүн'],
    ['Отказы', 'окончательные отказы по основанию; в одном деле их может быть несколько'],
    ['Бас тартулар', 'негіз бойынша түпкілікті бас тартулар; бір істе бірнешеу болуы мүмкін'],
    ['Refusals', 'final refusals that name the ground; one case may name several'],
  ),
  article: define(
    ['Адамдар', 'суроо-талабы мезгилде жөнөтүлгөн адамдар, ар бир мамлекеттер жубу боюнча бир жолу'],
    ['Лица', 'лица, о которых запрос направлен в периоде, один раз на пару государств'],
    ['Адамдар', 'сұрауы кезеңде жіберілген адамдар, мемлекеттер жұбына бір рет'],
    ['Persons', 'persons whose request was sent in the period, once per pair of states'],
  ),
  closed: define(
    ['Аякталган', 'мезгилде аяктаган аралыктар'],
    ['Завершено', 'интервалы, завершённые в периоде'],
    ['Аяқталған', 'кезеңде аяқталған аралықтар'],
    ['Closed', 'intervals that ended in the period'],
  ),
  open: define(
    ['Ачык', 'мезгилдин акырында бүтпөгөн аралыктар; орточого кирбейт'],
    ['Открыто', 'интервалы, не завершённые на конец периода; в среднее не входят'],
    ['Ашық', 'кезең соңында аяқталмаған аралықтар; орташаға кірмейді'],
    ['Open', 'intervals not ended at the end of the period; never part of an average'],
  ),
  median: define(
    ['Медиана, күн', 'аякталган аралыктардын медианасы'],
    ['Медиана, дней', 'медиана завершённых интервалов'],
    ['Медиана, күн', 'аяқталған аралықтардың медианасы'],
    ['Median, days', 'median of closed intervals'],
  ),
  p90: define(
    ['90 %, күн', 'аякталган аралыктардын 90 %ы мындан узак эмес'],
    ['90 %, дней', '90 % завершённых интервалов не дольше'],
    ['90 %, күн', 'аяқталған аралықтардың 90 %-ы бұдан ұзақ емес'],
    ['90 %, days', '90 % of closed intervals were not longer'],
  ),
  act: define(
    ['Саны', 'саптагы окуялар, ар бири өз-өзүнчө'],
    ['Число', 'события строки, каждое отдельно'],
    ['Саны', 'жолдағы оқиғалар, әрқайсысы жеке'],
    ['Number', 'events of the row, each by itself'],
  ),
  'treaty-decided': define(
    ['Чечилди', 'мезгилде биринчи акыркы чечими чыккан иштер'],
    ['Решено', 'дела с первым окончательным решением в периоде'],
    ['Шешілді', 'кезеңде алғашқы түпкілікті шешімі шыққан істер'],
    ['Decided', 'cases whose first final decision fell in the period'],
  ),
  'treaty-open': define(
    ['Күтүүдө', 'мезгилдин акырында чечими жок суроо-талаптар'],
    ['Ожидают', 'запросы без решения на конец периода'],
    ['Күтуде', 'кезең соңында шешімі жоқ сұраулар'],
    ['Waiting', 'requests without a decision at the end of the period'],
  ),
  'clock-met': define(
    ['Сакталды', 'мөөнөтү бүткөнчө токтотулган сааттар'],
    ['Соблюдено', 'сроки, остановленные вовремя'],
    ['Сақталды', 'мерзімі біткенше тоқтатылғандар'],
    ['Met', 'clocks stopped before they ran out'],
  ),
  'clock-late': define(
    ['Кечикти', 'мөөнөтү бүткөндөн кийин токтотулгандар'],
    ['С опозданием', 'остановлены после истечения'],
    ['Кешікті', 'мерзімі біткен соң тоқтатылғандар'],
    ['Late', 'stopped after they had run out'],
  ),
  'clock-overdue': define(
    ['Мөөнөтү өттү', 'мөөнөтү бүтүп, токтотулбагандар'],
    ['Просрочено', 'истекли и не остановлены'],
    ['Мерзімі өтті', 'мерзімі бітіп, тоқтатылмағандар'],
    ['Overdue', 'run out and not stopped'],
  ),
} as const;
