// The request file as a list: what the treaty asks for, what is there, what is still owed after an arrest.
import { Group, Progress, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import type { CaseView } from '../../api/case-types.ts';
import { caseDocumentWords } from '../../i18n/case-document-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { caseTexts } from './case-texts.ts';
import styles from './cases.module.css';

function Line({ code, present }: { code: string; present: boolean }) {
  const t = useTexts(caseTexts);
  const document = useWords(caseDocumentWords);
  const Sign = present ? IconCircleCheck : IconCircleDashed;
  return (
    <Group component="li" gap={8} wrap="nowrap" align="flex-start">
      <Sign size={17} aria-hidden style={{ flexShrink: 0 }} />
      <Text size="sm" c={present ? undefined : 'dimmed'}>
        {code} {document(code)}
        <VisuallyHidden> {t(present ? 'present' : 'missing')}</VisuallyHidden>
      </Text>
    </Group>
  );
}

export function Checklist({ file }: { file: CaseView }) {
  const t = useTexts(caseTexts);
  const needed = file.checklist.filter(({ required }) => required);
  const have = needed.filter(({ present }) => present).length;
  const optional = file.checklist.filter(({ required, present }) => !required && present);
  return (
    <Stack gap="xs">
      <Progress
        value={needed.length === 0 ? 100 : (have / needed.length) * 100}
        aria-label={t('checklist')}
        size="sm"
      />
      <Text size="xs" c="dimmed">
        {t('ready', { have, all: needed.length })}
      </Text>
      <Stack component="ul" gap={4} className={styles['plain'] as string}>
        {[...needed, ...optional].map(({ code, present }) => (
          <Line key={code} code={code} present={present} />
        ))}
      </Stack>
      {file.owedDocuments.length > 0 && (
        <>
          <Text size="sm" fw={600} mt="xs">
            {t('owed')}
          </Text>
          <Stack component="ul" gap={4} className={styles['plain'] as string}>
            {file.owedDocuments.map((code) => (
              <Line key={code} code={code} present={false} />
            ))}
          </Stack>
        </>
      )}
    </Stack>
  );
}
