// Words for every weight, threshold and ceiling of a match policy: a member without words does not compile.
import type { MatchPolicy } from '../../../../server/domain/matching/policy.ts';
import { four } from '../../i18n/four.ts';
import type { Text } from '../../i18n/texts.tsx';

type Group = 'bands' | 'birth' | 'ceilings';
type Leaf = Exclude<keyof MatchPolicy, 'code' | 'version' | Group>;
type Member = { [G in Group]: `${G}.${keyof MatchPolicy[G] & string}` }[Group];

export const policyMemberWords = {
  bands: four('Чектер', 'Пороги', 'Шектер', 'Bands'),
  'bands.strong': four(
    'Күчтүү дал келүү, кеминде',
    'Сильное совпадение, не менее',
    'Күшті сәйкестік, кемінде',
    'Strong match, at least',
  ),
  'bands.possible': four(
    'Мүмкүн болгон дал келүү, кеминде',
    'Возможное совпадение, не менее',
    'Мүмкін сәйкестік, кемінде',
    'Possible match, at least',
  ),
  'bands.weak': four(
    'Алсыз дал келүү, кеминде',
    'Слабое совпадение, не менее',
    'Әлсіз сәйкестік, кемінде',
    'Weak match, at least',
  ),
  birth: four('Туулган күнү', 'Дата рождения', 'Туған күні', 'Date of birth'),
  'birth.equal': four('Күнү толук бирдей', 'Дата совпадает полностью', 'Күні толық бірдей', 'Same full date'),
  'birth.swapped': four(
    'Күн менен ай алмашкан',
    'День и месяц переставлены',
    'Күн мен ай ауысқан',
    'Day and month exchanged',
  ),
  'birth.oneDigit': four('Бир цифра башка', 'Отличается одна цифра', 'Бір цифр өзгеше', 'One digit differs'),
  'birth.monthCompatible': four(
    'Айы менен жылы бирдей, күнү белгисиз',
    'Месяц и год совпадают, день неизвестен',
    'Айы мен жылы бірдей, күні белгісіз',
    'Month and year agree, the day is unknown',
  ),
  'birth.yearCompatible': four(
    'Жылы гана белгилүү жана бирдей',
    'Известен только год, и он совпадает',
    'Тек жылы белгілі және бірдей',
    'Only the year is known, and agrees',
  ),
  'birth.inRange': four(
    'Жылдардын аралыгында',
    'В пределах указанных лет',
    'Көрсетілген жылдар аралығында',
    'Within the stated years',
  ),
  'birth.sameYear': four(
    'Жылы бирдей, күнү башка',
    'Год тот же, день другой',
    'Жылы бірдей, күні басқа',
    'Same year, another day',
  ),
  'birth.yearNear': four(
    'Жылы бир-эки жылга башка',
    'Год отличается на один-два',
    'Жылы бір-екі жылға өзгеше',
    'Year one or two apart',
  ),
  'birth.different': four('Күнү башка', 'Другая дата', 'Күні басқа', 'Another date'),
  sexDifferent: four('Жынысы башка', 'Пол другой', 'Жынысы басқа', 'Another sex'),
  nationalityShared: four(
    'Жарандыгы бирдей',
    'Гражданство совпадает',
    'Азаматтығы бірдей',
    'Same nationality',
  ),
  documentOneCharacter: four(
    'Документтин номеринде бир белги башка',
    'В номере документа отличается один знак',
    'Құжат нөмірінде бір таңба өзгеше',
    'Document number differs by one character',
  ),
  nameFloor: four(
    'Ысымдын ушундан төмөн баллында калганы эсептелбейт',
    'Оценка имени, ниже которой прочее не учитывается',
    'Есім балы бұдан төмен болса, өзгесі ескерілмейді',
    'Name score below which nothing else counts',
  ),
  nameDiffersBelow: four(
    'Ушундан төмөн балл: документтеги ысым башка',
    'Оценка, ниже которой имя в документе считается другим',
    'Бұдан төмен балл: құжаттағы есім басқа',
    'Name score below which a document’s name differs',
  ),
  ceilings: four('Чектөөлөр', 'Ограничения', 'Шектеулер', 'Ceilings'),
  'ceilings.nameAlone': four('Ысым гана бар', 'Есть только имя', 'Тек есім бар', 'A name alone'),
  'ceilings.weakAlias': four(
    'Алсыз жашыруун ысым же лакап',
    'Слабый псевдоним или прозвище',
    'Әлсіз бүркеншік есім не лақап',
    'A weak alias or nickname',
  ),
  'ceilings.initialOnly': four(
    'Ысымдын баш тамгасы гана бар',
    'Только инициал имени',
    'Тек есімнің бас әрпі бар',
    'Only the initial of a given name',
  ),
  'ceilings.misprint': four(
    'Ысымда ката болушу мүмкүн',
    'В имени возможна опечатка',
    'Есімде қате болуы мүмкін',
    'The name may be misprinted',
  ),
  'ceilings.birthContradicts': four(
    'Туулган күнү каршы келет',
    'Дата рождения противоречит',
    'Туған күні қайшы келеді',
    'The date of birth contradicts',
  ),
} satisfies Record<Leaf | Group | Member, Text>;
