// Words of hits: tasks that come of them, and what is wrong with a step.
import type { Locale } from '../../domain/access/actor.ts';
import type { HitTaskKind } from '../../domain/hits/vocabulary.ts';

type Words = Readonly<Record<Locale, string>>;

const TASK_TEXTS = {
  RELEASE: {
    ky: 'Издөө күчүндө эмес: адамды дароо коё бериңиз жана аны жазып коюңуз.',
    ru: 'Розыск не действует: немедленно отпустите человека и отметьте это.',
    kk: 'Іздеу күшінде емес: адамды дереу босатып, белгілеп қойыңыз.',
    en: 'The alert does not stand: release the person at once and record it.',
  },
  STALE_ALERT: {
    ky: 'Күчүн жоготкон жарыя чек арада иштеди: себебин аныктаңыз.',
    ru: 'На границе сработало недействующее объявление: выясните причину.',
    kk: 'Шекарада күшін жойған жарияланым іске қосылды: себебін анықтаңыз.',
    en: 'An alert that no longer stands alarmed at the border: find out why.',
  },
  RECORD_QUALITY: {
    ky: 'Жазуу адамды таанууга жетпеди: маалыматты толуктаңыз.',
    ru: 'Записи не хватило, чтобы установить личность: дополните её.',
    kk: 'Жазба адамды тануға жетпеді: деректерді толықтырыңыз.',
    en: 'The record was not enough to decide who the traveller is: complete it.',
  },
  OWNER_SILENT: {
    ky: 'Жарыянын ээси мөөнөтүндө жооп берген жок: ага телефон аркылуу чыгыңыз.',
    ru: 'Владелец объявления не ответил в срок: свяжитесь с ним по телефону.',
    kk: 'Жарияланым иесі мерзімінде жауап бермеді: онымен телефон арқылы хабарласыңыз.',
    en: 'The owner did not answer in time: call him.',
  },
} as const satisfies Record<HitTaskKind, Words>;

export const hitText = (locale: Locale, code: HitTaskKind): string => TASK_TEXTS[code][locale];

export const hitFaultTexts = {
  'identifiers-not-independent': {
    ky: 'Манжа изи же бири-биринен көз карандысыз эки белги керек: документ менен туулган күн бир барактан алынат',
    ru: 'Нужен отпечаток пальца или два независимых признака: номер и дата рождения взяты с одной страницы',
    kk: 'Саусақ ізі немесе бір-біріне тәуелсіз екі белгі керек: нөмір мен туған күн бір беттен алынған',
    en: 'A fingerprint or two independent identifiers are needed: number and birth date come from one page',
  },
  'action-not-allowed': {
    ky: 'Бул абалда мындай аракетке болбойт',
    ru: 'В этом состоянии такое действие не допускается',
    kk: 'Бұл күйде мұндай әрекетке болмайды',
    en: 'This cannot be done in this state',
  },
  'nothing-to-finish': {
    ky: 'Мындай тапшырма жок же ал аткарылган',
    ru: 'Такой задачи нет или она уже выполнена',
    kk: 'Мұндай тапсырма жоқ немесе ол орындалған',
    en: 'There is no such task, or it is done already',
  },
  'before-the-check': {
    ky: 'Бул учур текшерүүдөн мурда',
    ru: 'Это время раньше самой проверки',
    kk: 'Бұл уақыт тексеруден бұрын',
    en: 'This time is before the check',
  },
} as const satisfies Record<string, Words>;
