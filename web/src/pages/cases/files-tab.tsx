// The documents of a case: adding, versions, signature over all of them, and what is handed out.
import { Alert, Button, Code, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconFileOff, IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseView, ManifestView } from '../../api/case-types.ts';
import { api } from '../../api/client.ts';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { Empty } from '../../components/empty.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Section } from '../../components/section.tsx';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { AddFile } from './add-file.tsx';
import { useCaseFiles, useManifest, useReloadCase } from './case-data.ts';
import { caseTexts } from './case-texts.ts';
import styles from './cases.module.css';
import { Dossier } from './dossier.tsx';
import { FileCard } from './file-card.tsx';
import { filesTexts } from './files-texts.ts';

function Signing({ file, manifest }: { file: CaseView; manifest: ManifestView }) {
  const t = useTexts(filesTexts);
  const { locale } = useLocale();
  const { may } = useSession();
  const reload = useReloadCase(file.id);
  const [open, setOpen] = useState(false);
  const { signature } = manifest;
  const canSign =
    may('case-file.sign') && file.side === 'RQ' && manifest.sha256 !== null && !manifest.isSigned;
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <IconSignature size={20} aria-hidden />
        <Text size="sm" fw={600}>
          {t(manifest.isSigned ? 'signed' : signature ? 'changed' : 'unsigned')}
        </Text>
      </Group>
      {signature && (
        <Text size="xs" c="dimmed">
          {t('signedAt', { at: formatDateTime(locale, signature.signedAt) })}
        </Text>
      )}
      {manifest.sha256 && (
        <Text size="xs" c="dimmed" className={styles['wrap']}>
          {t('hash')}: <Code>{manifest.sha256.slice(0, 32)}…</Code>
        </Text>
      )}
      {manifest.uncertified.length > 0 && (
        <Alert color="orange">{t('uncertified', { codes: manifest.uncertified.join(', ') })}</Alert>
      )}
      {canSign && (
        <Button w="fit-content" onClick={() => setOpen(true)}>
          {t('sign')}
        </Button>
      )}
      <Dossier file={file} signed={signature !== null} />
      {open && (
        <DecisionDialog
          opened
          onClose={() => setOpen(false)}
          title={t('sign')}
          text={t('signText')}
          confirm={t('sign')}
          onConfirm={async () => {
            await api.post(`/v1/cases/${file.id}/manifest/signatures`, { key: crypto.randomUUID() });
            await reload();
          }}
        />
      )}
    </Stack>
  );
}

export function FilesTab({ file }: { file: CaseView }) {
  const t = useTexts(filesTexts);
  const tCase = useTexts(caseTexts);
  const { may } = useSession();
  const files = useCaseFiles(file.id);
  const manifest = useManifest(file.id);
  const error = files.error ?? manifest.error;
  if (error) return <ProblemNote error={error} onRetry={() => void files.refetch()} />;
  if (!files.data || !manifest.data) return <Skeleton h={300} />;
  const items = [...files.data.items].sort((a, b) => a.code.localeCompare(b.code));
  return (
    <Stack>
      <Section title={t('signing')}>
        <Signing file={file} manifest={manifest.data} />
      </Section>
      {may('case-file.write') && (
        <Section title={t('add')}>
          <AddFile file={file} files={items} />
        </Section>
      )}
      <Section title={tCase('files')}>
        {items.length === 0 ? (
          <Empty icon={IconFileOff} title={t('none')} text={t('noneText')} />
        ) : (
          <ul className={styles['plain']}>
            {items.map((one) => (
              <FileCard key={one.id} file={file} one={one} />
            ))}
          </ul>
        )}
      </Section>
    </Stack>
  );
}
