// Words for the traces of the files of extradition cases.
import { four } from '../../../i18n/four.ts';

export const caseFileEvents = {
  'case-file.added': four(
    'Ишке документ кошулду',
    'В дело добавлен документ',
    'Іске құжат қосылды',
    'Document added to a case',
  ),
  'case-file.version-added': four(
    'Документтин жаңы версиясы кошулду',
    'Добавлена новая версия документа',
    'Құжаттың жаңа нұсқасы қосылды',
    'New version of a document added',
  ),
  'case-file.certified': four(
    'Документ күбөлөндүрүлдү',
    'Документ заверен',
    'Құжат куәландырылды',
    'Document certified',
  ),
  'case-file.shared': four(
    'Документ экинчи тарапка ачылды',
    'Документ открыт другой стороне',
    'Құжат екінші тарапқа ашылды',
    'Document shared with the other side',
  ),
  'case-file.listed': four(
    'Иштин документтеринин тизмеси көрүлдү',
    'Просмотрен список документов дела',
    'Іс құжаттарының тізімі қаралды',
    'Documents of a case listed',
  ),
  'case-file.downloaded': four(
    'Документ жүктөлүп алынды',
    'Документ скачан',
    'Құжат жүктеп алынды',
    'Document downloaded',
  ),
  'case-file.refused': four(
    'Файл кабыл алынган жок',
    'Файл не принят',
    'Файл қабылданбады',
    'File not taken',
  ),
  'case-file.signed': four(
    'Документтердин тизмеси кол коюлду',
    'Подписан перечень документов',
    'Құжаттар тізбесіне қол қойылды',
    'List of documents signed',
  ),
  'case-file.exported': four(
    'Иштин документтери чыгарылды',
    'Выгружены документы дела',
    'Іс құжаттары экспортталды',
    'Documents of a case exported',
  ),
};
