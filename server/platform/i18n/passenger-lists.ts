// What is wrong with lines of a passenger list, in four languages.
import type { Locale } from '../../domain/access/actor.ts';
import type { LineFaultCode } from '../../domain/passengers/traveller.ts';

const LINE_TEXTS: Readonly<Record<LineFaultCode, Readonly<Record<Locale, string>>>> = {
  'no-identity': {
    ky: 'Аты да, документи да жок: бул сап текшерилген жок',
    ru: 'Нет ни имени, ни документа: строка не проверена',
    kk: 'Аты да, құжаты да жоқ: бұл жол тексерілмеді',
    en: 'Neither a name nor a document: the line was not screened',
  },
  'bad-birth-date': {
    ky: 'Туулган күнү түшүнүксүз, ансыз текшерилди',
    ru: 'Дата рождения непонятна, проверено без неё',
    kk: 'Туған күні түсініксіз, онсыз тексерілді',
    en: 'The birth date is not understood; screened without it',
  },
  'bad-country': {
    ky: 'Өлкөнүн коду белгисиз (ISO үч тамга керек)',
    ru: 'Неизвестный код страны (нужны три буквы ISO)',
    kk: 'Елдің коды белгісіз (ISO үш әрпі қажет)',
    en: 'Unknown country code (three letters of ISO are needed)',
  },
  'bad-sex': {
    ky: 'Жынысы түшүнүксүз (M же F)',
    ru: 'Пол непонятен (M или F)',
    kk: 'Жынысы түсініксіз (M немесе F)',
    en: 'The sex is not understood (M or F)',
  },
  'too-long': {
    ky: 'Маани өтө узун, ансыз текшерилди',
    ru: 'Значение слишком длинное, проверено без него',
    kk: 'Мән тым ұзын, онсыз тексерілді',
    en: 'The value is too long; screened without it',
  },
  'too-many-lines': {
    ky: 'Тизмеде 1000ден ашык сап бар: калганы алынган жок',
    ru: 'В списке больше 1000 строк: остальные не приняты',
    kk: 'Тізімде 1000-нан көп жол бар: қалғандары қабылданбады',
    en: 'More than 1000 lines: the rest was not taken',
  },
  'no-such-columns': {
    ky: 'Мамычалардын аттары табылган жок (мисалы: Фамилия, Имя, Паспорт)',
    ru: 'Не найдены названия столбцов (например: Фамилия, Имя, Паспорт)',
    kk: 'Бағандардың аттары табылмады (мысалы: Фамилия, Имя, Паспорт)',
    en: 'No known column names were found (for example: Surname, Given name, Passport)',
  },
  'bad-json': {
    ky: 'JSON окулбады же анда жүргүнчүлөрдүн тизмеси жок',
    ru: 'JSON не читается или не содержит списка пассажиров',
    kk: 'JSON оқылмады немесе онда жолаушылар тізімі жоқ',
    en: 'The JSON cannot be read or holds no list of travellers',
  },
  'cut-off': {
    ky: 'Файл аягына чейин келген жок',
    ru: 'Файл получен не до конца',
    kk: 'Файл соңына дейін келмеді',
    en: 'The file was cut off',
  },
  'segment-count-differs': {
    ky: 'Сегменттердин саны UNTдагыдан айырмаланат',
    ru: 'Число сегментов не совпадает с UNT',
    kk: 'Сегменттер саны UNT-тағыдан өзгеше',
    en: 'The number of segments differs from UNT',
  },
  'passenger-count-differs': {
    ky: 'Адамдардын саны CNTдагыдан айырмаланат',
    ru: 'Число людей не совпадает с CNT',
    kk: 'Адамдар саны CNT-тағыдан өзгеше',
    en: 'The number of people differs from CNT',
  },
  'out-of-place': {
    ky: 'Сегмент эч кимге таандык эмес',
    ru: 'Сегмент ни к кому не относится',
    kk: 'Сегмент ешкімге қатысты емес',
    en: 'The segment belongs to nobody',
  },
  'bad-date': {
    ky: 'Күн түшүнүксүз',
    ru: 'Дата непонятна',
    kk: 'Күн түсініксіз',
    en: 'The date is not understood',
  },
};

export const listFaultText = (locale: Locale, code: LineFaultCode): string => LINE_TEXTS[code][locale];

/** Codes that the endpoints answer with. */
export const passengerListTexts = {
  'not-a-list': {
    ky: 'Файл окулбады: CSV, XLSX, JSON же PAXLST керек',
    ru: 'Файл не читается: нужен CSV, XLSX, JSON или PAXLST',
    kk: 'Файл оқылмады: CSV, XLSX, JSON немесе PAXLST қажет',
    en: 'The file cannot be read: CSV, XLSX, JSON or PAXLST is needed',
  },
  'nothing-to-review': {
    ky: 'Бул сапта чечиле турган эч нерсе жок',
    ru: 'В этой строке решать нечего',
    kk: 'Бұл жолда шешетін ештеңе жоқ',
    en: 'There is nothing to decide about this line',
  },
} as const satisfies Record<string, Record<Locale, string>>;
