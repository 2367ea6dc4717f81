// What a period says, in words: each member with its value, nested ones behind it.
import { Table } from '@mantine/core';
import { alertTypeWords, withdrawalWords } from '../i18n/alert-words.ts';
import { answerHasteWords, periodMemberWords, periodWords } from '../i18n/period-words.ts';
import { useWords } from '../i18n/words.ts';
import { useCountryName } from './use-country-name.ts';

interface Line {
  readonly path: readonly string[];
  readonly value: string;
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Numbers of a list stand in one line; a list of rules is read rule by rule. */
function linesOf(settings: unknown, path: readonly string[] = []): Line[] {
  if (Array.isArray(settings))
    return settings.some(isGroup)
      ? settings.flatMap((one) => linesOf(one, path))
      : [{ path, value: settings.join(', ') }];
  if (!isGroup(settings)) return [{ path, value: String(settings) }];
  return Object.entries(settings).flatMap(([name, value]) => linesOf(value, [...path, name]));
}

/** Said by the name of the period. */
const UNSAID = new Set(['months', 'thresholds']);

const MEMBERS = { ...periodMemberWords, ...alertTypeWords, ...answerHasteWords };

/** @returns a function from the code of a period to its name; a state's own carries the state */
export function usePeriodName(): (code: string) => string {
  const words = useWords(periodWords);
  const country = useCountryName();
  return (code) => {
    const own = /^(RETENTION)_([A-Z]{3})$/.exec(code);
    return own ? `${words(own[1])}: ${country(own[2] as string)}` : words(code);
  };
}

export function PeriodSettings({ settings }: { settings: unknown }) {
  const member = useWords(MEMBERS);
  const reason = useWords(withdrawalWords);
  const country = useCountryName();
  return (
    <Table verticalSpacing={4} withRowBorders={false} fz="sm">
      <Table.Tbody>
        {linesOf(settings).map(({ path, value }) => {
          const shown = path.length > 1 && UNSAID.has(path[0] as string) ? path.slice(1) : path;
          return (
            <Table.Tr key={path.join(' ')}>
              <Table.Td w={300}>
                {shown.map((name) => (/^[A-Z]{3}$/.test(name) ? country(name) : member(name))).join(' › ')}
              </Table.Td>
              <Table.Td style={{ fontVariantNumeric: 'tabular-nums' }}>
                {value.split(', ').map(reason).join(', ')}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
