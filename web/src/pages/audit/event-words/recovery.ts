// Words for the traces of asset recovery and requests for assistance.
import { four } from '../../../i18n/four.ts';

export const recoveryEvents = {
  'asset-case.created': four(
    'Мүлк боюнча иш ачылды',
    'Открыто дело об активах',
    'Активтер ісі ашылды',
    'Asset case opened',
  ),
  'asset-case.changed': four(
    'Мүлк боюнча иш өзгөртүлдү',
    'Изменено дело об активах',
    'Активтер ісі өзгертілді',
    'Asset case changed',
  ),
  'asset-case.viewed': four(
    'Мүлк боюнча иш көрүлдү',
    'Просмотрено дело об активах',
    'Активтер ісі қаралды',
    'Asset case viewed',
  ),
  'asset-case.listed': four(
    'Мүлк боюнча иштердин тизмеси көрүлдү',
    'Просмотрен список дел об активах',
    'Активтер істерінің тізімі қаралды',
    'Asset cases listed',
  ),
  'asset.created': four('Мүлк кошулду', 'Добавлен актив', 'Актив қосылды', 'Asset added'),
  'asset.changed': four('Мүлк өзгөртүлдү', 'Изменён актив', 'Актив өзгертілді', 'Asset changed'),
  'asset.claimed': four(
    'Мүлккө башка иш да дооматтуу',
    'На актив претендует другое дело',
    'Активке басқа іс те дәмелі',
    'Asset claimed by another case',
  ),
  'asset.viewed': four('Мүлк көрүлдү', 'Просмотрен актив', 'Актив қаралды', 'Asset viewed'),
  'asset.listed': four(
    'Мүлктүн тизмеси көрүлдү',
    'Просмотрен список активов',
    'Активтер тізімі қаралды',
    'Assets listed',
  ),
  'asset.totalled': four(
    'Мүлктүн жалпы суммасы эсептелди',
    'Подсчитана сумма активов',
    'Активтер сомасы есептелді',
    'Assets added up',
  ),
  'asset.measure': four(
    'Мүлк боюнча чара жазылды',
    'Записана мера по активу',
    'Актив бойынша шара жазылды',
    'Measure on an asset recorded',
  ),
  'asset.freeze-warning': four(
    'Камактын мөөнөтү жөнүндө эскертилди',
    'Предупреждение о сроке ареста актива',
    'Тыйым мерзімі туралы ескертілді',
    'Warned of the end of a freeze',
  ),
  'asset.warning-done': four(
    'Камак жөнүндө эскертүү жабылды',
    'Закрыто предупреждение об аресте',
    'Тыйым туралы ескерту жабылды',
    'Warning of a freeze closed',
  ),
  'asset.warnings-listed': four(
    'Камактар жөнүндө эскертүүлөр көрүлдү',
    'Просмотрены предупреждения об арестах',
    'Тыйымдар туралы ескертулер қаралды',
    'Warnings of freezes listed',
  ),
  'exchange-rate.recorded': four(
    'Валюта курсу жазылды',
    'Записан курс валюты',
    'Валюта бағамы жазылды',
    'Exchange rate recorded',
  ),
  'assistance.created': four(
    'Укуктук жардам суроосу түзүлдү',
    'Создан запрос о правовой помощи',
    'Құқықтық көмек сұрауы жасалды',
    'Request for assistance created',
  ),
  'assistance.changed': four(
    'Укуктук жардам суроосу өзгөртүлдү',
    'Изменён запрос о правовой помощи',
    'Құқықтық көмек сұрауы өзгертілді',
    'Request for assistance changed',
  ),
  'assistance.viewed': four(
    'Укуктук жардам суроосу көрүлдү',
    'Просмотрен запрос о правовой помощи',
    'Құқықтық көмек сұрауы қаралды',
    'Request for assistance viewed',
  ),
  'assistance.listed': four(
    'Укуктук жардам суроолору көрүлдү',
    'Просмотрен список запросов о правовой помощи',
    'Құқықтық көмек сұраулары қаралды',
    'Requests for assistance listed',
  ),
  'assistance.step': four(
    'Укуктук жардам боюнча кадам жасалды',
    'Шаг по запросу о правовой помощи',
    'Құқықтық көмек бойынша қадам жасалды',
    'Step taken on a request for assistance',
  ),
};
