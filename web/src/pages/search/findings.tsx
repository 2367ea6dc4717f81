// What was found for a kept search; looking at it marks it as seen.
import { Anchor, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import type { SubjectMatches } from '../../api/registry-types.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { alertTypeWords } from '../../i18n/alert-words.ts';
import { bandWords } from '../../i18n/match-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { searchTexts } from './search-texts.ts';

export function Findings({ subjectId }: { subjectId: string }) {
  const t = useTexts(searchTexts);
  const band = useTexts(bandWords);
  const type = useTexts(alertTypeWords);
  const cache = useQueryClient();
  const found = useQuery({
    queryKey: ['subject', subjectId],
    queryFn: async () => {
      const answer = await api.get<SubjectMatches>(`/v1/saved-subjects/${subjectId}/matches`);
      void cache.invalidateQueries({ queryKey: ['subjects'] });
      return answer;
    },
  });
  if (found.error) return <ProblemNote error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton h={40} />;
  if (found.data.items.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('noFindings')}
      </Text>
    );
  return (
    <Stack gap={6}>
      {found.data.items.map((match) => (
        <Text key={match.id} size="sm">
          <Anchor
            inherit
            fw={match.seenAt === null ? 650 : 400}
            renderRoot={(props) => (
              <Link to="/persons/$personId" params={{ personId: match.personId }} {...props} />
            )}
          >
            {match.registryNumber}
          </Anchor>{' '}
          · {band(match.band)} ·{' '}
          {match.alerts.map((alert) => `${type(alert.type)} ${alert.ownerState}`).join(', ')}
        </Text>
      ))}
    </Stack>
  );
}
