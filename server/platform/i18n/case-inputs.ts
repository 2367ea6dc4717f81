// What a step of a case has to bring with it, in four languages.
import type { Locale } from '../../domain/access/actor.ts';
import type { StepInput } from '../../domain/cases/steps/step.ts';

/** An input without all four texts does not compile. */
export const caseInputTexts: Readonly<
  Record<`INPUT_${StepInput}` | 'DOCUMENT_MISSING', Readonly<Record<Locale, string>>>
> = {
  INPUT_REASON: {
    ky: 'Себебин жазыңыз',
    ru: 'Укажите причину',
    kk: 'Себебін жазыңыз',
    en: 'Give the reason',
  },
  INPUT_ACTED_BY: {
    ky: 'Бул аракетти ким жасаганын жазыңыз',
    ru: 'Укажите, кто совершил действие',
    kk: 'Әрекетті кім жасағанын жазыңыз',
    en: 'Say whose act it was',
  },
  INPUT_ARREST: {
    ky: 'Кармоо маалыматын жазыңыз',
    ru: 'Укажите данные о задержании',
    kk: 'Ұстау туралы деректерді жазыңыз',
    en: 'Give the facts of the arrest',
  },
  INPUT_CHANNEL: {
    ky: 'Байланыш каналын тандаңыз',
    ru: 'Выберите канал передачи',
    kk: 'Байланыс арнасын таңдаңыз',
    en: 'Choose the channel',
  },
  INPUT_ITEMS: {
    ky: 'Эмне жетишпегенин жазыңыз',
    ru: 'Перечислите недостающее',
    kk: 'Не жетіспейтінін жазыңыз',
    en: 'List what is missing',
  },
  INPUT_CONSENT_FORM: {
    ky: 'Макулдуктун шарттарын жазыңыз',
    ru: 'Укажите условия согласия',
    kk: 'Келісім шарттарын жазыңыз',
    en: 'Give the form of the consent',
  },
  INPUT_CONSENT_END: {
    ky: 'Макулдук эмне үчүн бүткөнүн жазыңыз',
    ru: 'Укажите, почему согласие отпало',
    kk: 'Келісім неге тоқтағанын жазыңыз',
    en: 'Say how the consent ended; it may be irrevocable',
  },
  INPUT_DECISION_GRANTING: {
    ky: 'Ар бир кылмыш боюнча чечим керек, жок дегенде бирөө канааттандырылган',
    ru: 'Нужно решение по каждому преступлению, хотя бы одно удовлетворено',
    kk: 'Әр қылмыс бойынша шешім керек, кемінде біреуі қанағаттандырылған',
    en: 'Decide on every offence, granting at least one',
  },
  INPUT_DECISION_REFUSING: {
    ky: 'Ар бир кылмыш боюнча баш тартуу чечими керек',
    ru: 'Нужен отказ по каждому преступлению',
    kk: 'Әр қылмыс бойынша бас тарту шешімі керек',
    en: 'Decide on every offence, refusing all',
  },
  INPUT_HOLD: {
    ky: 'Тоскоолдуктун себебин жазыңыз',
    ru: 'Укажите причину препятствия',
    kk: 'Кедергінің себебін жазыңыз',
    en: 'Name the impediment',
  },
  INPUT_END_CONDITION: {
    ky: 'Кийинкиге калтыруу качан бүтөрүн жазыңыз',
    ru: 'Укажите условие окончания отсрочки',
    kk: 'Кейінге қалдыру қашан бітетінін жазыңыз',
    en: 'Say when the postponement ends',
  },
  INPUT_RETURN_TERM: {
    ky: 'Кайтаруу күнүн келечекте көрсөтүңүз',
    ru: 'Укажите будущую дату возврата',
    kk: 'Қайтару күнін болашақта көрсетіңіз',
    en: 'Name the day of return, in the future',
  },
  INPUT_PLACE_AND_TIME: {
    ky: 'Орду менен убактысын келечекте көрсөтүңүз',
    ru: 'Укажите место и будущее время',
    kk: 'Орны мен уақытын болашақта көрсетіңіз',
    en: 'Name place and time, in the future',
  },
  INPUT_MEDICAL_CHECK: {
    ky: 'Медициналык текшерүү керек',
    ru: 'Нужен медицинский осмотр',
    kk: 'Медициналық тексеру керек',
    en: 'A medical check is needed',
  },
  INPUT_LAPSE: {
    ky: 'Бошотуунун негизи керек; мөөнөт негиз болсо, ал чындап бүтүшү керек',
    ru: 'Нужно основание освобождения; срок как основание должен действительно истечь',
    kk: 'Босатудың негізі керек; мерзім негіз болса, ол шынымен бітуі тиіс',
    en: 'Name the ground of release; a limit must really be reached',
  },
  INPUT_OUTCOME: {
    ky: 'Иштин жыйынтыгын жазыңыз',
    ru: 'Укажите исход дела',
    kk: 'Істің нәтижесін жазыңыз',
    en: 'Report the outcome',
  },
  INPUT_WAIVER_REQUEST: {
    ky: 'Сурамдын мазмунун жазыңыз',
    ru: 'Укажите, о чём запрос',
    kk: 'Сұраудың мазмұнын жазыңыз',
    en: 'Say what is asked for',
  },
  INPUT_WAIVER_ANSWER: {
    ky: 'Жоопту жазыңыз',
    ru: 'Укажите ответ',
    kk: 'Жауапты жазыңыз',
    en: 'Give the answer',
  },
  DOCUMENT_MISSING: {
    ky: '{document} документи жетишпейт же күбөлөндүрүлгөн эмес',
    ru: 'Документа {document} нет, или он не заверен',
    kk: '{document} құжаты жоқ немесе куәландырылмаған',
    en: 'Document {document} is missing or not certified',
  },
};
