// The examination of a request: offences, decisions, grounds, assurances and, where several states ask, which goes first.
import { Stack } from '@mantine/core';
import type { CaseView } from '../../api/case-types.ts';
import { Section } from '../../components/section.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { CompetingCard } from './competing-card.tsx';
import { Grounds } from './grounds.tsx';
import { Matters } from './matters.tsx';
import { Decisions, Offences } from './offences.tsx';
import { reviewTexts } from './review-texts.ts';

export function ReviewTab({ file }: { file: CaseView }) {
  const t = useTexts(reviewTexts);
  const { may } = useSession();
  return (
    <Stack>
      <Section title={t('offences')}>
        <Offences file={file} />
      </Section>
      <Section title={t('decisions')}>
        <Decisions file={file} />
      </Section>
      {file.competing && may('case.write') && (
        <Section title={t('competing')}>
          <CompetingCard file={file} />
        </Section>
      )}
      <Section title={t('matters')}>
        <Matters file={file} />
      </Section>
      <Section title={t('grounds')}>
        <Grounds file={file} />
      </Section>
    </Stack>
  );
}
