// A screen on paper: the button, and the line that says who printed it, when, and that paper grows old.
import { Button, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { formatDateTime } from '../i18n/dates.ts';
import { four } from '../i18n/four.ts';
import { type TextTable, useLocale, useTexts } from '../i18n/texts.tsx';
import { useUser } from '../session/session.tsx';

const texts = {
  print: four('Басып чыгаруу', 'Печать', 'Басып шығару', 'Print'),
  foot: four(
    'Басып чыгарган: {name}, {agency}, {at}. Кагаз эскирет: чечим кабыл алардан мурда экрандан караңыз.',
    'Напечатано: {name}, {agency}, {at}. Бумага устаревает: перед решением смотрите на экран.',
    'Басып шығарған: {name}, {agency}, {at}. Қағаз ескіреді: шешім қабылдар алдында экраннан қараңыз.',
    'Printed by {name}, {agency}, {at}. Paper grows old: look at the screen before you decide.',
  ),
} satisfies TextTable;

export function PrintButton() {
  const t = useTexts(texts);
  return (
    <Button variant="default" leftSection={<IconPrinter size={17} />} onClick={() => print()}>
      {t('print')}
    </Button>
  );
}

export function PrintFoot() {
  const t = useTexts(texts);
  const { locale } = useLocale();
  const { displayName, agency } = useUser();
  const [at, setAt] = useState(() => new Date());
  useEffect(() => {
    const note = () => setAt(new Date());
    addEventListener('beforeprint', note);
    return () => removeEventListener('beforeprint', note);
  }, []);
  return (
    <Text className="print-only" size="xs" mt="md">
      {t('foot', { name: displayName, agency: agency.code, at: formatDateTime(locale, at.toISOString()) })}
    </Text>
  );
}
