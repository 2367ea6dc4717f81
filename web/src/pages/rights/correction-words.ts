// The parts of a record that a correction may be about, in words.
import { four } from '../../i18n/four.ts';
import type { TextTable } from '../../i18n/texts.tsx';

export const correctionPartWords = {
  names: four('ысымдар', 'имена', 'есімдер', 'names'),
  birthDates: four('туулган күнү', 'дата рождения', 'туған күні', 'date of birth'),
  nationalities: four('жарандыгы', 'гражданство', 'азаматтығы', 'nationality'),
  documents: four('документтер', 'документы', 'құжаттар', 'documents'),
  nationalIds: four('улуттук номерлер', 'национальные номера', 'ұлттық нөмірлер', 'national ids'),
  marks: four('өзгөчө белгилер', 'особые приметы', 'ерекше белгілер', 'marks'),
  photos: four('сүрөттөр', 'фотографии', 'суреттер', 'photos'),
  person: four('адамдын өзү', 'само лицо', 'адамның өзі', 'the person'),
  alert: four('жарыя', 'объявление', 'жарияланым', 'alert'),
} satisfies TextTable;
