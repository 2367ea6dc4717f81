// What happened, in order: one entry per event, with the time, the words and a sign of who may see it.
import { Group, Text } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatDate, formatDateTime } from '../i18n/dates.ts';
import { useLocale } from '../i18n/texts.tsx';
import styles from './timeline.module.css';

export interface TimelineEntry {
  readonly id: string;
  /** An instant, or a day alone. */
  readonly at: string;
  readonly title: string;
  readonly icon?: Icon;
  /** Less important than its neighbours. */
  readonly quiet?: boolean;
  /** A short word beside the title. */
  readonly mark?: ReactNode;
  readonly body?: ReactNode;
}

export function Timeline({ label, entries }: { label: string; entries: readonly TimelineEntry[] }) {
  const { locale } = useLocale();
  return (
    <ol className={styles['list']} aria-label={label}>
      {entries.map(({ id, at, title, icon: Sign, quiet, mark, body }) => (
        <li key={id} className={styles['item']}>
          <span className={`${styles['dot']} ${quiet ? styles['quiet'] : ''}`} aria-hidden>
            {Sign && <Sign size={11} stroke={2.5} />}
          </span>
          <Group gap="xs" wrap="wrap">
            <Text size="sm" fw={quiet ? 400 : 600}>
              {title}
            </Text>
            {mark}
          </Group>
          <Text size="xs" c="dimmed">
            <time dateTime={at}>
              {at.length === 10 ? formatDate(locale, at) : formatDateTime(locale, at)}
            </time>
          </Text>
          {body}
        </li>
      ))}
    </ol>
  );
}
