// What a step of a case still lacks, in four languages.
import type { Locale } from '../../domain/access/actor.ts';
import type { FactGuard } from '../../domain/cases/steps/step.ts';

/** A condition without all four texts does not compile. */
export const caseGuardTexts: Readonly<Record<FactGuard, Readonly<Record<Locale, string>>>> = {
  ALERT_IN_FORCE: {
    ky: 'Издөө күчүндө эмес',
    ru: 'Розыск не действует',
    kk: 'Іздеу күшінде емес',
    en: 'The alert is not in force',
  },
  PERSON_LOCATED: {
    ky: 'Адамдын турган жери белгисиз',
    ru: 'Местонахождение лица не установлено',
    kk: 'Адамның орналасқан жері анықталмаған',
    en: 'The person has not been located',
  },
  PROVISIONAL_ARREST_ALLOWED: {
    ky: 'Келишим убактылуу камакка алууга жол бербейт',
    ru: 'Договор не допускает временного ареста',
    kk: 'Шарт уақытша қамауға алуға жол бермейді',
    en: 'The treaty allows no provisional arrest',
  },
  NOT_IN_CUSTODY: {
    ky: 'Адам мурунтан эле камакта',
    ru: 'Лицо уже под стражей',
    kk: 'Адам қамауда отыр',
    en: 'The person is in custody already',
  },
  CHECKLIST_COMPLETE: {
    ky: 'Суроо-талаптын документтери толук эмес',
    ru: 'Комплект документов запроса неполон',
    kk: 'Сұраудың құжаттары толық емес',
    en: 'Documents of the request file are missing',
  },
  TRANSLATIONS_CERTIFIED: {
    ky: 'Котормо күбөлөндүрүлгөн эмес',
    ru: 'Перевод не заверен',
    kk: 'Аударма куәландырылмаған',
    en: 'A translation is not certified',
  },
  MANIFEST_CURRENT: {
    ky: 'Кол коюлгандан кийин файл өзгөргөн: кайра кол коюңуз',
    ru: 'После подписания файл изменился: подпишите заново',
    kk: 'Қол қойылғаннан кейін файл өзгерген: қайта қол қойыңыз',
    en: 'The file has changed since it was signed: sign it anew',
  },
  CUSTODY_DECIDED: {
    ky: 'Камак тууралуу чечим жазылган эмес',
    ru: 'Решение о мере пресечения не записано',
    kk: 'Қамау туралы шешім жазылмаған',
    en: 'No decision on custody is recorded',
  },
  NOTHING_OWED: {
    ky: 'Кармоонун документтери берилген эмес',
    ru: 'Не представлены документы задержания',
    kk: 'Ұстау құжаттары тапсырылмаған',
    en: 'Papers of the arrest are still owed',
  },
  CONSENT_ALLOWED: {
    ky: 'Келишимде жөнөкөйлөтүлгөн тартип каралган эмес',
    ru: 'Договор не предусматривает упрощённой выдачи',
    kk: 'Шартта жеңілдетілген тәртіп көзделмеген',
    en: 'The treaty provides for no simplified surrender',
  },
  GROUNDS_ANSWERED: {
    ky: 'Баш тартуунун бардык негиздерине жооп берилген эмес',
    ru: 'Не на все основания отказа дан ответ',
    kk: 'Бас тартудың барлық негіздеріне жауап берілмеген',
    en: 'Not every ground of refusal is answered',
  },
  NO_MANDATORY_GROUND: {
    ky: 'Милдеттүү баш тартуу негизи бар',
    ru: 'Есть обязательное основание отказа',
    kk: 'Міндетті бас тарту негізі бар',
    en: 'There is a mandatory ground of refusal',
  },
  GROUND_FOUND: {
    ky: 'Баш тартуунун бир да негизи көрсөтүлгөн эмес',
    ru: 'Не названо ни одного основания отказа',
    kk: 'Бас тартудың бірде-бір негізі көрсетілмеген',
    en: 'No ground of refusal is named',
  },
  ASSURANCES_RECEIVED: {
    ky: 'Кепилдиктер алынган эмес',
    ru: 'Гарантии не получены',
    kk: 'Кепілдіктер алынбаған',
    en: 'Assurances have not been received',
  },
  NO_IMPEDIMENT: {
    ky: 'Тоскоолдук алынган эмес',
    ru: 'Препятствие не снято',
    kk: 'Кедергі жойылмаған',
    en: 'An impediment stands in the way',
  },
  IMPEDIMENT_OPEN: {
    ky: 'Ачык тоскоолдук жок',
    ru: 'Открытого препятствия нет',
    kk: 'Ашық кедергі жоқ',
    en: 'There is no open impediment',
  },
  APPEAL_IN_TIME: {
    ky: 'Даттануу мөөнөтү бүткөн',
    ru: 'Срок обжалования истёк',
    kk: 'Шағымдану мерзімі өткен',
    en: 'The term of appeal is over',
  },
  DECISION_FINAL: {
    ky: 'Чечим күчүнө кире элек',
    ru: 'Решение не вступило в силу',
    kk: 'Шешім күшіне енбеген',
    en: 'The decision is not final yet',
  },
  TRANSIT_PERMITTED: {
    ky: 'Транзитке уруксат алынган эмес',
    ru: 'Транзит не разрешён',
    kk: 'Транзитке рұқсат алынбаған',
    en: 'Transit is not permitted yet',
  },
  RESCHEDULES_LEFT: {
    ky: 'Жаңы күндү мындан ары коюуга болбойт',
    ru: 'Перенос даты больше не допускается',
    kk: 'Жаңа күнді енді белгілеуге болмайды',
    en: 'No further new date is allowed',
  },
  BOTH_AGREED: {
    ky: 'Экинчи тарап макулдугун бере элек',
    ru: 'Другая сторона ещё не согласилась',
    kk: 'Екінші тарап әлі келісім бермеген',
    en: 'The other side has not agreed yet',
  },
  WAS_ARRESTED: {
    ky: 'Адам бул иш боюнча кармалган эмес',
    ru: 'Лицо по этому делу не задерживалось',
    kk: 'Адам бұл іс бойынша ұсталмаған',
    en: 'The person was never held for this case',
  },
  REARREST_ALLOWED: {
    ky: 'Кайра кармоого жол берилбейт',
    ru: 'Повторный арест не допускается',
    kk: 'Қайта қамауға жол берілмейді',
    en: 'Arrest anew is not allowed',
  },
  TRANSFER_DUE: {
    ky: 'Куугунтуктоону өткөрүп берүүгө негиз жок',
    ru: 'Нет основания для передачи преследования',
    kk: 'Қудалауды беруге негіз жоқ',
    en: 'There is no ground for a transfer of prosecution',
  },
  NO_WAIVER_OPEN: {
    ky: 'Мурунку сурамга жооп алынган эмес',
    ru: 'На прежний запрос ещё не ответили',
    kk: 'Бұрынғы сұрауға жауап алынбаған',
    en: 'An earlier request waits for its answer',
  },
  WAIVER_OPEN: {
    ky: 'Жооп күткөн сурам жок',
    ru: 'Нет запроса, ожидающего ответа',
    kk: 'Жауап күтетін сұрау жоқ',
    en: 'No request waits for an answer',
  },
  PERSON_FREE: {
    ky: 'Адам бул иш боюнча дагы камакта',
    ru: 'Лицо ещё под стражей по этому делу',
    kk: 'Адам бұл іс бойынша әлі қамауда',
    en: 'The person is still held for this case',
  },
  DEATH_CONFIRMED: {
    ky: 'Өлүм эки тарап тарабынан тастыкталган эмес',
    ru: 'Смерть не подтверждена обеими сторонами',
    kk: 'Өлім екі тараптан расталмаған',
    en: 'Death is not confirmed by both sides',
  },
  ASKED_BY_ANOTHER: {
    ky: 'Ишти кайра ачууну башка адам сурашы керек',
    ru: 'О возобновлении должен просить другой человек',
    kk: 'Істі қайта ашуды басқа адам сұрауы тиіс',
    en: 'Somebody else has to ask for reopening',
  },
};
