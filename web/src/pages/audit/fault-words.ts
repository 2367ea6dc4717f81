// Words for what a check of the chain can find: a fault without words does not compile.
import type { AuditFaultKind } from '../../../../server/domain/audit/verification.ts';
import { four } from '../../i18n/four.ts';
import type { Text } from '../../i18n/texts.tsx';

export const faultWords = {
  'row-edited': four('Жазуу өзгөртүлгөн', 'Запись изменена', 'Жазба өзгертілген', 'A row was changed'),
  'row-deleted': four('Жазуу өчүрүлгөн', 'Запись удалена', 'Жазба жойылған', 'A row was deleted'),
  'row-inserted': four(
    'Жазуу кийин кошулган',
    'Запись вставлена позже',
    'Жазба кейін қосылған',
    'A row was slipped in',
  ),
  'marks-differ': four(
    'Мөөрлөнгөн жазуулардын тизмеси дал келбейт',
    'Список опечатанных записей не сходится',
    'Мөрленген жазбалар тізімі сәйкес емес',
    'The list of sealed rows differs',
  ),
  'seal-missing': four('Мөөр жок', 'Печати нет', 'Мөр жоқ', 'A seal is missing'),
  'seal-edited': four('Мөөр өзгөртүлгөн', 'Печать изменена', 'Мөр өзгертілген', 'A seal was changed'),
  'chain-broken': four('Чынжыр үзүлгөн', 'Цепь разорвана', 'Тізбек үзілген', 'The chain is broken'),
  'signature-wrong': four(
    'Кол тамга туура эмес',
    'Подпись неверна',
    'Қолтаңба дұрыс емес',
    'A signature is wrong',
  ),
  'key-unknown': four('Ачкыч белгисиз', 'Ключ неизвестен', 'Кілт белгісіз', 'A key is not known'),
  'note-false': four(
    'Өчүрүлгөн ай жөнүндө белги жалган',
    'Отметка об удалённом месяце ложна',
    'Жойылған ай туралы белгі жалған',
    'The note about a removed month is false',
  ),
  'head-differs': four(
    'Сырткы көчүрмө башка мөөрдү көрсөтөт',
    'Внешняя копия называет другую печать',
    'Сыртқы көшірме басқа мөрді көрсетеді',
    'An exported head names another seal',
  ),
  'tail-missing': four(
    'Чынжырдын аягы жок',
    'Конец цепи отсутствует',
    'Тізбектің соңы жоқ',
    'The end of the chain is missing',
  ),
} satisfies Record<AuditFaultKind, Text>;
