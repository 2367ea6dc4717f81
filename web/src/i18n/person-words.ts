// The closed lists of a person record in words.
import { four } from './four.ts';
import type { TextTable } from './texts.tsx';

export const sexWords = {
  M: four('эркек', 'мужской', 'ер', 'male'),
  F: four('аял', 'женский', 'әйел', 'female'),
  X: four('көрсөтүлгөн эмес (X)', 'не указан (X)', 'көрсетілмеген (X)', 'unspecified (X)'),
  U: four('белгисиз', 'неизвестен', 'белгісіз', 'unknown'),
} satisfies TextTable;

export const nameTypeWords = {
  PRIMARY: four('негизги', 'основное', 'негізгі', 'main'),
  DOCUMENT: four('документ боюнча', 'по документу', 'құжат бойынша', 'in a document'),
  BIRTH: four('төрөлгөндөгү', 'при рождении', 'туған кездегі', 'at birth'),
  FORMER: four('мурдагы', 'прежнее', 'бұрынғы', 'former'),
  ALIAS_STRONG: four('башка ысым', 'другое имя', 'басқа есім', 'alias'),
  ALIAS_WEAK: four('болжолдуу ысым', 'предположительное имя', 'болжамды есім', 'weak alias'),
  NICKNAME: four('лакап ат', 'прозвище', 'лақап ат', 'nickname'),
  RELIGIOUS: four('диний ысым', 'религиозное имя', 'діни есім', 'religious name'),
  TRANSLITERATED: four('машина жазган', 'транслитерация', 'транслитерация', 'transliterated'),
  MISUSED: four('башка бирөөнүкү', 'чужое имя', 'бөтен есім', 'misused name of another'),
} satisfies TextTable;

export const deceasedWords = {
  NO: four('тирүү деп эсептелет', 'считается живым', 'тірі деп саналады', 'held to be alive'),
  REPORTED: four('өлгөнү кабарланган', 'сообщено о смерти', 'қайтыс болғаны хабарланған', 'death reported'),
  CONFIRMED: four('өлгөнү ырасталган', 'смерть подтверждена', 'қайтыс болғаны расталған', 'death confirmed'),
} satisfies TextTable;

export const identityStatusWords = {
  CONFIRMED: four('такталган', 'установлена', 'анықталған', 'confirmed'),
  UNCONFIRMED: four('такталган эмес', 'не установлена', 'анықталмаған', 'not confirmed'),
  FALSE_IDENTITY_IN_USE: four(
    'жалган инсандыкты колдонот',
    'пользуется ложными данными',
    'жалған деректерді пайдаланады',
    'uses a false identity',
  ),
  STOLEN_IDENTITY_VICTIM_KNOWN: four(
    'бирөөнүн инсандыгын колдонот, жабырлануучу белгилүү',
    'пользуется чужими данными, пострадавший известен',
    'бөтен деректерді пайдаланады, жәбірленуші белгілі',
    'uses a stolen identity, the victim is known',
  ),
} satisfies TextTable;

export const birthStatusWords = {
  TRUE: four('чыныгы', 'истинная', 'шынайы', 'true'),
  USED: four('колдонулган', 'использованная', 'пайдаланылған', 'used'),
  CLAIMED: four('өзү айткан', 'со слов', 'өз сөзі бойынша', 'claimed'),
} satisfies TextTable;

export const nationalityStatusWords = {
  HELD: four('бар', 'имеет', 'бар', 'held'),
  CLAIMED: four('өзү айткан', 'со слов', 'өз сөзі бойынша', 'claimed'),
  RENOUNCED: four('баш тарткан', 'отказался', 'бас тартқан', 'renounced'),
  DEPRIVED: four('ажыратылган', 'лишён', 'айырылған', 'deprived'),
  DISPUTED: four('талаштуу', 'оспаривается', 'даулы', 'disputed'),
} satisfies TextTable;

