// How well a record fits, as a number and a word.
import { Text } from '@mantine/core';
import { bandWords } from '../../i18n/match-words.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';

export function Score({ score, band }: { score: number; band: keyof typeof bandWords }) {
  const t = useTexts(bandWords);
  const { locale } = useLocale();
  return (
    <div>
      <Text fz={26} fw={650} lh={1.1}>
        {formatNumber(locale, Math.floor(score * 100) / 100, 2)}
      </Text>
      <Text size="xs" c="dimmed" lh={1.25}>
        {t(band)}
      </Text>
    </div>
  );
}
