// What a key of another system may do, in words.
import { four } from '../../i18n/four.ts';
import type { TextTable } from '../../i18n/texts.tsx';

/** What service accounts may be given; the server refuses more. */
export const scopeWords = {
  'check.run': four('чек ара текшерүүсү', 'пограничные проверки', 'шекара тексеруі', 'border checks'),
  'list.send': four(
    'жүргүнчүлөр тизмесин жөнөтүү',
    'отправка списков пассажиров',
    'жолаушылар тізімін жіберу',
    'sending passenger lists',
  ),
  'list.read': four(
    'жүргүнчүлөр тизмесин окуу',
    'чтение списков пассажиров',
    'жолаушылар тізімін оқу',
    'reading passenger lists',
  ),
  'reference.read': four(
    'маалымдамаларды окуу',
    'чтение справочников',
    'анықтамалықтарды оқу',
    'reading reference data',
  ),
  'offline.export': four(
    'байланышсыз постко көчүрмө',
    'копия для поста без связи',
    'байланыссыз бекетке көшірме',
    'copies for posts without a line',
  ),
  'interop.ask': four(
    'башка протокол менен суроо',
    'запросы по чужим протоколам',
    'басқа хаттамамен сұрау',
    'questions in foreign protocols',
  ),
  'interop.open': four(
    'башка протокол менен жазуу ачуу',
    'открытие записей по чужим протоколам',
    'басқа хаттамамен жазба ашу',
    'opening records in foreign protocols',
  ),
} satisfies TextTable;
