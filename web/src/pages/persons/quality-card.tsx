// How much the record is good for, and what would raise it most.
import { Group, List, Progress, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { PersonView } from '../../api/registry-types.ts';
import { useTexts } from '../../i18n/texts.tsx';
import classes from './persons.module.css';
import { personTexts } from './persons-texts.ts';

export function QualityCard({ quality }: { quality: PersonView['quality'] }) {
  const t = useTexts(personTexts);
  return (
    <section className={classes['block']}>
      <Group justify="space-between" align="baseline">
        <Title order={2} size="h5">
          {t('quality')}
        </Title>
        <Text fw={650}>{quality.score} / 100</Text>
      </Group>
      <Progress value={quality.score} size="sm" my={6} aria-label={t('quality')} />
      {quality.todo.length === 0 ? (
        <Text size="sm">{t('complete')}</Text>
      ) : (
        <>
          <Text size="xs" c="dimmed" mt="xs" mb={4}>
            {t('todo')}
          </Text>
          <List size="sm" spacing={3} icon={<IconPlus size={13} aria-hidden />}>
            {quality.todo.map(({ code, text }) => (
              <List.Item key={code}>{text}</List.Item>
            ))}
          </List>
        </>
      )}
    </section>
  );
}
