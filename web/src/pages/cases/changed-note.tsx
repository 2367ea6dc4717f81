// A quiet note that the case has changed under the reader's eyes; nothing on the page moves before he asks for it.
import { Button, Group, Paper, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { CaseView } from '../../api/case-types.ts';
import { eventWords } from '../../i18n/case-matter-words.ts';
import { caseVerbWords } from '../../i18n/case-verb-words.ts';
import { four } from '../../i18n/four.ts';
import { type TextTable, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { type CaseLine, useCaseLines } from '../../session/case-events.ts';
import { useReloadCase } from './case-data.ts';

const texts = {
  title: four('Иш өзгөрдү', 'Дело изменилось', 'Іс өзгерді', 'The case has changed'),
  own: four('биздин тарап', 'наша сторона', 'біздің тарап', 'our side'),
  other: four('экинчи тарап', 'другая сторона', 'екінші тарап', 'the other side'),
  SYSTEM: four('система', 'система', 'жүйе', 'the system'),
  window: four('сиз, башка терезеде', 'вы, в другом окне', 'сіз, басқа терезеде', 'you, in another window'),
  show: four('Көрсөтүү', 'Показать', 'Көрсету', 'Show'),
} satisfies TextTable;

/** The page hears of its own change by the answer to it; what is still unknown then came from another window. */
const OWN_CHANGE_MS = 4_000;

export function ChangedNote({ file }: { file: CaseView }) {
  const t = useTexts(texts);
  const kind = useWords(eventWords);
  const verb = useWords(caseVerbWords);
  const cache = useQueryClient();
  const reload = useReloadCase(file.id);
  const [line, setLine] = useState<CaseLine | null>(null);
  const waiting = useRef(new Set<ReturnType<typeof setTimeout>>());
  const known = () => cache.getQueryData<CaseView>(['case', file.id, ''])?.version ?? 0;
  useCaseLines(
    file.id,
    (next) => {
      if (!next.mine) {
        setLine(next);
        return;
      }
      const timer = setTimeout(() => {
        waiting.current.delete(timer);
        if (known() < next.version) setLine(next);
      }, OWN_CHANGE_MS);
      waiting.current.add(timer);
    },
    true,
  );
  useEffect(() => {
    const timers = waiting.current;
    return () => {
      for (const timer of timers) clearTimeout(timer);
    };
  }, []);
  const show = async () => {
    setLine(null);
    await reload();
  };
  const who =
    line &&
    (line.mine
      ? t('window')
      : t(line.side === 'SYSTEM' ? 'SYSTEM' : line.side === file.side ? 'own' : 'other'));
  return (
    <div aria-live="polite" className="no-print">
      {line && (
        <Paper withBorder px="sm" py={6} mb="sm">
          <Group gap="sm" wrap="wrap">
            <IconRefresh size={16} aria-hidden />
            <Text size="sm" flex={1}>
              <b>{t('title')}</b> · {line.verb ? verb(line.verb) : kind(line.kind)} · {who}
            </Text>
            <Button size="compact-sm" variant="default" onClick={() => void show()}>
              {t('show')}
            </Button>
          </Group>
        </Paper>
      )}
    </div>
  );
}