export const documentTypeWords = {
  PASSPORT: four('паспорт', 'паспорт', 'паспорт', 'passport'),
  ID: four('ID-карта', 'удостоверение личности', 'жеке куәлік', 'identity card'),
  TRAVEL_DOC: four('жол жүрүү документи', 'проездной документ', 'жол жүру құжаты', 'travel document'),
  SEAMAN: four('деңизчинин күбөлүгү', 'удостоверение моряка', 'теңізші куәлігі', 'seaman’s book'),
  DIPLOMATIC: four(
    'дипломатиялык паспорт',
    'дипломатический паспорт',
    'дипломатиялық паспорт',
    'diplomatic passport',
  ),
  SERVICE: four('кызматтык паспорт', 'служебный паспорт', 'қызметтік паспорт', 'service passport'),
  RESIDENCE: four('жашоо уруксаты', 'вид на жительство', 'тұруға ықтиярхат', 'residence permit'),
  VISA: four('виза', 'виза', 'виза', 'visa'),
  DRIVING: four('айдоочу күбөлүгү', 'водительское удостоверение', 'жүргізуші куәлігі', 'driving licence'),
  BIRTH_CERT: four(
    'туулгандык күбөлүк',
    'свидетельство о рождении',
    'туу туралы куәлік',
    'birth certificate',
  ),
  MILITARY: four('аскердик билет', 'военный билет', 'әскери билет', 'military card'),
} satisfies TextTable;

export const documentStatusWords = {
  VALID: four('жарактуу', 'действителен', 'жарамды', 'valid'),
  EXPIRED: four('мөөнөтү өткөн', 'истёк', 'мерзімі өткен', 'expired'),
  LOST: four('жоголгон', 'утрачен', 'жоғалған', 'lost'),
  STOLEN: four('уурдалган', 'похищен', 'ұрланған', 'stolen'),
  REVOKED: four('жокко чыгарылган', 'аннулирован', 'күші жойылған', 'revoked'),
  FORGED: four('жасалма', 'поддельный', 'жалған', 'forged'),
  GENUINE_FRAUDULENTLY_OBTAINED: four(
    'чыныгы, бирок алдап алынган',
    'подлинный, получен обманом',
    'шынайы, алдап алынған',
    'genuine, obtained by fraud',
  ),
} satisfies TextTable;

export const nationalIdWords = {
  KG_PIN: four('КР ЖИН', 'ПИН (КР)', 'ЖСН (ҚР)', 'PIN (Kyrgyzstan)'),
  KZ_IIN: four('КЗ ИИН', 'ИИН (Казахстан)', 'ЖСН (Қазақстан)', 'IIN (Kazakhstan)'),
  RU_INN: four('РФ ИНН', 'ИНН (Россия)', 'ИНН (Ресей)', 'INN (Russia)'),
  RU_SNILS: four('РФ СНИЛС', 'СНИЛС (Россия)', 'СНИЛС (Ресей)', 'SNILS (Russia)'),
  UZ_PINFL: four('УЗ ПИНФЛ', 'ПИНФЛ (Узбекистан)', 'ЖШШЖСН (Өзбекстан)', 'PINFL (Uzbekistan)'),
  OTHER: four('башка', 'другой', 'басқа', 'other'),
} satisfies TextTable;

export const confidenceWords = {
  HIGH: four('ишенимдүү', 'достоверно', 'сенімді', 'sure'),
  MEDIUM: four('кадимки', 'обычная', 'орташа', 'ordinary'),
  LOW: four('шектүү', 'сомнительно', 'күмәнді', 'doubtful'),
  CONTRADICTED: four('төгүндөлгөн', 'опровергнуто', 'теріске шығарылған', 'contradicted'),
} satisfies TextTable;

export const sensitivityWords = {
  NORMAL: four(
    'жазууну көргөндөрдүн баары',
    'всем, кто видит запись',
    'жазбаны көретіндердің бәріне',
    'all who see the record',
  ),
  RESTRICTED: four(
    'биздин мамлекет гана',
    'только наше государство',
    'тек біздің мемлекет',
    'our state only',
  ),
  SECRET: four('биздин мекеме гана', 'только наш орган', 'тек біздің орган', 'our agency only'),
} satisfies TextTable;

export const scriptWords = {
  Cyrl: four('кириллица', 'кириллица', 'кирилл', 'Cyrillic'),
  Latn: four('латын', 'латиница', 'латын', 'Latin'),
  Arab: four('араб', 'арабское письмо', 'араб', 'Arabic'),
  Armn: four('армян', 'армянское письмо', 'армян', 'Armenian'),
  Geor: four('грузин', 'грузинское письмо', 'грузин', 'Georgian'),
  Hans: four('кытай', 'китайское письмо', 'қытай', 'Chinese'),
  Zyyy: four('аралаш', 'смешанное', 'аралас', 'mixed'),
} satisfies TextTable;
