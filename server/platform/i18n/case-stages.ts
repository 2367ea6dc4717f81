// Stages of a case and kinds of custody as they are printed, in four languages.
import type { Locale } from '../../domain/access/actor.ts';
import type { CaseState, CustodyState } from '../../domain/cases/vocabulary.ts';

type Words = Readonly<Record<Locale, string>>;

const words = (ky: string, ru: string, kk: string, en: string): Words => ({ ky, ru, kk, en });

const STAGES: Readonly<Record<`case-stage.${CaseState}`, Words>> = {
  'case-stage.DRAFT': words('Долбоор', 'Проект', 'Жоба', 'Draft'),
  'case-stage.PA_REQUESTED': words('Камак суралды', 'Запрошен арест', 'Қамау сұралды', 'Arrest requested'),
  'case-stage.PROV_ARRESTED': words(
    'Убактылуу камакта',
    'Временный арест',
    'Уақытша қамауда',
    'Provisionally arrested',
  ),
  'case-stage.FILE_PREPARATION': words(
    'Иш даярдалууда',
    'Подготовка дела',
    'Іс дайындалуда',
    'File in preparation',
  ),
  'case-stage.REQUEST_SIGNED': words(
    'Суроо-талапка кол коюлду',
    'Запрос подписан',
    'Сұрауға қол қойылды',
    'Request signed',
  ),
  'case-stage.REQUEST_SENT': words(
    'Суроо-талап жөнөтүлдү',
    'Запрос направлен',
    'Сұрау жіберілді',
    'Request sent',
  ),
  'case-stage.REQUEST_RECEIVED': words(
    'Суроо-талап алынды',
    'Запрос получен',
    'Сұрау алынды',
    'Request received',
  ),
  'case-stage.INFO_REQUESTED': words(
    'Маалымат суралды',
    'Запрошены дополнения',
    'Мәлімет сұралды',
    'Information asked',
  ),
  'case-stage.UNDER_REVIEW': words(
    'Экстрадициялык текшерүү',
    'Экстрадиционная проверка',
    'Экстрадициялық тексеру',
    'Under review',
  ),
  'case-stage.CONSENT_TRACK': words('Макулдук боюнча', 'Упрощённая выдача', 'Келісім бойынша', 'By consent'),
  'case-stage.COURT_REVIEW': words('Сотто', 'В суде', 'Сотта', 'In court'),
  'case-stage.GRANTED': words('Экстрадицияга уруксат', 'Выдача разрешена', 'Ұстап беруге рұқсат', 'Granted'),
  'case-stage.REFUSED': words('Баш тартылды', 'Отказано', 'Бас тартылды', 'Refused'),
  'case-stage.APPEAL': words('Даттанууда', 'Обжалование', 'Шағымдануда', 'On appeal'),
  'case-stage.ON_HOLD': words('Токтотулду', 'Приостановлено', 'Тоқтатылды', 'On hold'),
  'case-stage.POSTPONED': words('Кийинкиге калтырылды', 'Отсрочено', 'Кейінге қалдырылды', 'Postponed'),
  'case-stage.TEMP_SURRENDERED': words(
    'Убактылуу берилди',
    'Временно выдан',
    'Уақытша берілді',
    'Lent for a time',
  ),
  'case-stage.SURRENDER_SCHEDULED': words(
    'Өткөрүп берүү белгиленди',
    'Передача назначена',
    'Беру күні белгіленді',
    'Surrender set',
  ),
  'case-stage.SURRENDERED': words('Өткөрүлүп берилди', 'Передан', 'Берілді', 'Surrendered'),
  'case-stage.PROSECUTION_TRANSFERRED': words(
    'Куугунтук өткөрүлдү',
    'Преследование передано',
    'Қудалау берілді',
    'Prosecution transferred',
  ),
  'case-stage.LAPSED': words('Күчүн жоготту', 'Утратило силу', 'Күшін жойды', 'Lapsed'),
  'case-stage.WITHDRAWN': words('Кайтарып алынды', 'Отозвано', 'Кері қайтарылды', 'Withdrawn'),
  'case-stage.CLOSED': words('Жабылды', 'Закрыто', 'Жабылды', 'Closed'),
};

const CUSTODY: Readonly<Record<`custody.${CustodyState}`, Words>> = {
  'custody.AT_LARGE': words('Эркиндикте, жери белгисиз', 'В розыске', 'Іздеуде', 'At large'),
  'custody.LOCATED': words('Жери табылды', 'Место установлено', 'Орны анықталды', 'Located'),
  'custody.DETAINED_SHORT': words('Кармалды', 'Задержан', 'Ұсталды', 'Detained'),
  'custody.PROV_CUSTODY': words(
    'Убактылуу камакта',
    'Временный арест',
    'Уақытша қамауда',
    'Provisional custody',
  ),
  'custody.EXTRADITION_CUSTODY': words(
    'Экстрадициялык камакта',
    'Экстрадиционный арест',
    'Экстрадициялық қамауда',
    'Extradition custody',
  ),
  'custody.HOUSE_ARREST': words('Үй камагында', 'Домашний арест', 'Үйқамақта', 'House arrest'),
  'custody.BAIL': words('Күрөө менен бошотулган', 'Под залогом', 'Кепілмен босатылған', 'On bail'),
  'custody.RELEASED': words('Бошотулду', 'Освобождён', 'Босатылды', 'Released'),
  'custody.LOCAL_SENTENCE': words(
    'Жергиликтүү жазасын өтөөдө',
    'Отбывает местный срок',
    'Жергілікті жазасын өтеуде',
    'Local sentence',
  ),
  'custody.HANDED_OVER': words('Өткөрүлүп берилди', 'Передан', 'Берілді', 'Handed over'),
  'custody.ESCAPED': words('Качып кетти', 'Бежал', 'Қашып кетті', 'Escaped'),
  'custody.DEAD': words('Каза болду', 'Умер', 'Қайтыс болды', 'Dead'),
};

export const caseStageTexts = { ...STAGES, ...CUSTODY };

export const stageName = (stage: CaseState, locale: Locale): string => STAGES[`case-stage.${stage}`][locale];
export const custodyName = (custody: CustodyState, locale: Locale): string =>
  CUSTODY[`custody.${custody}`][locale];
