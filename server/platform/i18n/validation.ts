// What is wrong with one value, in four languages; `{x}` is filled with the fault's parameter x.
import type { Locale } from '../../domain/access/actor.ts';

export const validationTexts = {
  required: {
    ky: 'Милдеттүү',
    ru: 'Обязательно для заполнения',
    kk: 'Толтыру міндетті',
    en: 'Required',
  },
  'wrong-type': {
    ky: 'Маанинин түрү туура эмес, күтүлгөнү: {expected}',
    ru: 'Неверный тип значения, ожидается: {expected}',
    kk: 'Мәннің түрі қате, күтілетіні: {expected}',
    en: 'Wrong kind of value, expected: {expected}',
  },
  'too-short': {
    ky: 'Өтө кыска: кеминде {minimum} белги керек',
    ru: 'Слишком коротко: минимальное число символов – {minimum}',
    kk: 'Тым қысқа: кемінде {minimum} таңба қажет',
    en: 'Too short: minimum number of characters is {minimum}',
  },
  'too-long': {
    ky: 'Өтө узун: {maximum} белгиден ашпашы керек',
    ru: 'Слишком длинно: максимальное число символов – {maximum}',
    kk: 'Тым ұзын: {maximum} таңбадан аспауы тиіс',
    en: 'Too long: maximum number of characters is {maximum}',
  },
  'too-small': {
    ky: 'Өтө кичине: эң аз мааниси {minimum}',
    ru: 'Слишком мало: минимальное значение – {minimum}',
    kk: 'Тым кіші: ең аз мәні {minimum}',
    en: 'Too small: the minimum is {minimum}',
  },
  'too-big': {
    ky: 'Өтө чоң: эң көп мааниси {maximum}',
    ru: 'Слишком много: максимальное значение – {maximum}',
    kk: 'Тым үлкен: ең көп мәні {maximum}',
    en: 'Too big: the maximum is {maximum}',
  },
  'too-few': {
    ky: 'Саны жетишсиз: кеминде {minimum} болушу керек',
    ru: 'Слишком мало элементов: нужно не меньше {minimum}',
    kk: 'Элементтер аз: кемінде {minimum} болуы тиіс',
    en: 'Too few items: at least {minimum} needed',
  },
  'too-many': {
    ky: 'Саны өтө көп: {maximum} ашпашы керек',
    ru: 'Слишком много элементов: допускается не больше {maximum}',
    kk: 'Элементтер тым көп: {maximum} аспауы тиіс',
    en: 'Too many items: at most {maximum} allowed',
  },
  'wrong-format': {
    ky: 'Форматы туура эмес, күтүлгөнү: {format}',
    ru: 'Неверный формат, ожидается: {format}',
    kk: 'Пішімі қате, күтілетіні: {format}',
    en: 'Wrong format, expected: {format}',
  },
  'unknown-member': {
    ky: 'Белгисиз талаа',
    ru: 'Неизвестное поле',
    kk: 'Белгісіз өріс',
    en: 'Unknown member',
  },
  'not-allowed': {
    ky: 'Жол берилген маанилер: {allowed}',
    ru: 'Допустимые значения: {allowed}',
    kk: 'Рұқсат етілген мәндер: {allowed}',
    en: 'Allowed values: {allowed}',
  },
  'no-form-fits': {
    ky: 'Маани жол берилген түзүлүштөрдүн бирине да туура келбейт',
    ru: 'Значение не подходит ни под одну из допустимых форм',
    kk: 'Мән рұқсат етілген пішіндердің ешқайсысына сәйкес келмейді',
    en: 'The value fits none of the allowed forms',
  },
  'not-multiple': {
    ky: '{divisor} санына бөлүнүшү керек',
    ru: 'Должно делиться на {divisor}',
    kk: '{divisor} санына бөлінуі тиіс',
    en: 'Must be a multiple of {divisor}',
  },
  invalid: {
    ky: 'Мааниси туура эмес',
    ru: 'Недопустимое значение',
    kk: 'Мәні жарамсыз',
    en: 'The value is not valid',
  },
  'unstorable-text': {
    ky: 'Текстте сактоого мүмкүн болбогон белги бар',
    ru: 'Текст содержит символ, который нельзя сохранить',
    kk: 'Мәтінде сақтауға болмайтын таңба бар',
    en: 'The text holds a character that cannot be stored',
  },
  'unknown-cursor': {
    ky: 'Бул курсор белгисиз: тизмени башынан баштаңыз',
    ru: 'Неизвестный курсор: начните список сначала',
    kk: 'Бұл курсор белгісіз: тізімді басынан бастаңыз',
    en: 'Unknown cursor: start the list again',
  },
} as const satisfies Record<string, Record<Locale, string>>;
