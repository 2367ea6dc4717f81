// Words for the traces of searches.
import { four } from '../../../i18n/four.ts';

export const searchEvents = {
  'search.persons': four('Адам изделди', 'Поиск лица', 'Адам ізделді', 'Person searched'),
  'search.suggested': four(
    'Терүү учурунда ысымдар сунушталды',
    'Подсказаны имена при вводе',
    'Теру кезінде есімдер ұсынылды',
    'Names offered while typing',
  ),
  'search.explained': four(
    'Эмне үчүн табылбаганы түшүндүрүлдү',
    'Объяснено, почему не найдено',
    'Неге табылмағаны түсіндірілді',
    'Explained why not found',
  ),
  'search.duplicates': four(
    'Окшош жазуулар изделди',
    'Поиск похожих записей',
    'Ұқсас жазбалар ізделді',
    'Similar records searched',
  ),
  'search.reindexed': four(
    'Издөө индекси кайра түзүлдү',
    'Индекс поиска построен заново',
    'Іздеу индексі қайта құрылды',
    'Search index built anew',
  ),
  'search.flagged': four(
    'Шектүү издөө белгиленди',
    'Отмечен подозрительный поиск',
    'Күдікті іздеу белгіленді',
    'Search flagged',
  ),
};
