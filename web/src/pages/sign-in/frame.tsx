// The quiet sheet that signing in stands on, with the choice of language.
import { Anchor, Box, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { LOCALE_NAMES, LOCALES } from '../../i18n/locale.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import styles from './sign-in.module.css';
import { signInTexts } from './sign-in-texts.ts';

export function SignInFrame({ title, children }: { title: string; children: ReactNode }) {
  const t = useTexts(signInTexts);
  const { locale, setLocale } = useLocale();
  useEffect(() => {
    document.title = `${title} · Izdoo`;
  }, [title]);
  return (
    <Box component="main" className={styles.ground}>
      <Stack w="100%" maw={420} gap="lg">
        <Group gap="sm" wrap="nowrap">
          <img src="/favicon.svg" alt="" width={44} height={44} />
          <div>
            <Text fw={750} size="xl" c="white" lh={1.1}>
              Izdoo
            </Text>
            <Text size="sm" className={styles.lead}>
              {t('lead')}
            </Text>
          </div>
        </Group>
        <Paper p="xl" radius="lg" shadow="xl">
          <Title order={1} size="h3" mb="md">
            {title}
          </Title>
          {children}
        </Paper>
        <Group gap="md" justify="center">
          {LOCALES.map((one) => (
            <Anchor
              key={one}
              component="button"
              type="button"
              lang={one}
              size="sm"
              className={styles.language}
              aria-current={one === locale}
              onClick={() => setLocale(one)}
            >
              {LOCALE_NAMES[one]}
            </Anchor>
          ))}
        </Group>
      </Stack>
    </Box>
  );
}
