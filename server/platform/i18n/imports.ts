// What is wrong with files and records of imports, in four languages.
import type { Locale } from '../../domain/access/actor.ts';
import type { RecordFaultCode } from '../../domain/imports/draft.ts';

type FileFault = 'not-an-import' | 'import-empty' | 'import-unknown-column' | 'import-mapping-without-name';

export const importTexts: Readonly<Record<RecordFaultCode | FileFault, Readonly<Record<Locale, string>>>> = {
  'not-an-import': {
    ky: 'Файл окулбады: CSV, XLSX, JSON же белгилүү тизменин XML файлы керек',
    ru: 'Файл не читается: нужен CSV, XLSX, JSON или XML известного списка',
    kk: 'Файл оқылмады: CSV, XLSX, JSON немесе белгілі тізімнің XML файлы қажет',
    en: 'The file cannot be read: CSV, XLSX, JSON or the XML of a known list is needed',
  },
  'import-empty': {
    ky: 'Файлда бир да жазуу жок',
    ru: 'В файле нет ни одной записи',
    kk: 'Файлда бірде-бір жазба жоқ',
    en: 'The file holds no record',
  },
  'import-unknown-column': {
    ky: 'Файлда мындай мамыча жок',
    ru: 'Такого столбца в файле нет',
    kk: 'Файлда мұндай баған жоқ',
    en: 'The file has no such column',
  },
  'import-mapping-without-name': {
    ky: 'Кайсы мамычада аты же фамилиясы турганын көрсөтүңүз',
    ru: 'Укажите, в каком столбце стоит имя или фамилия',
    kk: 'Аты немесе тегі қай бағанда тұрғанын көрсетіңіз',
    en: 'Say which column holds the name or family name',
  },
  'import-no-name': {
    ky: 'Жазууда аты жок',
    ru: 'В записи нет имени',
    kk: 'Жазбада аты жоқ',
    en: 'The record has no name',
  },
  'import-bad-date': {
    ky: 'Күн түшүнүксүз, ансыз жазылды',
    ru: 'Дата непонятна, записано без неё',
    kk: 'Күн түсініксіз, онсыз жазылды',
    en: 'The date is not understood and was left out',
  },
  'import-bad-country': {
    ky: 'Өлкө белгисиз, ансыз жазылды',
    ru: 'Неизвестная страна, записано без неё',
    kk: 'Белгісіз ел, онсыз жазылды',
    en: 'The state is not known and was left out',
  },
  'import-bad-sex': {
    ky: 'Жынысы түшүнүксүз, белгисиз деп жазылды',
    ru: 'Пол непонятен, записан как неизвестный',
    kk: 'Жынысы түсініксіз, белгісіз деп жазылды',
    en: 'The sex is not understood and was recorded as unknown',
  },
  'import-bad-number': {
    ky: 'Сан түшүнүксүз, ансыз жазылды',
    ru: 'Число непонятно, записано без него',
    kk: 'Сан түсініксіз, онсыз жазылды',
    en: 'The number is not understood and was left out',
  },
  'import-bad-alert-type': {
    ky: 'Жарыянын түрү белгисиз',
    ru: 'Неизвестный вид объявления',
    kk: 'Жарияланым түрі белгісіз',
    en: 'The type of alert is not known',
  },
  'import-no-alert-type': {
    ky: 'Жарыянын түрү көрсөтүлгөн эмес',
    ru: 'Не указан вид объявления',
    kk: 'Жарияланым түрі көрсетілмеген',
    en: 'No type of alert is given',
  },
  'import-no-issuer': {
    ky: 'Документти кайсы өлкө бергени белгисиз, документсиз жазылды',
    ru: 'Неизвестно, какая страна выдала документ: записано без него',
    kk: 'Құжатты қай ел бергені белгісіз, құжатсыз жазылды',
    en: 'It is not known which state issued the document; it was left out',
  },
  'import-not-a-person': {
    ky: 'Жазуу адам жөнүндө эмес',
    ru: 'Запись не о человеке',
    kk: 'Жазба адам туралы емес',
    en: 'The record is not about a person',
  },
  'import-not-a-record': {
    ky: 'Жазуу окулбады',
    ru: 'Запись не читается',
    kk: 'Жазба оқылмады',
    en: 'The record cannot be read',
  },
};
