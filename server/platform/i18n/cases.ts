// What is said about extradition cases: names of clocks, faults of a request.
import type { Locale } from '../../domain/access/actor.ts';

type Words = Readonly<Record<Locale, string>>;

const CLOCKS = {
  CLOCK_PA_LIMIT: {
    ky: 'Суроо-талапка чейинки камак',
    ru: 'Арест до получения запроса',
    kk: 'Сұрауға дейінгі қамау',
    en: 'Provisional arrest until the request',
  },
  CLOCK_PA_MAY_RELEASE: {
    ky: 'Бошотууга боло турган мөөнөт',
    ru: 'Срок, после которого можно освободить',
    kk: 'Босатуға болатын мерзім',
    en: 'Release becomes possible',
  },
  CLOCK_NAT_DETENTION: {
    ky: 'Улуттук кармоо мөөнөтү',
    ru: 'Национальный срок задержания',
    kk: 'Ұлттық ұстау мерзімі',
    en: 'National limit of detention',
  },
  CLOCK_NAT_COURT_PETITION: {
    ky: 'Сотко кайрылуу',
    ru: 'Обращение в суд',
    kk: 'Сотқа жүгіну',
    en: 'Petition to the court',
  },
  CLOCK_CONSENT_NOTICE: {
    ky: 'Макулдук тууралуу билдирүү',
    ru: 'Уведомление о согласии',
    kk: 'Келісім туралы хабарлама',
    en: 'Notice of consent',
  },
  CLOCK_REVIEW: {
    ky: 'Суроо-талапты кароо',
    ru: 'Рассмотрение запроса',
    kk: 'Сұрауды қарау',
    en: 'Review of the request',
  },
  CLOCK_INFO_SUPPLY: {
    ky: 'Кошумча маалымат берүү',
    ru: 'Представление дополнений',
    kk: 'Қосымша мәлімет беру',
    en: 'Supply of information',
  },
  CLOCK_EXTRADITION_CUSTODY_MAX: {
    ky: 'Экстрадициялык камактын чеги',
    ru: 'Предельный срок ареста',
    kk: 'Экстрадициялық қамаудың шегі',
    en: 'Longest custody',
  },
  CLOCK_DECISION: { ky: 'Чечим', ru: 'Решение', kk: 'Шешім', en: 'Decision' },
  CLOCK_DECISION_CONSENT: {
    ky: 'Макулдук боюнча чечим',
    ru: 'Решение при согласии',
    kk: 'Келісім бойынша шешім',
    en: 'Decision after consent',
  },
  CLOCK_APPEAL: {
    ky: 'Даттануу мөөнөтү',
    ru: 'Срок обжалования',
    kk: 'Шағымдану мерзімі',
    en: 'Term of appeal',
  },
  CLOCK_SURRENDER: { ky: 'Өткөрүп берүү', ru: 'Передача лица', kk: 'Адамды беру', en: 'Surrender' },
  CLOCK_SURRENDER_MAY_RELEASE: {
    ky: 'Өткөрүп берүү: бошотууга боло турган мөөнөт',
    ru: 'Передача: можно освободить',
    kk: 'Беру: босатуға болатын мерзім',
    en: 'Surrender: release becomes possible',
  },
  CLOCK_SURRENDER_CONSENT: {
    ky: 'Макулдук боюнча өткөрүп берүү',
    ru: 'Передача при согласии',
    kk: 'Келісім бойынша беру',
    en: 'Surrender after consent',
  },
  CLOCK_POSTPONEMENT_REVIEW: {
    ky: 'Кийинкиге калтырууну кайра кароо',
    ru: 'Пересмотр отсрочки',
    kk: 'Кейінге қалдыруды қайта қарау',
    en: 'Review of the postponement',
  },
  CLOCK_RETURN_BY: {
    ky: 'Адамды кайтаруу',
    ru: 'Возврат лица',
    kk: 'Адамды қайтару',
    en: 'Return of the person',
  },
  CLOCK_STATUS_REPORT: {
    ky: 'Куугунтуктоонун абалы тууралуу отчет',
    ru: 'Отчёт о ходе преследования',
    kk: 'Қудалау барысы туралы есеп',
    en: 'Report on the prosecution taken over',
  },
  CLOCK_SPECIALTY_ANSWER: {
    ky: 'Макулдук сурамына жооп',
    ru: 'Ответ о согласии на иное преследование',
    kk: 'Келісім сұрауына жауап',
    en: 'Answer to the waiver',
  },
  CLOCK_OUTCOME_REPORT: {
    ky: 'Жыйынтык тууралуу отчет',
    ru: 'Отчёт об исходе',
    kk: 'Нәтиже туралы есеп',
    en: 'Report of the outcome',
  },
} as const satisfies Record<string, Words>;

