// Texts of the memory of "not the same person".
import { four } from '../../i18n/four.ts';
import type { TextTable } from '../../i18n/texts.tsx';

export const notSameTexts = {
  title: four('«Башка адам» эс тутуму', 'Память «другое лицо»', '«Басқа адам» жады', 'Not-the-same memory'),
  lead: four(
    'Ушул документ менен туулган күндү көрсөткөн жүргүнчү жазуудагы адам эмес деп чечилген.',
    'По этому документу и дате рождения решено: пассажир не тот, кто записан.',
    'Осы құжат пен туған күн бойынша жолаушы жазбадағы адам емес деп шешілген.',
    'The bearer of this document and date of birth was found not to be the person recorded.',
  ),
  decided: four('Чечилген', 'Решено', 'Шешілген', 'Decided'),
  reason: four('Себеби', 'Причина', 'Себебі', 'Reason'),
  ends: four('Чейин', 'До', 'Дейін', 'Until'),
  state: four('Абалы', 'Состояние', 'Күйі', 'State'),
  inForce: four('Күчүндө', 'Действует', 'Күшінде', 'In force'),
  over: four('Бүткөн', 'Утратило силу', 'Аяқталған', 'Ended'),
  revoked: four('Кайтарылып алынган', 'Отозвано', 'Қайтарып алынған', 'Revoked'),
  revoke: four('Кайтарып алуу', 'Отозвать', 'Қайтарып алу', 'Revoke'),
  revokeText: four(
    'Бул жүргүнчү кийинки жолу кайрадан экинчи линияга жөнөтүлөт. Муну чечим чыгарган кызматкер өзү кыла албайт.',
    'В следующий раз этого пассажира снова направят во вторую линию. Тот, кто решал, сделать этого не может.',
    'Келесі жолы бұл жолаушы қайтадан екінші желіге жіберіледі. Мұны шешім шығарған қызметкердің өзі істей алмайды.',
    'Next time this traveller is referred again. The officer who decided cannot do this.',
  ),
  hit: four('Дал келүү', 'Совпадение', 'Сәйкестік', 'Hit'),
  emptyTitle: four('Азырынча бош', 'Пока пусто', 'Әзірге бос', 'Nothing remembered yet'),
  emptyText: four(
    'Экинчи линия «ошол адам эмес» деп чечкенде, бул жерде эсте калат жана ушул жүргүнчү кайра токтотулбайт.',
    'Когда вторая линия решает «другое лицо», решение запоминается здесь, и этого пассажира больше не останавливают.',
    'Екінші желі «басқа адам» деп шешкенде, шешім осында сақталады және бұл жолаушы қайта тоқтатылмайды.',
    'When second line decides “not the same”, it is remembered here, and this traveller is not stopped again.',
  ),
  back: four('Дал келүүлөргө', 'К совпадениям', 'Сәйкестіктерге', 'Back to the hits'),
  own: four('Сиздин чечимиңиз', 'Ваше решение', 'Сіздің шешіміңіз', 'Your own decision'),
} satisfies TextTable;
