// Texts of signing in and of what has to be set right first.
import type { TextTable } from '../../i18n/texts.tsx';

export const signInTexts = {
  title: { ky: 'Кирүү', ru: 'Вход', kk: 'Кіру', en: 'Sign in' },
  lead: {
    ky: 'Издөөдөгү адамдардын жана экстрадициянын реестри',
    ru: 'Реестр розыска и экстрадиции',
    kk: 'Іздеу және экстрадиция тізілімі',
    en: 'Registry of wanted persons and extradition',
  },
  post: {
    ky: 'Бекет: {place}. Кийинки кызматкер кирет.',
    ru: 'Пост: {place}. Входит следующий сотрудник.',
    kk: 'Бекет: {place}. Келесі қызметкер кіреді.',
    en: 'Post: {place}. The next officer signs in.',
  },
  login: { ky: 'Логин', ru: 'Логин', kk: 'Логин', en: 'Login' },
  password: { ky: 'Сырсөз', ru: 'Пароль', kk: 'Құпиясөз', en: 'Password' },
  code: {
    ky: 'Аутентификатордун коду',
    ru: 'Код аутентификатора',
    kk: 'Аутентификатор коды',
    en: 'Code of the authenticator',
  },
  codeHelp: {
    ky: 'Алты сан, ар бир код бир жолу гана иштейт',
    ru: 'Шесть цифр, каждый код действует один раз',
    kk: 'Алты сан, әр код бір рет қана жарайды',
    en: 'Six digits; each code works once',
  },
  submit: { ky: 'Кирүү', ru: 'Войти', kk: 'Кіру', en: 'Sign in' },
  watched: {
    ky: 'Бул тутумдагы ар бир аракет жазылат.',
    ru: 'Каждое действие в этой системе записывается.',
    kk: 'Бұл жүйедегі әр әрекет жазылады.',
    en: 'Every action in this system is recorded.',
  },
  newPassword: { ky: 'Жаңы сырсөз', ru: 'Новый пароль', kk: 'Жаңа құпиясөз', en: 'New password' },
  currentPassword: {
    ky: 'Азыркы сырсөз',
    ru: 'Текущий пароль',
    kk: 'Қазіргі құпиясөз',
    en: 'Present password',
  },
  changeTitle: {
    ky: 'Жаңы сырсөз коюңуз',
    ru: 'Задайте новый пароль',
    kk: 'Жаңа құпиясөз қойыңыз',
    en: 'Choose a new password',
  },
  changeText: {
    ky: 'Бул сырсөз убактылуу. Жаңысын коюп, кайра кириңиз.',
    ru: 'Этот пароль временный. Задайте новый и войдите снова.',
    kk: 'Бұл құпиясөз уақытша. Жаңасын қойып, қайта кіріңіз.',
    en: 'This password is temporary. Choose a new one and sign in again.',
  },
  change: { ky: 'Сактоо', ru: 'Сохранить', kk: 'Сақтау', en: 'Save' },
  factorTitle: {
    ky: 'Экинчи факторду туташтырыңыз',
    ru: 'Подключите второй фактор',
    kk: 'Екінші факторды қосыңыз',
    en: 'Set up the second factor',
  },
  factorText: {
    ky: 'Сиздин ролуңуз аутентификаторду талап кылат. Сырсөзүңүздү ырастап, ачкычты тиркемеге кошуңуз.',
    ru: 'Ваша роль требует аутентификатора. Подтвердите пароль и добавьте ключ в приложение.',
    kk: 'Сіздің рөліңіз аутентификаторды талап етеді. Құпиясөзді растап, кілтті қосымшаға қосыңыз.',
    en: 'Your role requires an authenticator. Confirm your password and add the key to the app.',
  },
  factorKey: {
    ky: 'Тиркеме үчүн ачкыч',
    ru: 'Ключ для приложения',
    kk: 'Қосымшаға арналған кілт',
    en: 'Key for the app',
  },
  show: { ky: 'Ачкычты көрсөтүү', ru: 'Показать ключ', kk: 'Кілтті көрсету', en: 'Show the key' },
  confirm: { ky: 'Ырастоо', ru: 'Подтвердить', kk: 'Растау', en: 'Confirm' },
} satisfies TextTable;
