// What the registry says about the values of a person's record, in four languages.
import type { Locale } from '../../domain/access/actor.ts';
import type { BirthDateFinding } from '../../domain/dates/birth-date.ts';
import type { NationalIdWarning } from '../../domain/documents/national-id.ts';
import type { MergeRefusal, UnmergeConflict } from '../../domain/persons/merge.ts';
import type { NameFindingCode } from '../../domain/persons/name-rules.ts';
import type { QualityReason } from '../../domain/persons/quality.ts';
import { QUALITY_TEXTS } from './record-quality.ts';

type Words = Readonly<Record<Locale, string>>;

/** Codes of the domain that reach people; one without a text does not compile. */
type DomainCode =
  | Exclude<NameFindingCode, 'NO_NAME'>
  | BirthDateFinding
  | NationalIdWarning
  | QualityReason
  | Exclude<MergeRefusal, 'SAME_DECIDER'>
  | UnmergeConflict['code'];

export const personTexts = {
  UNKNOWN_COUNTRY: {
    ky: 'Мындай өлкө коду жок',
    ru: 'Такого кода страны нет',
    kk: 'Мұндай ел коды жоқ',
    en: 'There is no such country code',
  },
  UNKNOWN_ALERT: {
    ky: 'Бул адам боюнча өз мамлекетиңиздин мындай жарыясы жок',
    ru: 'У вашего государства нет такого объявления об этом лице',
    kk: 'Бұл адамға қатысты өз мемлекетіңіздің мұндай жарияланымы жоқ',
    en: 'Your state has no such alert on this person',
  },
  DAY_OUT_OF_RANGE: {
    ky: 'Күн 1850-жылдан 2199-жылга чейин болушу керек',
    ru: 'Дата должна лежать между 1850 и 2199 годами',
    kk: 'Күн 1850 мен 2199 жылдардың арасында болуы тиіс',
    en: 'The day must lie between the years 1850 and 2199',
  },
  ENDS_BEFORE_START: {
    ky: 'Аягы башталышынан мурда',
    ru: 'Конец раньше начала',
    kk: 'Соңы басынан бұрын',
    en: 'It ends before it begins',
  },
  DEATH_NOT_REPORTED: {
    ky: 'Өлгөн күнү көрсөтүлгөн, бирок өлүмү белгиленген эмес',
    ru: 'Указана дата смерти, но смерть не отмечена',
    kk: 'Қайтыс болған күні көрсетілген, бірақ өлімі белгіленбеген',
    en: 'A day of death is given, but no death is reported',
  },
  NO_PRIMARY: {
    ky: 'Жок дегенде бир негизги ат керек',
    ru: 'Нужно хотя бы одно основное имя',
    kk: 'Кемінде бір негізгі есім қажет',
    en: 'At least one primary name is needed',
  },
  SECOND_PRIMARY_IN_SCRIPT: {
    ky: 'Бул жазууда сиздин мамлекеттин негизги аты бар',
    ru: 'Основное имя вашего государства этим письмом уже есть',
    kk: 'Бұл жазумен мемлекетіңіздің негізгі есімі бар',
    en: 'Your state already has a primary name in this script',
  },
  NEITHER_PARTS_NOR_FULL: {
    ky: 'Толук атын же фамилиясын, же ысымын бериңиз',
    ru: 'Укажите полное имя либо фамилию или имя',
    kk: 'Толық есімін не тегін, не атын көрсетіңіз',
    en: 'Give the full name, or a family or given name',
  },
  NO_LETTERS: {
    ky: 'Атта бир да тамга жок',
    ru: 'В имени нет ни одной буквы',
    kk: 'Есімде бірде-бір әріп жоқ',
    en: 'The name holds no letter',
  },
  MIXED_SCRIPT: {
    ky: 'Бир сөздө эки жазуунун тамгалары аралашкан',
    ru: 'В одном слове смешаны буквы двух письменностей',
    kk: 'Бір сөзде екі жазудың әріптері араласқан',
    en: 'One word mixes letters of two scripts',
  },
  MACHINE_MADE: {
    ky: 'Бул жазылышты система түзгөн, аны өзгөртүүгө болбойт',
    ru: 'Это написание создано системой и не изменяется',
    kk: 'Бұл жазылуды жүйе жасаған, оны өзгертуге болмайды',
    en: 'This spelling is made by the system and cannot be changed',
  },
  NOT_A_DATE: {
    ky: 'Дата окулган жок: 1975, 1975-03 же 1975-03-21 деп жазыңыз',
    ru: 'Дата не прочитана: пишите 1975, 1975-03 или 1975-03-21',
    kk: 'Күн оқылмады: 1975, 1975-03 немесе 1975-03-21 деп жазыңыз',
    en: 'Not read as a date: write 1975, 1975-03 or 1975-03-21',
  },
  YEAR_UNKNOWN: {
    ky: 'Жылы белгисиз',
    ru: 'Год неизвестен',
    kk: 'Жылы белгісіз',
    en: 'The year is not known',
  },
  YEAR_OUT_OF_RANGE: {
    ky: 'Жыл 1850дөн кичине болбошу керек',
    ru: 'Год не может быть раньше 1850',
    kk: 'Жыл 1850-ден ерте болмауы тиіс',
    en: 'The year cannot be before 1850',
  },
  MONTH_OUT_OF_RANGE: {
    ky: 'Мындай ай жок',
    ru: 'Такого месяца нет',
    kk: 'Мұндай ай жоқ',
    en: 'There is no such month',
  },
  DAY_WITHOUT_MONTH: {
    ky: 'Күн айы жок берилген',
    ru: 'День указан без месяца',
    kk: 'Күн айсыз берілген',
    en: 'A day is given without its month',
  },
  NO_SUCH_DAY: {
    ky: 'Мындай күн жок',
    ru: 'Такого дня нет',
    kk: 'Мұндай күн жоқ',
    en: 'There is no such day',
  },
  IN_FUTURE: {
    ky: 'Бул күн али келе элек',
    ru: 'Эта дата ещё не наступила',
    kk: 'Бұл күн әлі келген жоқ',
    en: 'This date is in the future',
  },
  RANGE_REVERSED: {
    ky: 'Акыркы жыл биринчи жылдан мурда',
    ru: 'Последний год раньше первого',
    kk: 'Соңғы жыл бірінші жылдан бұрын',
    en: 'The last year is before the first',
  },
  YEAR_OUTSIDE_RANGE: {
    ky: 'Жыл көрсөтүлгөн аралыкка кирбейт',
    ru: 'Год вне указанного промежутка',
    kk: 'Жыл көрсетілген аралыққа кірмейді',
    en: 'The year lies outside the range of years',
  },
  FIRST_OF_JANUARY: {
    ky: '1-январь көбүнчө «жылы гана белгилүү» дегенди билдирет: андай болсо, жылын гана жазыңыз',
    ru: '1 января часто значит «известен только год»: если так, укажите один год',
    kk: '1 қаңтар көбіне «тек жылы белгілі» дегенді білдіреді: солай болса, жылын ғана жазыңыз',
    en: '1 January often means that only the year is known: if so, give the year alone',
  },
  EMPTY: {
    ky: 'Номерде бир да белги жок',
    ru: 'В номере нет ни одного знака',
    kk: 'Нөмірде бірде-бір таңба жоқ',
    en: 'The number holds no character',
  },
  UNUSUAL_SIGNS: {
    ky: 'Номерде латынга окшобогон тамга бар: клавиатураны текшериңиз',
    ru: 'В номере есть буква, не похожая на латинскую: проверьте раскладку',
    kk: 'Нөмірде латынға ұқсамайтын әріп бар: пернетақтаны тексеріңіз',
    en: 'The number holds a letter unlike any Latin one: check the keyboard layout',
  },
  WRONG_LENGTH: {
    ky: 'Номердин узундугу туура эмес',
    ru: 'Неверная длина номера',
    kk: 'Нөмірдің ұзындығы қате',
    en: 'The number has the wrong length',
  },
  NOT_DIGITS: {
    ky: 'Номер цифралардан гана турушу керек',
    ru: 'Номер должен состоять из цифр',
    kk: 'Нөмір тек цифрлардан тұруы тиіс',
    en: 'The number should hold digits only',
  },
  CHECK_DIGIT_WRONG: {
    ky: 'Текшерүү цифрасы туура келбейт',
    ru: 'Контрольная цифра не сходится',
    kk: 'Бақылау цифры сәйкес емес',
    en: 'The check digit does not fit',
  },
  SEX_DIGIT_UNKNOWN: {
    ky: 'Номердеги жыныс цифрасы белгисиз',
    ru: 'Цифра пола в номере неизвестна',
    kk: 'Нөмірдегі жыныс цифры белгісіз',
    en: 'The digit of the sex is not a known one',
  },
  BIRTH_DATE_IMPOSSIBLE: {
    ky: 'Номердеги туулган күн мүмкүн эмес',
    ru: 'Дата рождения в номере невозможна',
    kk: 'Нөмірдегі туған күн мүмкін емес',
    en: 'The birth date in the number is impossible',
  },
  BIRTH_DATE_DIFFERS: {
    ky: 'Номердеги туулган күн жазылганга туура келбейт',
    ru: 'Дата рождения в номере не совпадает с записанной',
    kk: 'Нөмірдегі туған күн жазылғанға сәйкес емес',
    en: 'The birth date in the number differs from the recorded one',
  },
  SEX_DIFFERS: {
    ky: 'Жынысы туура келбейт',
    ru: 'Пол не совпадает',
    kk: 'Жынысы сәйкес емес',
    en: 'The sex differs',
  },
  ...QUALITY_TEXTS,
  SAME_RECORD: {
    ky: 'Бул ошол эле жазуу',
    ru: 'Это одна и та же запись',
    kk: 'Бұл сол жазбаның өзі',
    en: 'This is the same record',
  },
  SURVIVOR_MERGED_AWAY: {
    ky: 'Калуучу жазуу башка жазууга бириктирилген',
    ru: 'Остающаяся запись уже присоединена к другой',
    kk: 'Қалатын жазба басқа жазбаға қосылған',
    en: 'The surviving record was merged into another',
  },
  ABSORBED_MERGED_AWAY: {
    ky: 'Бириктирилүүчү жазуу мурда бириктирилген',
    ru: 'Присоединяемая запись уже присоединена',
    kk: 'Қосылатын жазба бұрын қосылған',
    en: 'The absorbed record is merged already',
  },
  KNOWN_DIFFERENT: {
    ky: 'Булар эки башка адам деп чечилген',
    ru: 'Решено, что это два разных человека',
    kk: 'Бұлар екі бөлек адам деп шешілген',
    en: 'It was decided that these are two different people',
  },
  MERGE_PENDING: {
    ky: 'Бул эки жазууну бириктирүү сунушу каралууда',
    ru: 'Объединение этих записей уже предложено',
    kk: 'Бұл екі жазбаны біріктіру ұсынысы қаралуда',
    en: 'A merge of these two records is already proposed',
  },
  MERGED_ON: {
    ky: 'Калган жазуу кийин башкасына бириктирилген: адегенде ошону жокко чыгарыңыз',
    ru: 'Оставшаяся запись потом сама присоединена к другой: сначала отмените то объединение',
    kk: 'Қалған жазба кейін басқасына қосылған: алдымен соны болдырмаңыз',
    en: 'The survivor was later merged into another record: undo that merge first',
  },
  ROW_GONE: {
    ky: 'Бириктирүүдөн кийин сап өчүрүлгөн',
    ru: 'Строка удалена после объединения',
    kk: 'Біріктіруден кейін жол өшірілген',
    en: 'A row was removed after the merge',
  },
  ROW_MOVED_ON: {
    ky: 'Сап бириктирүүдөн кийин башка жазууга өткөн',
    ru: 'Строка после объединения перешла к другой записи',
    kk: 'Жол біріктіруден кейін басқа жазбаға өткен',
    en: 'A row went on to another record after the merge',
  },
  NAME_TYPE_CHANGED: {
    ky: 'Аттын түрү бириктирүүдөн кийин өзгөргөн',
    ru: 'Вид имени изменён после объединения',
    kk: 'Есімнің түрі біріктіруден кейін өзгертілген',
    en: 'The type of a name was changed after the merge',
  },
  FIELD_CHANGED: {
    ky: 'Талаа бириктирүүдөн кийин өзгөргөн',
    ru: 'Поле изменено после объединения',
    kk: 'Өріс біріктіруден кейін өзгертілген',
    en: 'A field was changed after the merge',
  },
  NOT_A_PHOTO: {
    ky: 'JPEG, PNG же WebP сүрөтү эмес',
    ru: 'Это не изображение JPEG, PNG или WebP',
    kk: 'JPEG, PNG немесе WebP суреті емес',
    en: 'Not a JPEG, PNG or WebP image',
  },
  TOO_MANY_PIXELS: {
    ky: 'Сүрөт өтө чоң: {maximum} мегапикселден ашпашы керек',
    ru: 'Слишком большое изображение: не больше {maximum} мегапикселей',
    kk: 'Сурет тым үлкен: {maximum} мегапиксельден аспауы тиіс',
    en: 'The image is too large: at most {maximum} megapixels',
  },
  DAMAGED_IMAGE: {
    ky: 'Сүрөт бузулган же толук эмес',
    ru: 'Изображение повреждено или неполное',
    kk: 'Сурет бүлінген немесе толық емес',
    en: 'The image is damaged or incomplete',
  },
} as const satisfies Record<DomainCode, Words> & Record<string, Words>;

const TEXTS: Readonly<Record<string, Words>> = personTexts;

/** @returns the text of a code with its parameters filled in; a code without a text stands for itself */
export function personText(
  locale: Locale,
  code: string,
  params: Readonly<Record<string, string | number | boolean>> = {},
): string {
  const text = TEXTS[code]?.[locale] ?? code;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
