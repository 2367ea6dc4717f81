// Texts of what may be wrong with requests of persons, corrections and restrictions.
import type { Locale } from '../../domain/access/actor.ts';

export const rightsTexts = {
  'own-record': {
    ky: 'Бул жазуу өз мамлекетиңиздики: аны түздөн-түз оңдоңуз',
    ru: 'Это запись вашего государства: исправьте её сами',
    kk: 'Бұл өз мемлекетіңіздің жазбасы: оны тікелей түзетіңіз',
    en: 'The record belongs to your own state: correct it directly',
  },
  'unknown-state': {
    ky: 'Мындай катышуучу мамлекет жок',
    ru: 'Такого государства-участника нет',
    kk: 'Мұндай қатысушы мемлекет жоқ',
    en: 'There is no such member state',
  },
  'not-restricted': {
    ky: 'Жазуу чектелген эмес',
    ru: 'Обработка записи не ограничена',
    kk: 'Жазба шектелмеген',
    en: 'The record is not restricted',
  },
  'kept-LEGAL_HOLD': {
    ky: 'Өчүрүүгө тыюу салынган',
    ru: 'Удалению препятствует запрет',
    kk: 'Жоюға тыйым салынған',
    en: 'A legal hold keeps it',
  },
  'kept-LIVE_ALERT': {
    ky: 'Издөө дагы эле күчүндө: адегенде ал алынып салынышы керек',
    ru: 'Розыск ещё действует: сначала его нужно прекратить',
    kk: 'Іздеу әлі күшінде: алдымен ол алынуы керек',
    en: 'An alert still works: it has to be withdrawn first',
  },
  'kept-CASE': {
    ky: 'Экстрадиция иши сакталууда',
    ru: 'Хранится дело о выдаче',
    kk: 'Ұстап беру ісі сақталуда',
    en: 'An extradition case keeps it',
  },
  'kept-ASSET_CASE': {
    ky: 'Активдер иши сакталууда',
    ru: 'Хранится дело об активах',
    kk: 'Активтер ісі сақталуда',
    en: 'An asset case keeps it',
  },
  'kept-OPEN_HIT': {
    ky: 'Ачык дал келүү бар',
    ru: 'Есть незакрытое совпадение',
    kk: 'Жабылмаған сәйкестік бар',
    en: 'A hit is still open',
  },
} as const satisfies Record<string, Record<Locale, string>>;
