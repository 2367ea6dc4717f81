// Every step of an alert: what, by whom, when and why.
import { Text, Title } from '@mantine/core';
import type { AlertView } from '../../api/registry-types.ts';
import { Timeline } from '../../components/timeline.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { useUser } from '../../session/session.tsx';
import classes from './alerts.module.css';
import { alertTexts } from './alerts-texts.ts';

/** Steps that change no state are quieter. */
const QUIET = ['edit', 'amend', 'add-warrant', 'add-warrant-file'];

export function HistoryCard({ owner }: { owner: NonNullable<AlertView['owner']> }) {
  const t = useTexts(alertTexts);
  const user = useUser();
  const titleOf = (verb: string): string =>
    `verb.${verb}` in alertTexts ? t(`verb.${verb}` as 'verb.create') : verb;
  const actorOf = (actorId: string | null): string => {
    if (actorId === null) return t('bySystem');
    return actorId === user.id ? t('byYou') : t('byColleague', { id: actorId.slice(-6) });
  };
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
              {actorOf(actorId)}
              {reason && ` · ${reason}`}
            </Text>
          ),
        }))}
      />
    </section>
  );
}
