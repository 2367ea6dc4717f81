// Names of the fields of a zone, and the words around a correction by hand.
import { four } from '../../i18n/four.ts';
import type { TextTable } from '../../i18n/texts.tsx';

export const misreadTexts = {
  title: four('Окуу катасы', 'Ошибка чтения', 'Оқу қатесі', 'Misread'),
  lead: four(
    'Эч нерсе изделген жок. Документке карап, белгиленген талааны оңдоңуз.',
    'Поиск не выполнялся. Сверьтесь с документом и исправьте выделенное поле.',
    'Ештеңе ізделген жоқ. Құжатқа қарап, белгіленген өрісті түзетіңіз.',
    'Nothing was searched. Look at the document and correct the field that is marked.',
  ),
  wholeLead: four(
    'Эч нерсе изделген жок. Документти кайра окутуңуз.',
    'Поиск не выполнялся. Считайте документ ещё раз.',
    'Ештеңе ізделген жоқ. Құжатты қайта оқытыңыз.',
    'Nothing was searched. Read the document again.',
  ),
  zone: four('Окулган зона', 'Считанная зона', 'Оқылған аймақ', 'The zone as read'),
  asPrinted: four(
    'Документте так ушундай басылган болсо, өзгөртпөй текшериңиз: документ көйгөйлүү деп белгиленет.',
    'Если в документе напечатано именно так, проверьте без изменений: документ будет отмечен как проблемный.',
    'Құжатта дәл осылай басылған болса, өзгертпей тексеріңіз: құжат мәселелі деп белгіленеді.',
    'If it is printed exactly so, check without a change: the document will be marked as a problem.',
  ),
  dateHelp: four('ЖЖААКК', 'ГГММДД', 'ЖЖААКК', 'YYMMDD'),
  other: four('Башка талааны оңдоо', 'Исправить другое поле', 'Басқа өрісті түзету', 'Correct another field'),
  submit: four('Оңдоп текшерүү', 'Исправить и проверить', 'Түзетіп тексеру', 'Correct and check'),
  again: four('Кайра окутуу', 'Считать заново', 'Қайта оқыту', 'Read again'),
  DOCUMENT_CODE: four('Документтин түрү', 'Тип документа', 'Құжат түрі', 'Document code'),
  ISSUING_STATE: four('Берген мамлекет', 'Государство выдачи', 'Берген мемлекет', 'Issuing state'),
  NAME: four('Аты-жөнү', 'Имя', 'Аты-жөні', 'Name'),
  DOCUMENT_NUMBER: four('Документтин номери', 'Номер документа', 'Құжат нөмірі', 'Document number'),
  DOCUMENT_NUMBER_CHECK: four(
    'Номердин текшерүү цифрасы',
    'Контрольная цифра номера',
    'Нөмірдің бақылау цифры',
    'Check digit of the number',
  ),
  NATIONALITY: four('Жарандыгы', 'Гражданство', 'Азаматтығы', 'Nationality'),
  BIRTH_DATE: four('Туулган күнү', 'Дата рождения', 'Туған күні', 'Date of birth'),
  BIRTH_DATE_CHECK: four(
    'Туулган күндүн текшерүү цифрасы',
    'Контрольная цифра даты рождения',
    'Туған күннің бақылау цифры',
    'Check digit of the birth date',
  ),
  SEX: four('Жынысы', 'Пол', 'Жынысы', 'Sex'),
  EXPIRY_DATE: four('Жарактуу мөөнөтү', 'Срок действия', 'Жарамдылық мерзімі', 'Date of expiry'),
  EXPIRY_DATE_CHECK: four(
    'Мөөнөттүн текшерүү цифрасы',
    'Контрольная цифра срока',
    'Мерзімнің бақылау цифры',
    'Check digit of the expiry date',
  ),
  OPTIONAL_DATA: four('Кошумча маалымат', 'Дополнительные данные', 'Қосымша деректер', 'Optional data'),
  OPTIONAL_DATA_CHECK: four(
    'Кошумча маалыматтын текшерүү цифрасы',
    'Контрольная цифра дополнительных данных',
    'Қосымша деректердің бақылау цифры',
    'Check digit of the optional data',
  ),
  OPTIONAL_DATA_2: four(
    'Кошумча маалымат, 2-сап',
    'Дополнительные данные, строка 2',
    'Қосымша деректер, 2-жол',
    'Optional data, line 2',
  ),
  COMPOSITE_CHECK: four(
    'Жалпы текшерүү цифрасы',
    'Общая контрольная цифра',
    'Жалпы бақылау цифры',
    'Composite check digit',
  ),
} satisfies TextTable;
