// Words for the events that other systems may be told of: an event without words does not compile.
import type { EventType } from '../../../server/domain/events/domain-event.ts';
import { four } from './four.ts';
import type { Text } from './texts.tsx';

const subscribedWords = {
  'alert.activated': four(
    'Жарыя күчүнө кирди',
    'Объявление вступило в силу',
    'Жарияланым күшіне енді',
    'Alert came into force',
  ),
  'alert.changed': four('Жарыя өзгөрдү', 'Объявление изменено', 'Жарияланым өзгерді', 'Alert changed'),
  'alert.withdrawn': four(
    'Жарыя кайтарылды',
    'Объявление отозвано',
    'Жарияланым қайтарылды',
    'Alert withdrawn',
  ),
  'hit.opened': four('Дал келүү ачылды', 'Открыто совпадение', 'Сәйкестік ашылды', 'Hit opened'),
  'hit.acknowledged': four(
    'Дал келүү ырасталды',
    'Совпадение принято к сведению',
    'Сәйкестік расталды',
    'Hit acknowledged',
  ),
  'hit.decided': four(
    'Дал келүү боюнча чечим алынды',
    'По совпадению решено',
    'Сәйкестік бойынша шешім қабылданды',
    'Hit decided',
  ),
  'hit.owner-asked': four(
    'Жарыянын ээсине суроо берилди',
    'Владельцу объявления задан вопрос',
    'Жарияланым иесіне сұрақ қойылды',
    'Owner of the alert asked',
  ),
  'hit.owner-answered': four(
    'Жарыянын ээси жооп берди',
    'Владелец объявления ответил',
    'Жарияланым иесі жауап берді',
    'Owner of the alert answered',
  ),
  'hit.changed': four('Дал келүү өзгөрдү', 'Совпадение изменено', 'Сәйкестік өзгерді', 'Hit changed'),
  'hit.closed': four('Дал келүү жабылды', 'Совпадение закрыто', 'Сәйкестік жабылды', 'Hit closed'),
  'case.opened': four('Иш ачылды', 'Открыто дело', 'Іс ашылды', 'Case opened'),
  'case.stage-changed': four(
    'Иш башка баскычка өттү',
    'Дело перешло на другую стадию',
    'Іс басқа сатыға өтті',
    'Case moved to another stage',
  ),
  'case.changed': four('Иш өзгөрдү', 'Дело изменено', 'Іс өзгерді', 'Case changed'),
  'case.message': four(
    'Иш боюнча кабар келди',
    'Сообщение по делу',
    'Іс бойынша хабар келді',
    'Message in a case',
  ),
  'case.clock-warning': four('Мөөнөт жакындады', 'Срок близок', 'Мерзім жақындады', 'Deadline near'),
  'case.overdue': four('Мөөнөт өтүп кетти', 'Срок пропущен', 'Мерзім өтіп кетті', 'Deadline missed'),
  'subject.matched': four(
    'Сакталган издөөгө жарыя табылды',
    'Объявление по сохранённому поиску',
    'Сақталған іздеуге жарияланым табылды',
    'Saved search found an alert',
  ),
  'person.erased': four(
    'Адам жөнүндө жазуу өчүрүлдү',
    'Запись лица удалена',
    'Адам туралы жазба жойылды',
    'Record of a person erased',
  ),
} satisfies Record<EventType, Text>;

export const WEBHOOK_EVENTS = Object.keys(subscribedWords) as EventType[];

export const webhookEventWords = {
  ...subscribedWords,
  'webhook.trial': four('Сыноо', 'Проба', 'Сынақ', 'Trial'),
};
