// Texts of warrants and judgments under an alert.
import { four } from '../../i18n/four.ts';
import type { TextTable } from '../../i18n/texts.tsx';

export const warrantTexts = {
  warrants: four(
    'Ордерлер жана өкүмдөр',
    'Ордера и приговоры',
    'Ордерлер мен үкімдер',
    'Warrants and judgments',
  ),
  noWarrants: four('Документ жок', 'Документов нет', 'Құжат жоқ', 'No papers'),
  warrantKind: four('Түрү', 'Вид', 'Түрі', 'Kind'),
  issuingAuthority: four('Чыгарган орган', 'Кем выдан', 'Шығарған орган', 'Issued by'),
  authorityType: four('Органдын түрү', 'Вид органа', 'Орган түрі', 'Kind of authority'),
  validUntil: four(
    'Жарактуу мөөнөтү (бош: чексиз)',
    'Действителен до (пусто: бессрочно)',
    'Жарамды мерзімі (бос: мерзімсіз)',
    'Valid until (empty: without limit)',
  ),
  inAbsentia: four('сыртынан', 'заочно', 'сырттай', 'in absentia'),
  scan: four('Скан', 'Скан', 'Скан', 'Scan'),
  openScan: four('Сканды ачуу', 'Открыть скан', 'Сканды ашу', 'Open the scan'),
  addScan: four(
    'Скан кошуу (PDF же сүрөт)',
    'Добавить скан (PDF или изображение)',
    'Скан қосу (PDF немесе сурет)',
    'Attach the scan (PDF or image)',
  ),
  standing: four('күчүндө', 'действует', 'күшінде', 'standing'),
  notStanding: four('күчүндө эмес', 'не действует', 'күшінде емес', 'not standing'),
  revoke: four(
    'Жокко чыгарылды деп белгилөө',
    'Отметить отмену',
    'Күші жойылды деп белгілеу',
    'Note the revocation',
  ),
} satisfies TextTable;
