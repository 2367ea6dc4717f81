// Words for the traces of accounts, agencies, keys and sessions.
import { four } from '../../../i18n/four.ts';

export const identityEvents = {
  'session.opened': four('Системага кирди', 'Вход в систему', 'Жүйеге кірді', 'Signed in'),
  'session.refused': four(
    'Системага киргизилген жок',
    'Отказано во входе',
    'Жүйеге кіргізілмеді',
    'Sign-in refused',
  ),
  'session.refreshed': four('Сеанс узартылды', 'Сеанс продлён', 'Сеанс ұзартылды', 'Session renewed'),
  'session.closed': four('Сеанс жабылды', 'Сеанс закрыт', 'Сеанс жабылды', 'Session closed'),
  'session.reuse-detected': four(
    'Сеанстын ачкычы кайталап колдонулду',
    'Ключ сеанса использован повторно',
    'Сеанс кілті қайта қолданылды',
    'Key of a session used twice',
  ),
  'user.created': four('Колдонуучу түзүлдү', 'Создан пользователь', 'Пайдаланушы жасалды', 'User created'),
  'user.changed': four(
    'Колдонуучу өзгөртүлдү',
    'Изменён пользователь',
    'Пайдаланушы өзгертілді',
    'User changed',
  ),
  'user.listed': four(
    'Колдонуучулардын тизмеси көрүлдү',
    'Просмотрен список пользователей',
    'Пайдаланушылар тізімі қаралды',
    'Users listed',
  ),
  'user.named': four(
    'Кызматкерлердин аттары көрсөтүлдү',
    'Показаны имена сотрудников',
    'Қызметкерлердің аттары көрсетілді',
    'Names of colleagues shown',
  ),
  'user.viewed': four('Колдонуучу көрүлдү', 'Просмотрен пользователь', 'Пайдаланушы қаралды', 'User viewed'),
  'user.password-reset': four(
    'Сырсөз кайра коюлду',
    'Пароль сброшен',
    'Құпиясөз қалпына келтірілді',
    'Password reset',
  ),
  'user.password-changed': four(
    'Сырсөз алмаштырылды',
    'Пароль изменён',
    'Құпиясөз ауыстырылды',
    'Password changed',
  ),
  'user.second-factor-offered': four(
    'Экинчи фактор сунушталды',
    'Предложен второй фактор',
    'Екінші фактор ұсынылды',
    'Second factor offered',
  ),
  'user.second-factor-enrolled': four(
    'Экинчи фактор катталды',
    'Второй фактор подключён',
    'Екінші фактор тіркелді',
    'Second factor enrolled',
  ),
  'user.second-factor-reset': four(
    'Экинчи фактор алынып салынды',
    'Второй фактор сброшен',
    'Екінші фактор алынды',
    'Second factor reset',
  ),
  'agency.listed': four(
    'Мекемелердин тизмеси көрүлдү',
    'Просмотрен список ведомств',
    'Мекемелер тізімі қаралды',
    'Agencies listed',
  ),
  'agency.created': four('Мекеме түзүлдү', 'Создано ведомство', 'Мекеме жасалды', 'Agency created'),
  'agency.changed': four('Мекеме өзгөртүлдү', 'Изменено ведомство', 'Мекеме өзгертілді', 'Agency changed'),
  'api-key.created': four('API ачкычы түзүлдү', 'Создан ключ API', 'API кілті жасалды', 'API key created'),
  'api-key.listed': four(
    'API ачкычтарынын тизмеси көрүлдү',
    'Просмотрен список ключей API',
    'API кілттерінің тізімі қаралды',
    'API keys listed',
  ),
  'api-key.revoked': four(
    'API ачкычы жокко чыгарылды',
    'Ключ API отозван',
    'API кілті қайтарып алынды',
    'API key revoked',
  ),
  'signing-key.rotated': four(
    'Кол коюу ачкычы алмаштырылды',
    'Сменён ключ подписи',
    'Қол қою кілті ауыстырылды',
    'Signing key rotated',
  ),
};
