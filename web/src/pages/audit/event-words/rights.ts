// Words for the traces of persons' rights: requests and their steps, proposals to correct, notices to recipients.
import { four } from '../../../i18n/four.ts';

export const rightsEvents = {
  'request.received': four(
    'Адамдын өтүнүчү кабыл алынды',
    'Принято обращение лица',
    'Тұлға өтініші қабылданды',
    'Request of a person received',
  ),
  'request.listed': four(
    'Өтүнүчтөрдүн тизмеси көрүлдү',
    'Просмотрен список обращений',
    'Өтініштер тізімі қаралды',
    'Requests of persons listed',
  ),
  'request.viewed': four(
    'Өтүнүч көрүлдү',
    'Просмотрено обращение',
    'Өтініш қаралды',
    'Request of a person viewed',
  ),
  'request.step': four(
    'Өтүнүч боюнча кадам жасалды',
    'Шаг по обращению',
    'Өтініш бойынша қадам жасалды',
    'Step taken on a request of a person',
  ),
  'notice.listed': four(
    'Билдирүүлөрдүн тизмеси көрүлдү',
    'Просмотрен список уведомлений',
    'Хабарламалар тізімі қаралды',
    'Notices listed',
  ),
  'notice.confirmed': four(
    'Билдирүү алынганы ырасталды',
    'Получение уведомления подтверждено',
    'Хабарлама алынғаны расталды',
    'Notice confirmed',
  ),
  'correction.proposed': four(
    'Оңдоо сунушталды',
    'Предложено исправление',
    'Түзету ұсынылды',
    'Correction proposed',
  ),
  'correction.listed': four(
    'Оңдоо сунуштары көрүлдү',
    'Просмотрен список исправлений',
    'Түзету ұсыныстары қаралды',
    'Corrections listed',
  ),
  'correction.viewed': four(
    'Оңдоо сунушу көрүлдү',
    'Просмотрено предложение исправить',
    'Түзету ұсынысы қаралды',
    'Correction viewed',
  ),
  'correction.decided': four(
    'Оңдоо боюнча чечим алынды',
    'Решено об исправлении',
    'Түзету бойынша шешім қабылданды',
    'Correction decided',
  ),
  'person.restricted': four(
    'Жазууну иштетүү чектелди',
    'Обработка записи ограничена',
    'Жазбаны өңдеу шектелді',
    'Record restricted',
  ),
  'person.unrestricted': four(
    'Жазуунун чектөөсү алынды',
    'Ограничение записи снято',
    'Жазба шектеуі алынды',
    'Restriction of a record lifted',
  ),
};
