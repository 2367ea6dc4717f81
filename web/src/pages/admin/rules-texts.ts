// Texts of the periods and officer cards, and of the key that signs sessions.
import { four } from '../../i18n/four.ts';
import type { TextTable } from '../../i18n/texts.tsx';

export const rulesTexts = {
  title: four(
    'Мөөнөттөр жана карталар',
    'Сроки и карточки',
    'Мерзімдер мен карточкалар',
    'Periods and cards',
  ),
  lead: four(
    'Мөөнөттөр жана офицер окуган сөздөр: булагы жана юрист ырастаганы менен.',
    'Сроки и слова, которые читает офицер: с источником и подтверждением юриста.',
    'Мерзімдер мен офицер оқитын сөздер: дереккөзі және заңгер растауымен.',
    'Periods, and the words that an officer reads: with their source and whether a lawyer confirmed them.',
  ),
  periods: four('Мөөнөттөр', 'Сроки', 'Мерзімдер', 'Periods'),
  cards: four('Офицердин карталары', 'Карточки офицера', 'Офицер карточкалары', 'Officer cards'),
  period: four('Мөөнөт', 'Срок', 'Мерзім', 'Period'),
  code: four('Код', 'Код', 'Код', 'Code'),
  settings: four('Мааниси', 'Значение', 'Мәні', 'Value'),
  source: four('Булагы', 'Источник', 'Дереккөзі', 'Source'),
  words: four('Сөздөр', 'Слова', 'Сөздер', 'Words'),
  since: four('{on} бери', 'с {on}', '{on} бастап', 'since {on}'),
  unverified: four(
    'юрист ырастаган эмес',
    'не подтверждено юристом',
    'заңгер растаған жоқ',
    'not confirmed by a lawyer',
  ),
  verified: four(
    '{who} ырастаган, {on}',
    'подтвердил: {who}, {on}',
    '{who} растады, {on}',
    'confirmed by {who}, {on}',
  ),
  none: four('Тизме бош', 'Список пуст', 'Тізім бос', 'Nothing here'),
  rotate: four(
    'Кол тамга ачкычын алмаштыруу',
    'Сменить ключ подписи',
    'Қолтаңба кілтін ауыстыру',
    'Change the signing key',
  ),
  rotateText: four(
    'Мындан ары сеанстар жаңы ачкыч менен ырасталат. Эски белгилер эң көп 10 мүнөт иштейт; эч ким чыгарылбайт.',
    'Дальше сеансы подписываются новым ключом. Старые знаки действуют не дольше 10 минут; никто не выходит.',
    'Бұдан былай сеанстар жаңа кілтпен расталады. Ескі белгілер ең көбі 10 минут жарамды; ешкім шығарылмайды.',
    'From now on sessions are signed with a new key. Old tokens work for ten minutes at most; nobody is signed out.',
  ),
  rotated: four(
    'Жаңы ачкыч иштейт',
    'Новый ключ действует',
    'Жаңа кілт жұмыс істейді',
    'The new key is in use',
  ),
} satisfies TextTable;
