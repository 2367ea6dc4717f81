// The closed lists of a hit in words.
import { four } from '../../i18n/four.ts';
import type { TextTable } from '../../i18n/texts.tsx';

export const statusWords = {
  MATCHED: four('Жаңы', 'Новое', 'Жаңа', 'New'),
  ACKNOWLEDGED: four(
    'Биринчи линия көрдү',
    'Первая линия видела',
    'Бірінші желі көрді',
    'Seen by first line',
  ),
  REFERRED: four('Экинчи линияда', 'Передан второй линии', 'Екінші желіде', 'Referred'),
  IDENTITY_CHECK: four(
    'Инсандык текшерилүүдө',
    'Проверка личности',
    'Жеке басы тексерілуде',
    'Identity check',
  ),
  CONFIRMED: four('Ушул адам', 'Личность подтверждена', 'Дәл сол адам', 'Confirmed'),
  NOT_SAME: four('Башка адам', 'Другое лицо', 'Басқа адам', 'Not the same person'),
  INCONCLUSIVE: four('Чечилген жок', 'Не установлено', 'Шешілмеді', 'Inconclusive'),
  OWNER_ASKED: four('Ээсинен суралды', 'Запрошен владелец', 'Иесінен сұралды', 'Owner asked'),
  OWNER_CONFIRMED: four('Ээси ырастады', 'Владелец подтвердил', 'Иесі растады', 'Owner confirmed'),
  OWNER_WITHDREW: four('Издөө күчүндө эмес', 'Розыск не действует', 'Іздеу күшінде емес', 'Does not stand'),
  OWNER_SILENT: four('Ээси жооп берген жок', 'Владелец молчит', 'Иесі жауап бермеді', 'Owner silent'),
  ACTION_TAKEN: four('Чара көрүлдү', 'Меры приняты', 'Шара қолданылды', 'Action taken'),
  CLOSED: four('Жабылган', 'Закрыто', 'Жабылған', 'Closed'),
  REPORTED: four('Жашыруун кабар', 'Скрытое сообщение', 'Жасырын хабар', 'Silent report'),
} satisfies TextTable;

export const verbWords = {
  acknowledge: four('Көрдүм', 'Принять к сведению', 'Көрдім', 'Acknowledge'),
  refer: four(
    'Экинчи линияга алып келинди',
    'Доставлен во вторую линию',
    'Екінші желіге жеткізілді',
    'Brought to second line',
  ),
  'check-identity': four('Иликтөөгө алуу', 'Взять в работу', 'Жұмысқа алу', 'Take over'),
  confirm: four('Ушул адам', 'Это то же лицо', 'Дәл сол адам', 'Same person'),
  'not-same': four('Башка адам', 'Другое лицо', 'Басқа адам', 'Not the same'),
  'cannot-decide': four('Чече албайм', 'Установить нельзя', 'Анықтау мүмкін емес', 'Cannot decide'),
  supervise: four('Экинчи пикир', 'Второе мнение', 'Екінші пікір', 'Second opinion'),
  'ask-owner': four('Ээсинен суроо', 'Запросить владельца', 'Иесінен сұрау', 'Ask the owner'),
  'owner-confirm': four('Издөө күчүндө', 'Розыск действует', 'Іздеу күшінде', 'The alert stands'),
  'owner-withdraw': four(
    'Издөө күчүндө эмес',
    'Розыск не действует',
    'Іздеу күшінде емес',
    'The alert does not stand',
  ),
  act: four('Эмне кылынды', 'Что сделано', 'Не істелді', 'Record the action'),
  'take-note': four('Таанышып чыктым', 'Ознакомлен', 'Таныстым', 'Take note'),
  close: four('Жабуу', 'Закрыть', 'Жабу', 'Close the hit'),
} satisfies TextTable;

