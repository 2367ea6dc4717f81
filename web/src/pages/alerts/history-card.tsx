// Every step of an alert: what, by whom, when and why.
import { Text, Title } from '@mantine/core';
import type { AlertView } from '../../api/registry-types.ts';
import { Timeline } from '../../components/timeline.tsx';
import { useActorNames } from '../../components/use-actor-names.ts';
import { useTexts } from '../../i18n/texts.tsx';
import classes from './alerts.module.css';
import { alertTexts } from './alerts-texts.ts';

/** Steps that change no state are quieter. */
const QUIET = ['edit', 'amend', 'add-warrant', 'add-warrant-file'];

export function HistoryCard({ owner }: { owner: NonNullable<AlertView['owner']> }) {
  const t = useTexts(alertTexts);
  const nameOf = useActorNames(owner.transitions.map(({ actorId }) => actorId));
  const titleOf = (verb: string): string =>
    `verb.${verb}` in alertTexts ? t(`verb.${verb}` as 'verb.create') : verb;
  return (
    <section className={classes['block']}>
      <Title order={2} size="h5" mb="xs">
        {t('history')}
      </Title>
      <Timeline
        label={t('history')}
        entries={[...owner.transitions].reverse().map(({ verb, at, actorId, reason }, index) => ({
          id: `${at} ${verb} ${index}`,
          at,
          title: titleOf(verb),
          quiet: QUIET.includes(verb),
          body: (
            <Text size="xs">
              {nameOf(actorId)}
              {reason && ` · ${reason}`}
            </Text>
          ),
        }))}
      />
    </section>
  );
}
