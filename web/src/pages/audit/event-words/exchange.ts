// Words for the traces of what is exchanged with other systems.
import { four } from '../../../i18n/four.ts';

export const exchangeEvents = {
  'webhook.listed': four(
    'Вебхуктардын тизмеси көрүлдү',
    'Просмотрен список вебхуков',
    'Вебхуктар тізімі қаралды',
    'Webhooks listed',
  ),
  'webhook.viewed': four('Вебхук көрүлдү', 'Просмотрен вебхук', 'Вебхук қаралды', 'Webhook viewed'),
  'webhook.created': four('Вебхук түзүлдү', 'Создан вебхук', 'Вебхук жасалды', 'Webhook created'),
  'webhook.changed': four('Вебхук өзгөртүлдү', 'Изменён вебхук', 'Вебхук өзгертілді', 'Webhook changed'),
  'webhook.removed': four('Вебхук өчүрүлдү', 'Удалён вебхук', 'Вебхук жойылды', 'Webhook removed'),
  'webhook.tried': four('Вебхук сыналды', 'Вебхук опробован', 'Вебхук сыналды', 'Webhook tried out'),
  'webhook.replayed': four(
    'Вебхук кайра жөнөтүлдү',
    'Вебхук отправлен повторно',
    'Вебхук қайта жіберілді',
    'Webhook sent again',
  ),
  'webhook.log-read': four(
    'Вебхуктун журналы окулду',
    'Прочитан журнал вебхука',
    'Вебхук журналы оқылды',
    'Log of a webhook read',
  ),
  'webhook.delivered': four(
    'Вебхук жеткирүү аяктады',
    'Доставка вебхука завершена',
    'Вебхук жеткізу аяқталды',
    'Webhook delivery ended',
  ),
  'webhook.disabled': four(
    'Вебхук өчүрүп коюлду: жеткирилбей жатат',
    'Вебхук отключён: не доставляется',
    'Вебхук ажыратылды: жеткізілмейді',
    'Webhook disabled, it kept failing',
  ),
  'exchange.viewed': four(
    'Башка орнотуулар көрүлдү',
    'Просмотрены другие установки',
    'Басқа орнатулар қаралды',
    'Other installations viewed',
  ),
  'exchange.peer-proposed': four(
    'Башка орнотуу сунушталды',
    'Предложена другая установка',
    'Басқа орнату ұсынылды',
    'Other installation proposed',
  ),
  'exchange.peer-changed': four(
    'Башка орнотуу менен байланыш өзгөрдү',
    'Изменена связь с другой установкой',
    'Басқа орнатумен байланыс өзгерді',
    'Link to an installation changed',
  ),
  'exchange.message-written': four(
    'Башка орнотууга билдирүү жазылды',
    'Составлено сообщение другой установке',
    'Басқа орнатуға хабар жазылды',
    'Message to an installation written',
  ),
  'exchange.message-delivered': four(
    'Билдирүү жеткирилди',
    'Сообщение доставлено',
    'Хабар жеткізілді',
    'Message delivered',
  ),
  'exchange.message-refused': four(
    'Билдирүү кабыл алынган жок',
    'Сообщение не принято',
    'Хабар қабылданбады',
    'Message refused by the other side',
  ),
  'exchange.message-retried': four(
    'Билдирүү кайра жөнөтүлдү',
    'Сообщение отправлено повторно',
    'Хабар қайта жіберілді',
    'Message sent again',
  ),
  'exchange.received': four(
    'Башка орнотуудан билдирүү келди',
    'Получено сообщение другой установки',
    'Басқа орнатудан хабар келді',
    'Message of an installation received',
  ),
  'exchange.rejected': four(
    'Келген билдирүү алынган жок',
    'Входящее сообщение отклонено',
    'Келген хабар қайтарылды',
    'Incoming message rejected',
  ),
  'exchange.letter-written': four('Кат жазылды', 'Написано письмо', 'Хат жазылды', 'Letter written'),
};
