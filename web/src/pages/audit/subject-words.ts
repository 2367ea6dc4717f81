// What a row of the audit log is about, and who acted when it was no account.
import type { AuditEntry } from '../../../../server/domain/audit/event.ts';
import { four } from '../../i18n/four.ts';
import type { Text } from '../../i18n/texts.tsx';

export const subjectWords = {
  person: four('адам', 'лицо', 'адам', 'person'),
  alert: four('жарыя', 'объявление', 'жарияланым', 'alert'),
  case: four('иш', 'дело', 'іс', 'case'),
  asset: four('мүлк', 'актив', 'актив', 'asset'),
  'asset-case': four('мүлк боюнча иш', 'дело об активах', 'активтер ісі', 'asset case'),
  assistance: four('укуктук жардам', 'правовая помощь', 'құқықтық көмек', 'legal assistance'),
  hit: four('дал келүү', 'совпадение', 'сәйкестік', 'hit'),
  check: four('текшерүү', 'проверка', 'тексеру', 'check'),
  'passenger-list': four('жүргүнчүлөр тизмеси', 'список пассажиров', 'жолаушылар тізімі', 'passenger list'),
  merge: four('бириктирүү', 'объединение', 'біріктіру', 'merge'),
  hold: four('өчүрүүгө тыюу', 'запрет удаления', 'жоюға тыйым', 'legal hold'),
  erasure: four('өчүрүү', 'удаление', 'жою', 'erasure'),
  correction: four('оңдоо сунушу', 'предложение исправить', 'түзету ұсынысы', 'correction'),
  'subject-request': four('адамдын өтүнүчү', 'обращение лица', 'тұлға өтініші', 'request of a person'),
  report: four('отчёт', 'отчёт', 'есеп', 'report'),
  export: four('экспорт', 'экспорт', 'экспорт', 'export'),
  'saved-subject': four('сакталган издөө', 'сохранённый поиск', 'сақталған іздеу', 'saved search'),
  import: four('импорт', 'импорт', 'импорт', 'import'),
  user: four('колдонуучу', 'пользователь', 'пайдаланушы', 'user'),
  session: four('сеанс', 'сеанс', 'сеанс', 'session'),
  agency: four('мекеме', 'ведомство', 'мекеме', 'agency'),
  'api-key': four('API ачкычы', 'ключ API', 'API кілті', 'API key'),
  webhook: four('вебхук', 'вебхук', 'вебхук', 'webhook'),
  'exchange-peer': four('башка орнотуу', 'другая установка', 'басқа орнату', 'other installation'),
  'exchange-letter': four('кат', 'письмо', 'хат', 'letter'),
  audit: four('журнал жазуусу', 'запись журнала', 'журнал жазбасы', 'row of the log'),
  system: four('система', 'система', 'жүйе', 'system'),
} satisfies Record<NonNullable<AuditEntry['subject']>['type'], Text>;
