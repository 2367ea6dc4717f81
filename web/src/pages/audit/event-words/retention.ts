// Words for the traces of retention: what was erased or masked by which rule, what holds it, and who looked.
import { four } from '../../../i18n/four.ts';

export const retentionEvents = {
  'retention.erased': four(
    'Мөөнөтү бүткөн жазуу өчүрүлдү',
    'Удалена запись с истёкшим сроком',
    'Мерзімі біткен жазба жойылды',
    'Record erased, its time over',
  ),
  'retention.proved': four('Өчүрүү далилденди', 'Удаление доказано', 'Жою дәлелденді', 'Erasure proved'),
  'retention.purged': four(
    'Мөөнөтү бүткөн саптар өчүрүлдү',
    'Удалены строки с истёкшим сроком',
    'Мерзімі біткен жолдар жойылды',
    'Rows removed, their time over',
  ),
  'retention.queries-masked': four(
    'Эски издөөлөрдүн сөздөрү окулгус кылынды',
    'Тексты старых поисков сделаны нечитаемыми',
    'Ескі іздеулер мәтіні оқылмайтын етілді',
    'Words of old searches made unreadable',
  ),
  'retention.listed': four(
    'Сактоо мөөнөттөрү көрүлдү',
    'Просмотрены сроки хранения',
    'Сақтау мерзімдері қаралды',
    'Retention listed',
  ),
  'retention.viewed': four(
    'Өчүрүүнүн далили көрүлдү',
    'Просмотрено доказательство удаления',
    'Жою дәлелі қаралды',
    'Proof of an erasure viewed',
  ),
  'retention.held': four(
    'Өчүрүүгө тыюу салынды',
    'Наложен запрет удаления',
    'Жоюға тыйым салынды',
    'Legal hold set',
  ),
  'retention.released': four(
    'Өчүрүүгө тыюу алынды',
    'Снят запрет удаления',
    'Жоюға тыйым алынды',
    'Legal hold lifted',
  ),
};
