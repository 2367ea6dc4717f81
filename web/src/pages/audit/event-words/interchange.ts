// Words for the traces of files that were taken in and given out, and of other systems that ask.
import { four } from '../../../i18n/four.ts';

export const interchangeEvents = {
  'import.received': four(
    'Импорт файлы келди',
    'Получен файл импорта',
    'Импорт файлы келді',
    'File of an import received',
  ),
  'import.listed': four(
    'Импорттордун тизмеси көрүлдү',
    'Просмотрен список импортов',
    'Импорттар тізімі қаралды',
    'Imports listed',
  ),
  'import.viewed': four('Импорт көрүлдү', 'Просмотрен импорт', 'Импорт қаралды', 'Import viewed'),
  'import.mapped': four(
    'Импорттун тилкелери аныкталды',
    'Определены столбцы импорта',
    'Импорт бағандары анықталды',
    'Columns of an import settled',
  ),
  'import.previewed': four(
    'Импорттун биринчи жазуулары көрүлдү',
    'Просмотрены первые записи импорта',
    'Импорттың алғашқы жазбалары қаралды',
    'First records of an import seen',
  ),
  'import.started': four('Импорт башталды', 'Импорт начат', 'Импорт басталды', 'Import started'),
  'import.applied': four(
    'Импорттун жазуулары катталды',
    'Записи импорта внесены',
    'Импорт жазбалары енгізілді',
    'Records of an import taken in',
  ),
  'import.ended': four('Импорт аяктады', 'Импорт завершён', 'Импорт аяқталды', 'Import ended'),
  'import.rows-viewed': four(
    'Импорттун жыйынтыгы көрүлдү',
    'Просмотрен результат импорта',
    'Импорт нәтижесі қаралды',
    'Result of an import viewed',
  ),
  'import.faults-taken': four(
    'Импорттун каталары жүктөлүп алынды',
    'Скачаны ошибки импорта',
    'Импорт қателері жүктеп алынды',
    'Faults of an import taken',
  ),
  'import.followed': four(
    'Импорттун жүрүшү байкалды',
    'Наблюдение за ходом импорта',
    'Импорт барысы бақыланды',
    'Progress of an import followed',
  ),
  'import.take-back': four(
    'Импортту кайтаруу суралды',
    'Запрошен отзыв импорта',
    'Импортты қайтару сұралды',
    'Taking an import back was asked for',
  ),
  'import.taken-back': four('Импорт кайтарылды', 'Импорт отозван', 'Импорт қайтарылды', 'Import taken back'),
  'import.file-removed': four(
    'Импорттун файлы өчүрүлдү',
    'Удалён файл импорта',
    'Импорт файлы жойылды',
    'File of an import removed',
  ),
  'export.requested': four('Экспорт суралды', 'Запрошен экспорт', 'Экспорт сұралды', 'Export asked for'),
  'export.listed': four(
    'Экспорттордун тизмеси көрүлдү',
    'Просмотрен список экспортов',
    'Экспорттар тізімі қаралды',
    'Exports listed',
  ),
  'export.viewed': four('Экспорт көрүлдү', 'Просмотрен экспорт', 'Экспорт қаралды', 'Export viewed'),
  'export.decided': four(
    'Экспорт боюнча чечим алынды',
    'Решено об экспорте',
    'Экспорт бойынша шешім қабылданды',
    'Export decided',
  ),
  'export.taken': four(
    'Экспорт файлы алынды',
    'Файл экспорта получен',
    'Экспорт файлы алынды',
    'File of an export taken',
  ),
  'export.expired': four(
    'Экспорттун мөөнөтү бүттү',
    'Срок экспорта истёк',
    'Экспорт мерзімі бітті',
    'Export expired',
  ),
  'interop.asked': four(
    'Башка система сурады',
    'Запрос другой системы',
    'Басқа жүйе сұрады',
    'Other system asked',
  ),
};
