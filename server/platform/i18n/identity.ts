// Texts of the codes that accounts, agencies and API keys answer with.
import type { Locale } from '../../domain/access/actor.ts';

export const identityTexts = {
  'password-too-short': {
    ky: 'Сырсөз кеминде 12 белгиден турушу керек',
    ru: 'Пароль должен содержать не менее 12 символов',
    kk: 'Құпиясөз кемінде 12 таңбадан тұруы тиіс',
    en: 'The password needs at least 12 characters',
  },
  'password-holds-login': {
    ky: 'Сырсөздө логин болбошу керек',
    ru: 'Пароль не должен содержать логин',
    kk: 'Құпиясөзде логин болмауы тиіс',
    en: 'The password must not contain the login',
  },
  'password-too-common': {
    ky: 'Бул сырсөз оңой табылат, башкасын тандаңыз',
    ru: 'Такой пароль легко угадать, выберите другой',
    kk: 'Мұндай құпиясөзді табу оңай, басқасын таңдаңыз',
    en: 'This password is easily guessed: choose another',
  },
  'password-not-new': {
    ky: 'Жаңы сырсөз мурункусунан айырмаланышы керек',
    ru: 'Новый пароль должен отличаться от прежнего',
    kk: 'Жаңа құпиясөз бұрынғысынан өзгеше болуы тиіс',
    en: 'The new password must differ from the old one',
  },
  'wrong-code': {
    ky: 'Код туура эмес же мөөнөтү өтүп кеткен',
    ru: 'Код неверен или устарел',
    kk: 'Код қате немесе мерзімі өтіп кеткен',
    en: 'The code is wrong or too old',
  },
  'login-taken': {
    ky: 'Бул логин бош эмес',
    ru: 'Этот логин уже занят',
    kk: 'Бұл логин бос емес',
    en: 'This login is taken',
  },
  'agency-of-other-state': {
    ky: 'Бул коддуу мекеме башка мамлекетке таандык: {state}',
    ru: 'Ведомство с этим кодом принадлежит другому государству: {state}',
    kk: 'Бұл кодты ведомство басқа мемлекетке тиесілі: {state}',
    en: 'The agency of this code belongs to another state: {state}',
  },
  'unknown-state': {
    ky: 'Мындай катышуучу мамлекет жок',
    ru: 'Такого государства-участника нет',
    kk: 'Мұндай қатысушы мемлекет жоқ',
    en: 'There is no such member state',
  },
  'role-not-grantable': {
    ky: 'Бул ролду сиз бере албайсыз: {role}',
    ru: 'Вы не можете назначить эту роль: {role}',
    kk: 'Бұл рөлді сіз бере алмайсыз: {role}',
    en: 'You cannot grant this role: {role}',
  },
  'expiry-out-of-range': {
    ky: 'Мөөнөтү келечекте болуп, {days} күндөн ашпашы керек',
    ru: 'Срок должен быть в будущем и не дальше {days} дней',
    kk: 'Мерзім болашақта болып, {days} күннен аспауы тиіс',
    en: 'The end must lie in the future, at most {days} days ahead',
  },
} as const satisfies Record<string, Record<Locale, string>>;
