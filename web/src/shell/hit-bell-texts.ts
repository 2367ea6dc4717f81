// Texts of the notices that come to second line and owners wherever they work.
import { four } from '../i18n/four.ts';
import type { TextTable } from '../i18n/texts.tsx';

export const hitBellTexts = {
  newHit: four('Жаңы дал келүү', 'Новое совпадение', 'Жаңа сәйкестік', 'New hit'),
  asked: four(
    'Сизден суралды: издөө күчүндөбү?',
    'Вас спрашивают: розыск действует?',
    'Сізден сұралды: іздеу күшінде ме?',
    'You are asked: does the alert stand?',
  ),
  OWNER_CONFIRMED: four(
    'Ээси жооп берди: издөө күчүндө',
    'Владелец ответил: розыск действует',
    'Иесі жауап берді: іздеу күшінде',
    'The owner answered: the alert stands',
  ),
  OWNER_WITHDREW: four(
    'Издөө күчүндө эмес: жүргүнчүнү коё бериңиз',
    'Розыск не действует: отпустите пассажира',
    'Іздеу күшінде емес: жолаушыны босатыңыз',
    'The alert does not stand: let the traveller go',
  ),
  unknownPlace: four('бекет белгисиз', 'пост не указан', 'бекет белгісіз', 'post not given'),
  open: four('Ачуу', 'Открыть', 'Ашу', 'Open'),
  soundOn: four(
    'Дал келүүлөрдүн үнүн күйгүзүү',
    'Включить звук совпадений',
    'Сәйкестік дыбысын қосу',
    'Turn the sound of hits on',
  ),
  soundOff: four(
    'Дал келүүлөрдүн үнүн өчүрүү',
    'Выключить звук совпадений',
    'Сәйкестік дыбысын өшіру',
    'Turn the sound of hits off',
  ),
} satisfies TextTable;
