// Words for the traces of passenger lists, kept searches and copies that leave for posts without a line.
import { four } from '../../../i18n/four.ts';

export const listEvents = {
  'list.received': four(
    'Жүргүнчүлөр тизмеси келди',
    'Получен список пассажиров',
    'Жолаушылар тізімі келді',
    'Passenger list received',
  ),
  'list.listed': four(
    'Жүргүнчүлөр тизмелери көрүлдү',
    'Просмотрены списки пассажиров',
    'Жолаушылар тізімдері қаралды',
    'Passenger lists listed',
  ),
  'list.viewed': four(
    'Жүргүнчүлөр тизмеси көрүлдү',
    'Просмотрен список пассажиров',
    'Жолаушылар тізімі қаралды',
    'Passenger list viewed',
  ),
  'list.screened': four(
    'Жүргүнчүлөр тизмеси текшерилди',
    'Проверен список пассажиров',
    'Жолаушылар тізімі тексерілді',
    'Passenger list screened',
  ),
  'list.line-reviewed': four(
    'Тизменин сабы каралды',
    'Рассмотрена строка списка',
    'Тізім жолы тексерілді',
    'Line of a list reviewed',
  ),
  'list.step': four(
    'Тизме боюнча кадам жасалды',
    'Шаг по списку пассажиров',
    'Тізім бойынша қадам жасалды',
    'Step taken on a list',
  ),
  'list.exported': four(
    'Жүргүнчүлөр тизмеси экспорттолду',
    'Список пассажиров выгружен',
    'Жолаушылар тізімі экспортталды',
    'Passenger list exported',
  ),
  'list.purged': four(
    'Тизменин саптары өчүрүлдү',
    'Удалены строки списка',
    'Тізім жолдары жойылды',
    'Lines of a list erased',
  ),
  'subject.saved': four('Издөө сакталды', 'Поиск сохранён', 'Іздеу сақталды', 'Search saved'),
  'subject.listed': four(
    'Сакталган издөөлөр көрүлдү',
    'Просмотрены сохранённые поиски',
    'Сақталған іздеулер қаралды',
    'Saved searches listed',
  ),
  'subject.removed': four(
    'Сакталган издөө өчүрүлдү',
    'Удалён сохранённый поиск',
    'Сақталған іздеу жойылды',
    'Saved search removed',
  ),
  'subject.viewed': four(
    'Сакталган издөө ачылды',
    'Открыт сохранённый поиск',
    'Сақталған іздеу ашылды',
    'Saved search viewed',
  ),
  'subject.compared': four(
    'Сакталган издөө жарыя менен салыштырылды',
    'Сохранённый поиск сверен с объявлением',
    'Сақталған іздеу жарияланыммен салыстырылды',
    'Saved search compared with an alert',
  ),
  'offline.exported': four(
    'Байланышсыз постко көчүрмө жасалды',
    'Выдана копия для поста без связи',
    'Байланыссыз бекетке көшірме берілді',
    'Copy for a post without a line made',
  ),
};
