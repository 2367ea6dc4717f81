// What is said about alerts: findings of the publication gate, tasks of the owner, faults of a request.
import type { Locale } from '../../domain/access/actor.ts';
import type { GateCode } from '../../domain/alerts/gate-facts.ts';
import type { OwnerTask } from '../../domain/alerts/owner-tasks.ts';
import { GATE_TEXTS } from './publication-gate.ts';

/** Faults of requests about alerts and warrants. */
export const ALERT_FAULTS = [
  'day-out-of-range',
  'until-before-from',
  'amount-needs-currency',
  'repeated',
  'nothing-to-change',
  'unknown-state',
  'unknown-country',
  'unknown-agency',
  'unknown-offence-code',
  'person-deceased',
  'person-merged',
  'not-editable-now',
  'may-only-narrow',
  'day-in-future',
  'not-later',
  'not-a-scan',
  'file-is-fixed',
  'warrant-revoked',
] as const;
export type AlertFault = (typeof ALERT_FAULTS)[number];

/** A code without all four texts does not compile. */
export const alertTexts: Readonly<
  Record<GateCode | OwnerTask | AlertFault, Readonly<Record<Locale, string>>>
> = {
  ...GATE_TEXTS,
  NO_STANDING_WARRANT: {
    ky: 'Издөө күчүндө, бирок бир да ордер күчүндө эмес: аны алып салуу же жаңы ордер кошуу тууралуу чечим кабыл алыңыз',
    ru: 'Розыск действует, но ни один ордер больше не действует: решите, отозвать его или добавить новый ордер',
    kk: 'Іздеу күшінде, бірақ бірде-бір ордер күшінде емес: оны қайтарып алу немесе жаңа ордер қосу туралы шешім қабылдаңыз',
    en: 'The alert is in force but no warrant stands any more: decide whether to withdraw it or to add a new warrant',
  },
  REVIEW_DUE: {
    ky: 'Издөөнү кайра карап чыгуу мөөнөтү келди',
    ru: 'Наступил срок пересмотра',
    kk: 'Қайта қарау мерзімі келді',
    en: 'The review is due',
  },
  SUSPENSION_OVERDUE: {
    ky: 'Токтотуунун эң узак мөөнөтү бүттү',
    ru: 'Предельный срок приостановления истёк',
    kk: 'Тоқтата тұрудың ең ұзақ мерзімі бітті',
    en: 'The longest period of suspension is over',
  },
  'day-out-of-range': {
    ky: 'Күн 1850–2200-жылдардын ичинде болушу керек',
    ru: 'День должен лежать между 1850 и 2200 годами',
    kk: 'Күн 1850–2200 жылдар аралығында болуы тиіс',
    en: 'The day must lie between the years 1850 and 2200',
  },
  'until-before-from': {
    ky: 'Аягы башынан мурда',
    ru: 'Конец раньше начала',
    kk: 'Соңы басынан бұрын',
    en: 'The end comes before the beginning',
  },
  'amount-needs-currency': {
    ky: 'Сумма менен валюта чогуу көрсөтүлөт',
    ru: 'Сумма и валюта указываются вместе',
    kk: 'Сома мен валюта бірге көрсетіледі',
    en: 'An amount and its currency go together',
  },
  repeated: {
    ky: 'Бир эле нерсе эки жолу көрсөтүлгөн',
    ru: 'Одно и то же указано дважды',
    kk: 'Бір нәрсе екі рет көрсетілген',
    en: 'The same thing is given twice',
  },
  'nothing-to-change': {
    ky: 'Өзгөртүлө турган эч нерсе көрсөтүлгөн эмес',
    ru: 'Не указано, что изменить',
    kk: 'Өзгертілетін ештеңе көрсетілмеген',
    en: 'Nothing to change was given',
  },
  'unknown-state': {
    ky: 'Мындай катышуучу мамлекет жок',
    ru: 'Такого государства-участника нет',
    kk: 'Мұндай қатысушы мемлекет жоқ',
    en: 'There is no such member state',
  },
  'unknown-country': {
    ky: 'Мындай өлкө жок',
    ru: 'Такой страны нет',
    kk: 'Мұндай ел жоқ',
    en: 'There is no such country',
  },
  'unknown-agency': {
    ky: 'Мындай орган жок',
    ru: 'Такого органа нет',
    kk: 'Мұндай орган жоқ',
    en: 'There is no such agency',
  },
  'unknown-offence-code': {
    ky: 'Ээ мамлекеттин мыйзамында мындай берене жок',
    ru: 'В законе государства-владельца такой статьи нет',
    kk: 'Иесі мемлекеттің заңында мұндай бап жоқ',
    en: "The owner state's law has no such article",
  },
  'person-deceased': {
    ky: 'Адамдын өлүмү тастыкталган: жаңы издөө жарыясына жол жок',
    ru: 'Смерть лица подтверждена: новое объявление в розыск невозможно',
    kk: 'Адамның қайтыс болғаны расталған: жаңа іздеу жарияланымына жол жоқ',
    en: 'The death of the person is confirmed: no new alert is possible',
  },
  'person-merged': {
    ky: 'Бул жазуу башка жазуу менен бириктирилген',
    ru: 'Эта запись объединена с другой',
    kk: 'Бұл жазба басқа жазбамен біріктірілген',
    en: 'This record was merged into another',
  },
  'not-editable-now': {
    ky: '{status} абалында муну өзгөртүүгө болбойт',
    ru: 'В состоянии {status} это изменить нельзя',
    kk: '{status} күйінде мұны өзгертуге болмайды',
    en: 'This cannot be changed in the state {status}',
  },
  'may-only-narrow': {
    ky: 'Чыккан жарыяны азыраак адамга гана көрсөтүүгө болот',
    ru: 'Опубликованное объявление можно показывать лишь более узкому кругу',
    kk: 'Шыққан жарияланымды тек аз адамға көрсетуге болады',
    en: 'A published alert can be shown to fewer only',
  },
  'day-in-future': {
    ky: 'Күн келечекте болбошу керек',
    ru: 'День не может быть в будущем',
    kk: 'Күн болашақта болмауы тиіс',
    en: 'The day must not lie in the future',
  },
  'not-later': {
    ky: 'Жаңы мөөнөт азыркыдан кеч болушу керек',
    ru: 'Новый срок должен быть позже нынешнего',
    kk: 'Жаңа мерзім қазіргіден кеш болуы тиіс',
    en: 'The new end must be later than the present one',
  },
  'not-a-scan': {
    ky: 'Файл PDF же сүрөт (JPEG, PNG, WebP) болушу керек',
    ru: 'Файл должен быть PDF или изображением (JPEG, PNG, WebP)',
    kk: 'Файл PDF немесе сурет (JPEG, PNG, WebP) болуы тиіс',
    en: 'The file must be a PDF or an image (JPEG, PNG, WebP)',
  },
  'file-is-fixed': {
    ky: 'Чыккан жарыянын ордеринин файлы алмаштырылбайт: жаңы ордер кошуңуз',
    ru: 'Файл ордера опубликованного объявления не заменяется: добавьте новый ордер',
    kk: 'Шыққан жарияланым ордерінің файлы ауыстырылмайды: жаңа ордер қосыңыз',
    en: "The file of a published alert's warrant is not replaced: add a new warrant",
  },
  'warrant-revoked': {
    ky: 'Ордер жокко чыгарылган',
    ru: 'Ордер уже отменён',
    kk: 'Ордердің күші жойылған',
    en: 'The warrant is revoked already',
  },
};

export const alertText = (code: GateCode | OwnerTask | AlertFault, locale: Locale): string =>
  alertTexts[code][locale];
