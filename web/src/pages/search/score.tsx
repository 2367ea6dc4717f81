// How well a record fits, as a number and a word.
import { Text } from '@mantine/core';
import { bandWords } from '../../i18n/match-words.ts';
import { useTexts } from '../../i18n/texts.tsx';

export function Score({ score, band }: { score: number; band: keyof typeof bandWords }) {
  const t = useTexts(bandWords);
  return (
    <div>
      <Text fz={26} fw={650} lh={1.1}>
        {(Math.floor(score * 100) / 100).toFixed(2)}
      </Text>
      <Text size="xs" c="dimmed" lh={1.25}>
        {t(band)}
      </Text>
    </div>
  );
}
