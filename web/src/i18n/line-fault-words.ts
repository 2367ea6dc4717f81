// Why something did not arrive at another system, in words: a fault without words does not compile.
import type { OutgoingFault } from '../../../server/platform/security/outgoing.ts';
import { four } from './four.ts';
import { type Text, textOf, useLocale } from './texts.tsx';

const faultWords = {
  TIMEOUT: four(
    'убагында жооп келген жок',
    'нет ответа вовремя',
    'уақытында жауап болмады',
    'no answer in time',
  ),
  REFUSED_ADDRESS: four(
    'дарекке уруксат жок',
    'адрес не разрешён',
    'мекенжайға рұқсат жоқ',
    'the address is not allowed',
  ),
  CONNECTION: four('туташкан жок', 'нет соединения', 'байланыс орнамады', 'no connection'),
  TLS: four(
    'коопсуз туташуу ишке ашкан жок',
    'защищённое соединение не удалось',
    'қорғалған байланыс орнамады',
    'the secure connection failed',
  ),
  STATUS: four(
    'тарап каталык менен жооп берди',
    'другая сторона ответила ошибкой',
    'екінші тарап қатемен жауап берді',
    'the other side answered with an error',
  ),
  RECEIPT: four(
    'кол хат окулган жок',
    'расписка не читается',
    'қолхат оқылмады',
    'the receipt cannot be read',
  ),
} satisfies Record<OutgoingFault | 'RECEIPT', Text>;

/** @returns a function that says a fault; the number of an HTTP status stays behind it */
export function useFaultWords(): (fault: string | null | undefined) => string {
  const { locale } = useLocale();
  return (fault) => {
    if (!fault) return '';
    const [code = '', ...rest] = fault.split(' ');
    const text = faultWords[code as keyof typeof faultWords] as Text | undefined;
    return [text ? textOf(text, locale) : code, ...rest].join(' ');
  };
}
