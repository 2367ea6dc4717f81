// Exercises of training mode: chosen on the left, decided on the right, with the officer's result sheet below.
import { Grid, NavLink, Skeleton, Stack } from '@mantine/core';
import { IconCircle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { ExerciseList, SheetView } from '../../api/training-types.ts';
import { DownloadMenu } from '../../components/download-menu.tsx';
import { Page } from '../../components/page.tsx';
import { PrintButton } from '../../components/print.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { NotFoundScreen } from '../../shell/faults.tsx';
import { isTraining } from '../../training.ts';
import { ExerciseCard } from './exercise-card.tsx';
import { OfficersTable } from './officers-table.tsx';
import { ResultSheet } from './result-sheet.tsx';
import { trainingTexts } from './training-texts.ts';

/** How the first attempt ended, in a shape and a word. */
function Sign({ line }: { line: SheetView['lines'][number] | undefined }) {
  const t = useTexts(trainingTexts);
  if (!line?.first) return <IconCircle size={18} role="img" aria-label={t('open')} />;
  return line.passed ? (
    <IconCircleCheck size={18} role="img" aria-label={t('isPassed')} />
  ) : (
    <IconCircleX size={18} role="img" aria-label={t('notPassed')} />
  );
}

function Training() {
  const t = useTexts(trainingTexts);
  const { locale } = useLocale();
  const { may } = useSession();
  const [chosen, setChosen] = useState<string>();
  const exercises = useQuery({
    queryKey: ['training', 'exercises', locale],
    queryFn: () => api.get<ExerciseList>('/v1/training/exercises'),
  });
  const sheet = useQuery({
    queryKey: ['training', 'sheet', locale],
    queryFn: () => api.get<SheetView>('/v1/training/sheet'),
  });
  const items = exercises.data?.items;
  const open = items?.find(({ code }) => code === chosen) ?? items?.[0];
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <DownloadMenu
            path="/v1/training/sheet/print"
            query={{ language: locale }}
            name="training"
            formats={['pdf']}
            label={t('pdf')}
          />
          <PrintButton />
        </>
      }
    >
      <Stack gap="lg">
        <Grid className="no-print">
          <Grid.Col span={{ base: 12, md: 4, lg: 3 }}>
            {items?.map(({ code, title, kind }) => (
              <NavLink
                key={code}
                component="button"
                type="button"
                variant="filled"
                label={title}
                description={t(kind)}
                active={code === open?.code}
                aria-current={code === open?.code}
                leftSection={<Sign line={sheet.data?.lines.find(({ exercise }) => exercise === code)} />}
                onClick={() => setChosen(code)}
              />
            ))}
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 8, lg: 9 }}>
            {exercises.error && (
              <ProblemNote error={exercises.error} onRetry={() => void exercises.refetch()} />
            )}
            {exercises.isPending && <Skeleton h={320} />}
            {open && <ExerciseCard key={`${open.code} ${locale}`} exercise={open} />}
          </Grid.Col>
        </Grid>
        <ResultSheet sheet={sheet.data} error={sheet.error} onRetry={() => void sheet.refetch()} />
        {may('user.manage') && <OfficersTable />}
      </Stack>
    </Page>
  );
}

export const TrainingPage = () => (isTraining ? <Training /> : <NotFoundScreen />);
