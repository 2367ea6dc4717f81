// Words for the traces of emergency access, disclosures, refusals, the log itself and the data an installation starts with.
import { four } from '../../../i18n/four.ts';

export const accountabilityEvents = {
  'break-glass.opened': four(
    'Шашылыш кирүү ачылды',
    'Открыт экстренный доступ',
    'Шұғыл қолжетімдік ашылды',
    'Emergency access opened',
  ),
  'break-glass.listed': four(
    'Шашылыш кирүүлөрдүн тизмеси көрүлдү',
    'Просмотрен список экстренных доступов',
    'Шұғыл қолжетімдіктер тізімі қаралды',
    'Emergency accesses listed',
  ),
  'break-glass.reviewed': four(
    'Шашылыш кирүү боюнча корутунду берилди',
    'Экстренный доступ рассмотрен',
    'Шұғыл қолжетімдік тексерілді',
    'Emergency access reviewed',
  ),
  'disclosure.read': four(
    'Кимге эмне көрсөтүлгөнү окулду',
    'Просмотрено, кому что показано',
    'Кімге не көрсетілгені қаралды',
    'Disclosures read',
  ),
  'access.refused': four(
    'Кирүүгө уруксат берилген жок',
    'Отказано в доступе',
    'Қолжетімдік берілмеді',
    'Access refused',
  ),
  'audit.read': four(
    'Аудит журналы окулду',
    'Прочитан журнал аудита',
    'Аудит журналы оқылды',
    'Audit log read',
  ),
  'audit.exported': four(
    'Аудит журналы экспорттолду',
    'Журнал аудита выгружен',
    'Аудит журналы экспортталды',
    'Audit log exported',
  ),
  'audit.verified': four(
    'Журналдын чынжыры текшерилди',
    'Проверена цепь журнала',
    'Журнал тізбегі тексерілді',
    'Chain of the log verified',
  ),
  'audit.shortened': four(
    'Журналдын мөөнөтү бүткөн айы өчүрүлдү',
    'Удалён месяц журнала, срок хранения которого истёк',
    'Журналдың сақтау мерзімі біткен айы жойылды',
    'Month of the log removed, its legal time over',
  ),
  'overview.viewed': four(
    'Жалпы көрүнүш ачылды',
    'Просмотрен обзор дня',
    'Күн шолуы қаралды',
    'Overview of the day seen',
  ),
  'policy.tried': four(
    'Салыштыруу эрежелери сыналды',
    'Опробовано правило сопоставления',
    'Салыстыру ережелері сыналды',
    'Match policy tried out',
  ),
  'reference.loaded': four(
    'Маалымдамалар жүктөлдү',
    'Загружены справочники',
    'Анықтамалықтар жүктелді',
    'Reference data loaded',
  ),
  'seed.run': four(
    'Демо маалымат жүктөлдү',
    'Загружены демонстрационные данные',
    'Демо деректер жүктелді',
    'Demo data loaded',
  ),
};
