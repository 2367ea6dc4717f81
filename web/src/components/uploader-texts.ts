// Texts of the place where files are dropped.
import type { TextTable } from '../i18n/texts.tsx';

export const uploaderTexts = {
  drop: {
    ky: 'Файлды ушул жерге сүйрөп келиңиз же тандаңыз',
    ru: 'Перетащите файл сюда или выберите его',
    kk: 'Файлды осында сүйреп әкеліңіз немесе таңдаңыз',
    en: 'Drag a file here or choose one',
  },
  limit: {
    ky: 'Эң көп {size} МБ',
    ru: 'Не больше {size} МБ',
    kk: 'Ең көбі {size} МБ',
    en: 'At most {size} MB',
  },
  waiting: { ky: 'Кезекте', ru: 'В очереди', kk: 'Кезекте', en: 'Waiting' },
  sending: {
    ky: 'Жүктөлүүдө: {percent} %',
    ru: 'Загрузка: {percent} %',
    kk: 'Жүктелуде: {percent} %',
    en: 'Sending: {percent} %',
  },
  checking: { ky: 'Текшерилүүдө', ru: 'Проверяется', kk: 'Тексерілуде', en: 'Being checked' },
  done: { ky: 'Жүктөлдү', ru: 'Загружено', kk: 'Жүктелді', en: 'Uploaded' },
  stop: { ky: 'Токтотуу', ru: 'Остановить', kk: 'Тоқтату', en: 'Stop' },
  stopped: { ky: 'Токтотулду', ru: 'Остановлено', kk: 'Тоқтатылды', en: 'Stopped' },
  tooLarge: {
    ky: '{name}: файл өтө чоң',
    ru: '{name}: файл слишком велик',
    kk: '{name}: файл тым үлкен',
    en: '{name}: the file is too large',
  },
  notTaken: {
    ky: '{name}: мындай файл кабыл алынбайт',
    ru: '{name}: такие файлы не принимаются',
    kk: '{name}: мұндай файл қабылданбайды',
    en: '{name}: files of this kind are not taken',
  },
} satisfies TextTable;
