// Texts of one's own account.
import type { TextTable } from '../../i18n/texts.tsx';

export const accountTexts = {
  title: { ky: 'Менин каттоо жазуум', ru: 'Моя учётная запись', kk: 'Менің тіркелгім', en: 'My account' },
  login: { ky: 'Логин', ru: 'Логин', kk: 'Логин', en: 'Login' },
  agency: { ky: 'Орган', ru: 'Орган', kk: 'Орган', en: 'Agency' },
  roles: { ky: 'Ролдор', ru: 'Роли', kk: 'Рөлдер', en: 'Roles' },
  sessions: { ky: 'Ачык сеанстар', ru: 'Открытые сеансы', kk: 'Ашық сеанстар', en: 'Open sessions' },
  sessionsLead: {
    ky: 'Бул жерде тааныш эмес сеанс болсо, аны жабыңыз да, сырсөздү алмаштырыңыз.',
    ru: 'Если какой-то сеанс вам незнаком, закройте его и смените пароль.',
    kk: 'Таныс емес сеанс болса, оны жауып, құпиясөзді ауыстырыңыз.',
    en: 'If you do not know one of these, end it and change your password.',
  },
  since: { ky: 'Башталган', ru: 'Начат', kk: 'Басталған', en: 'Since' },
  until: { ky: 'Бүтөт', ru: 'Истекает', kk: 'Аяқталады', en: 'Ends' },
  from: { ky: 'Дарек', ru: 'Адрес', kk: 'Мекенжай', en: 'Address' },
  device: { ky: 'Браузер', ru: 'Браузер', kk: 'Браузер', en: 'Browser' },
  current: { ky: 'Ушул сеанс', ru: 'Этот сеанс', kk: 'Осы сеанс', en: 'This session' },
  end: { ky: 'Жабуу', ru: 'Закрыть', kk: 'Жабу', en: 'End' },
} satisfies TextTable;
