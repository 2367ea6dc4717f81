// What the clocks of treaties are called.
import type { TextTable } from './texts.tsx';

export const clockNameWords = {
  PA_LIMIT: {
    ky: 'Суроо-талапка чейинки камак',
    ru: 'Арест до получения запроса',
    kk: 'Сұрауға дейінгі қамау',
    en: 'Provisional arrest until the request',
  },
  PA_MAY_RELEASE: {
    ky: 'Бошотууга боло турган мөөнөт',
    ru: 'Срок, после которого можно освободить',
    kk: 'Босатуға болатын мерзім',
    en: 'Release becomes possible',
  },
  NAT_DETENTION: {
    ky: 'Улуттук кармоо мөөнөтү',
    ru: 'Национальный срок задержания',
    kk: 'Ұлттық ұстау мерзімі',
    en: 'National limit of detention',
  },
  NAT_COURT_PETITION: {
    ky: 'Сотко кайрылуу',
    ru: 'Обращение в суд',
    kk: 'Сотқа жүгіну',
    en: 'Petition to the court',
  },
  CONSENT_NOTICE: {
    ky: 'Макулдук тууралуу билдирүү',
    ru: 'Уведомление о согласии',
    kk: 'Келісім туралы хабарлама',
    en: 'Notice of consent',
  },
  REVIEW: {
    ky: 'Суроо-талапты кароо',
    ru: 'Рассмотрение запроса',
    kk: 'Сұрауды қарау',
    en: 'Review of the request',
  },
  INFO_SUPPLY: {
    ky: 'Кошумча маалымат берүү',
    ru: 'Представление дополнений',
    kk: 'Қосымша мәлімет беру',
    en: 'Supply of information',
  },
  EXTRADITION_CUSTODY_MAX: {
    ky: 'Экстрадициялык камактын чеги',
    ru: 'Предельный срок ареста',
    kk: 'Экстрадициялық қамаудың шегі',
    en: 'Longest custody',
  },
  DECISION: { ky: 'Чечим', ru: 'Решение', kk: 'Шешім', en: 'Decision' },
  DECISION_CONSENT: {
    ky: 'Макулдук боюнча чечим',
    ru: 'Решение при согласии',
    kk: 'Келісім бойынша шешім',
    en: 'Decision after consent',
  },
  APPEAL: {
    ky: 'Даттануу мөөнөтү',
    ru: 'Срок обжалования',
    kk: 'Шағымдану мерзімі',
    en: 'Term of appeal',
  },
  SURRENDER: { ky: 'Өткөрүп берүү', ru: 'Передача лица', kk: 'Адамды беру', en: 'Surrender' },
  SURRENDER_MAY_RELEASE: {
    ky: 'Өткөрүп берүү: бошотууга боло турган мөөнөт',
    ru: 'Передача: можно освободить',
    kk: 'Беру: босатуға болатын мерзім',
    en: 'Surrender: release becomes possible',
  },
  SURRENDER_CONSENT: {
    ky: 'Макулдук боюнча өткөрүп берүү',
    ru: 'Передача при согласии',
    kk: 'Келісім бойынша беру',
    en: 'Surrender after consent',
  },
  POSTPONEMENT_REVIEW: {
    ky: 'Кийинкиге калтырууну кайра кароо',
    ru: 'Пересмотр отсрочки',
    kk: 'Кейінге қалдыруды қайта қарау',
    en: 'Review of the postponement',
  },
  RETURN_BY: {
    ky: 'Адамды кайтаруу',
    ru: 'Возврат лица',
    kk: 'Адамды қайтару',
    en: 'Return of the person',
  },
  STATUS_REPORT: {
    ky: 'Куугунтуктоонун абалы тууралуу отчет',
    ru: 'Отчёт о ходе преследования',
    kk: 'Қудалау барысы туралы есеп',
    en: 'Report on the prosecution taken over',
  },
  SPECIALTY_ANSWER: {
    ky: 'Макулдук сурамына жооп',
    ru: 'Ответ о согласии на иное преследование',
    kk: 'Келісім сұрауына жауап',
    en: 'Answer to the waiver',
  },
  OUTCOME_REPORT: {
    ky: 'Жыйынтык тууралуу отчет',
    ru: 'Отчёт об исходе',
    kk: 'Нәтиже туралы есеп',
    en: 'Report of the outcome',
  },
} satisfies TextTable;