const FAULTS = {
  'before-last-step': {
    ky: 'Убакыт акыркы кадамдан мурун',
    ru: 'Время раньше последнего шага',
    kk: 'Уақыт соңғы қадамнан бұрын',
    en: 'The time lies before the last step',
  },
  'not-an-arrest-alert': {
    ky: 'Бул камакка алуу жарыясы эмес',
    ru: 'Это не объявление для ареста',
    kk: 'Бұл қамауға алу жарияланымы емес',
    en: 'This is no alert for arrest',
  },
  'alert-not-in-force': {
    ky: 'Издөө күчүндө эмес',
    ru: 'Розыск не действует',
    kk: 'Іздеу күшінде емес',
    en: 'The alert is not in force',
  },
  'own-state': {
    ky: 'Өз мамлекетинен сурап болбойт',
    ru: 'Нельзя просить у собственного государства',
    kk: 'Өз мемлекетінен сұрауға болмайды',
    en: 'A state cannot ask itself',
  },
  'not-of-this-alert': {
    ky: 'Бул кылмыш башка жарыяга таандык',
    ru: 'Это преступление не из этого объявления',
    kk: 'Бұл қылмыс басқа жарияланымға тиесілі',
    en: 'The offence is not of this alert',
  },
  'case-open-already': {
    ky: 'Бул мамлекетке карата иш ачык',
    ru: 'Дело к этому государству уже открыто',
    kk: 'Бұл мемлекетке қатысты іс ашық',
    en: 'A case to this state is open already',
  },
  'unknown-treaty': {
    ky: 'Мындай келишим жок',
    ru: 'Такого договора нет',
    kk: 'Мұндай шарт жоқ',
    en: 'There is no such treaty',
  },
  'custody-not-possible': {
    ky: 'Мындай өзгөрүү азыр жазылбайт',
    ru: 'Такое изменение сейчас не записывается',
    kk: 'Мұндай өзгеріс қазір жазылмайды',
    en: 'This change cannot be recorded now',
  },
  'not-of-this-group': {
    ky: 'Бул иш топко кирбейт',
    ru: 'Это дело не из этой группы',
    kk: 'Бұл іс топқа кірмейді',
    en: 'The case is not of this group',
  },
  'unknown-user': {
    ky: 'Өз тарабыңызда мындай колдонуучу жок',
    ru: 'На вашей стороне нет такого пользователя',
    kk: 'Өз тарабыңызда мұндай пайдаланушы жоқ',
    en: 'Your side has no such user',
  },
  'not-extensible': {
    ky: 'Бул мөөнөт узартылбайт',
    ru: 'Этот срок не продлевается',
    kk: 'Бұл мерзім ұзартылмайды',
    en: 'This deadline cannot be extended',
  },
  'beyond-maximum': {
    ky: 'Узартуунун эң көп өлчөмүнөн ашты',
    ru: 'Превышен предел продления',
    kk: 'Ұзартудың шегінен асты',
    en: 'More than the extension that is allowed',
  },
  'clock-stopped': {
    ky: 'Мөөнөт токтогон',
    ru: 'Срок уже остановлен',
    kk: 'Мерзім тоқтаған',
    en: 'The clock has stopped',
  },
} as const satisfies Record<string, Words>;

export const caseTexts: Readonly<Record<string, Words>> = {
  ...CLOCKS,
  ...FAULTS,
};

/** @returns null for a code without words: a clock that a new profile names */
export const caseText = (code: string, locale: Locale): string | null => caseTexts[code]?.[locale] ?? null;
