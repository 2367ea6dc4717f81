// Texts of the dialogs in which steps of a hit are taken.
import { four } from '../../i18n/four.ts';
import type { TextTable } from '../../i18n/texts.tsx';

export const stepTexts = {
  identifiers: four(
    'Эмнелер дал келди?',
    'Что сверено и совпало?',
    'Не сәйкес келді?',
    'What was compared and agrees?',
  ),
  identifiersHelp: four(
    'Манжа изи же ар башка түрдөгү экөө керек: кагаз, дене, сөз.',
    'Нужен отпечаток пальца или два разных вида: бумага, тело, слово.',
    'Саусақ ізі немесе әртүрлі екі түрі керек: қағаз, дене, сөз.',
    'A fingerprint, or two of different kinds: paper, body, word.',
  ),
  paper: four('Кагаз', 'Бумага', 'Қағаз', 'Paper'),
  body: four('Дене', 'Тело', 'Дене', 'Body'),
  word: four('Сөз', 'Слово', 'Сөз', 'Word'),
  urgency: four(
    'Ээсинин жообуна канча убакыт?',
    'Сколько ждать ответа владельца?',
    'Иесінің жауабын қанша күтеміз?',
    'How long may the owner take?',
  ),
  reason: four(
    'Эмне үчүн башка адам?',
    'Почему это другое лицо?',
    'Неге басқа адам?',
    'Why is it not the same person?',
  ),
  memoryText: four(
    'Чечим ушул документ жана туулган күн үчүн беш жыл эске сакталат.',
    'Решение запоминается для этого документа и даты рождения на пять лет.',
    'Шешім осы құжат пен туған күнге бес жылға есте сақталады.',
    'Remembered for this document and date of birth, for five years.',
  ),
  deed: four('Эмне кылынды?', 'Что сделано?', 'Не істелді?', 'What was done?'),
  at: four('Качан', 'Когда', 'Қашан', 'When'),
  place: four('Кайда', 'Где', 'Қайда', 'Where'),
  officer: four('Кызматкер', 'Сотрудник', 'Қызметкер', 'Officer'),
  facility: four('Кармалган жай', 'Место содержания', 'Ұстау орны', 'Place of custody'),
  lawNote: four(
    'Улуттук мыйзамдын негизи (ээси жооп бербесе милдеттүү)',
    'Основание по национальному закону (обязательно, если владелец молчит)',
    'Ұлттық заң негізі (иесі жауап бермесе міндетті)',
    'Ground in national law (needed when the owner is silent)',
  ),
  withdrawText: four(
    'Жүргүнчү дароо коё берилет. Себебин жазыңыз.',
    'Пассажир будет немедленно отпущен. Укажите причину.',
    'Жолаушы дереу босатылады. Себебін жазыңыз.',
    'The traveller is released at once. Say why.',
  ),
  standsText: four(
    'Сиз издөө жана ордер азыр күчүндө экенин ырастайсыз.',
    'Вы подтверждаете, что розыск и ордер сейчас действуют.',
    'Сіз іздеу мен ордердің қазір күшінде екенін растайсыз.',
    'You say that the alert and its warrant stand now.',
  ),
  superviseText: four(
    'Экинчи кызматкер катары өз пикириңизди жазыңыз.',
    'Как второй сотрудник запишите своё мнение.',
    'Екінші қызметкер ретінде пікіріңізді жазыңыз.',
    'As the second officer, write down your opinion.',
  ),
} satisfies TextTable;
