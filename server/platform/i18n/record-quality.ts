// What makes a person's record good or poor, in four languages.
import type { Locale } from '../../domain/access/actor.ts';
import type { QualityReason } from '../../domain/persons/quality.ts';

export const QUALITY_TEXTS = {
  FULL_BIRTH_DATE: {
    ky: 'Толук туулган күнү',
    ru: 'Полная дата рождения',
    kk: 'Толық туған күні',
    en: 'Full date of birth',
  },
  RECENT_PHOTO: {
    ky: 'Акыркы беш жылдагы сүрөтү',
    ru: 'Фотография за последние пять лет',
    kk: 'Соңғы бес жылдағы суреті',
    en: 'Photo of the last five years',
  },
  DOCUMENT_NUMBER: {
    ky: 'Документтин номери',
    ru: 'Номер документа',
    kk: 'Құжат нөмірі',
    en: 'Number of a document',
  },
  NATIONAL_ID: {
    ky: 'Жеке идентификациялык номери',
    ru: 'Национальный идентификационный номер',
    kk: 'Жеке сәйкестендіру нөмірі',
    en: 'National identity number',
  },
  PATRONYMIC: { ky: 'Атасынын аты', ru: 'Отчество', kk: 'Әкесінің аты', en: 'Patronymic' },
  TWO_SCRIPTS: {
    ky: 'Адам жазган ат эки жазууда',
    ru: 'Имя, записанное человеком двумя письменностями',
    kk: 'Адам екі жазумен жазған есім',
    en: 'Name written by hand in two scripts',
  },
  FINGERPRINTS: {
    ky: 'Манжа изинин шилтемеси',
    ru: 'Ссылка на отпечатки пальцев',
    kk: 'Саусақ ізіне сілтеме',
    en: 'Reference to fingerprints',
  },
  ORIGIN: { ky: 'Туулган жери', ru: 'Место рождения', kk: 'Туған жері', en: 'Place of birth' },
  LASTING_WARRANT: {
    ky: 'Бир жылдан көп жарактуу ордер',
    ru: 'Ордер, действующий дольше года',
    kk: 'Бір жылдан ұзақ жарамды ордер',
    en: 'Warrant valid for more than a year',
  },
  REVIEW_OVERDUE: {
    ky: 'Жарыяны кайра кароо мөөнөтү өттү',
    ru: 'Пересмотр объявления просрочен',
    kk: 'Жарияланымды қайта қарау мерзімі өтті',
    en: 'Review of the alert is overdue',
  },
  BIRTH_DATES_CONFLICT: {
    ky: 'Чыныгы деп белгиленген туулган күндөр бири-бирине каршы',
    ru: 'Даты рождения, отмеченные верными, противоречат друг другу',
    kk: 'Шын деп белгіленген туған күндер бір-біріне қайшы',
    en: 'Birth dates held for true contradict each other',
  },
  ONLY_WEAK_ALIASES: {
    ky: 'Лакап же күмөндүү аттар гана бар',
    ru: 'Есть только прозвища и слабые псевдонимы',
    kk: 'Тек лақап немесе күмәнді есімдер бар',
    en: 'Only nicknames and weak aliases',
  },
} as const satisfies Record<QualityReason, Readonly<Record<Locale, string>>>;