export const identifierWords = {
  DOCUMENT: four('документтин номери', 'номер документа', 'құжат нөмірі', 'document number'),
  NATIONAL_ID: four('жеке номер', 'личный номер', 'жеке нөмір', 'national number'),
  BIRTH_DATE: four('туулган күнү', 'дата рождения', 'туған күні', 'date of birth'),
  FACE: four('жүзү', 'лицо', 'бет-әлпеті', 'face'),
  FINGERPRINT: four('манжа изи', 'отпечаток пальца', 'саусақ ізі', 'fingerprint'),
  MARKS: four('өзгөчө белгилер', 'особые приметы', 'ерекше белгілер', 'marks'),
  PARENTS: four('ата-энеси', 'родители', 'ата-анасы', 'parents'),
  STATEMENT: four('өз сөзү', 'собственные слова', 'өз сөзі', 'own statement'),
} satisfies TextTable;

export const reasonWords = {
  BIRTH_DATE: four('туулган күнү башка', 'другая дата рождения', 'туған күні басқа', 'other date of birth'),
  FACE: four('жүзү башка', 'другое лицо на фото', 'бет-әлпеті басқа', 'other face'),
  FINGERPRINT: four('манжа изи башка', 'другие отпечатки', 'саусақ ізі басқа', 'other fingerprints'),
  DOCUMENT: four('документ башканыкы', 'другой документ', 'құжат басқа', 'other document'),
  PARENTS: four('ата-энеси башка', 'другие родители', 'ата-анасы басқа', 'other parents'),
  MISUSED_IDENTITY: four(
    'инсандыгын башка бирөө колдонот',
    'его данными пользуется другой',
    'деректерін басқа біреу пайдаланады',
    'identity misused by another',
  ),
  OTHER: four('башка себеп', 'другая причина', 'басқа себеп', 'another reason'),
} satisfies TextTable;

export const deedWords = {
  ARRESTED: four('Кармалды', 'Задержан', 'Ұсталды', 'Arrested'),
  LOCATED: four(
    'Жайгашкан жери аныкталды',
    'Местонахождение установлено',
    'Орналасқан жері анықталды',
    'Located',
  ),
  REPORTED: four('Кабарланды', 'Сообщено', 'Хабарланды', 'Reported'),
  SEARCHED: four('Текшерилди (адам, жүк)', 'Досмотрен', 'Тексерілді (адам, жүк)', 'Searched'),
  REFUSED_ENTRY: four('Киргизилген жок', 'Отказано во въезде', 'Кіруден бас тартылды', 'Refused entry'),
  LET_GO: four('Коё берилди', 'Отпущен', 'Жіберілді', 'Let go'),
  ESCAPED: four('Качып кетти', 'Скрылся', 'Қашып кетті', 'Escaped'),
} satisfies TextTable;

export const urgencyWords = {
  URGENT: four('шашылыш, 10 мүнөт', 'срочно, 10 минут', 'шұғыл, 10 минут', 'urgent, 10 minutes'),
  ROUTINE: four('кадимки, 1 саат', 'обычно, 1 час', 'әдеттегі, 1 сағат', 'routine, 1 hour'),
  INTERNATIONAL: four(
    'эл аралык, 12 саат',
    'международно, 12 часов',
    'халықаралық, 12 сағат',
    'international, 12 hours',
  ),
} satisfies TextTable;

export const alarmWords = {
  CLAIM: four('Алуу', 'Взять', 'Алу', 'Take over'),
  DECISION: four('Чечим', 'Решение', 'Шешім', 'Decide'),
  DECISION_LIMIT: four('Чечимдин чеги', 'Предел решения', 'Шешім шегі', 'Decision limit'),
  OWNER_ANSWER: four('Ээсинин жообу', 'Ответ владельца', 'Иесінің жауабы', 'Owner’s answer'),
} satisfies TextTable;

export const directionWords = {
  ENTRY: four('кирүү', 'въезд', 'кіру', 'entry'),
  EXIT: four('чыгуу', 'выезд', 'шығу', 'exit'),
  TRANSIT: four('транзит', 'транзит', 'транзит', 'transit'),
} satisfies TextTable;
