// One document of a case: its versions, who certified them, who sees it, and what can be done with it.
import { Badge, Button, Collapse, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconDownload, IconEye, IconEyeOff, IconLock } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseFileView, CaseView } from '../../api/case-types.ts';
import { api } from '../../api/client.ts';
import { upload } from '../../api/upload.ts';
import { DayInput } from '../../components/day-input.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { saveBlob } from '../../components/save-blob.ts';
import { Uploader } from '../../components/uploader.tsx';
import { caseDocumentWords } from '../../i18n/case-document-words.ts';
import { formatDateTime } from '../../i18n/dates.ts';
import { formatBytes } from '../../i18n/numbers.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/session.tsx';
import { useReloadCase } from './case-data.ts';
import styles from './cases.module.css';
import { MAX_FILE_BYTES } from './file-limits.ts';
import { filesTexts } from './files-texts.ts';

type Version = CaseFileView['versions'][number];

function VersionLine({ caseId, one, version }: { caseId: string; one: CaseFileView; version: Version }) {
  const t = useTexts(filesTexts);
  const warning = useWords(filesTexts);
  const { locale } = useLocale();
  const download = useMutation({
    mutationFn: () => api.blob(`/v1/cases/${caseId}/files/${one.id}/versions/${version.no}/content`),
    onSuccess: (blob) => saveBlob(blob, version.fileName),
  });
  return (
    <Stack gap={2}>
      <Group gap="xs" wrap="wrap">
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconDownload size={14} aria-hidden />}
          loading={download.isPending}
          onClick={() => download.mutate()}
          aria-label={`${t('download')}: ${version.fileName}, ${t('version', { no: version.no })}`}
        >
          {version.fileName}
        </Button>
        <Text size="xs" c="dimmed">
          {t('version', { no: version.no })} · {formatBytes(locale, version.bytes)} ·{' '}
          {formatDateTime(locale, version.uploadedAt)} · {t(version.scan)}
          {version.pdfa ? ` · PDF/A-${version.pdfa}` : ''}
        </Text>
      </Group>
      <Text size="xs" c="dimmed">
        {version.certifiedBy
          ? t('certified', { who: version.certifiedBy, on: version.certifiedOn ?? '' })
          : t('notCertified')}
        {' · '}
        <span title={version.sha256}>SHA-256 {version.sha256.slice(0, 16)}…</span>
      </Text>
      {version.warnings.map((code) => (
        <Group key={code} gap={4}>
          <IconAlertTriangle size={14} aria-hidden />
          <Text size="xs">{warning(code)}</Text>
        </Group>
      ))}
      {download.error && <ProblemNote error={download.error} />}
    </Stack>
  );
}

function CertifyDialog({
  path,
  onClose,
  onDone,
}: {
  path: string;
  onClose: () => void;
  onDone: () => Promise<unknown>;
}) {
  const t = useTexts(filesTexts);
  const [by, setBy] = useState('');
  const [on, setOn] = useState('');
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={t('certify')}
      confirm={t('certify')}
      valid={by.trim() !== '' && on !== ''}
      onConfirm={async () => {
        await api.post(path, { body: { certifiedBy: by.trim(), certifiedOn: on } });
        await onDone();
      }}
    >
      <TextInput
        label={t('certifiedBy')}
        value={by}
        onChange={({ currentTarget }) => setBy(currentTarget.value)}
        required
        data-autofocus
      />
      <DayInput label={t('certifiedOn')} value={on} onChange={setOn} required />
    </DecisionDialog>
  );
}

export function FileCard({ file, one }: { file: CaseView; one: CaseFileView }) {
  const t = useTexts(filesTexts);
  const document = useWords(caseDocumentWords);
  const { may } = useSession();
  const reload = useReloadCase(file.id);
  const [open, { toggle }] = useDisclosure();
  const [dialog, setDialog] = useState<'share' | 'certify' | 'version' | null>(null);
  const path = `/v1/cases/${file.id}/files/${one.id}`;
  const [newest, ...older] = [...one.versions].sort((a, b) => b.no - a.no);
  const own = one.side === file.side;
  if (!newest) return null;
  return (
    <li className={styles['clock']}>
      <Group justify="space-between" align="flex-start" wrap="wrap" gap="xs">
        <Text size="sm" fw={600}>
          {one.code} {document(one.code)}
          <Text component="span" size="xs" c="dimmed">
            {' '}
            {one.language}
          </Text>
        </Text>
        <Group gap={6}>
          <Badge
            variant="default"
            tt="none"
            leftSection={
              one.visibleTo === 'BOTH' ? (
                <IconEye size={12} aria-hidden />
              ) : (
                <IconEyeOff size={12} aria-hidden />
              )
            }
          >
            {t(one.visibleTo === 'BOTH' ? 'bothSides' : 'ownSide')}
          </Badge>
          {one.frozen && (
            <Badge variant="default" tt="none" leftSection={<IconLock size={12} aria-hidden />}>
              {t('frozen')}
            </Badge>
          )}
        </Group>
      </Group>
      <VersionLine caseId={file.id} one={one} version={newest} />
      <Group gap="xs" mt={4}>
        {older.length > 0 && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={toggle} aria-expanded={open}>
            {t('versions')} ({one.versions.length})
          </Button>
        )}
        {may('case-file.write') && own && !one.frozen && (
          <>
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => setDialog(dialog === 'version' ? null : 'version')}
              aria-expanded={dialog === 'version'}
            >
              {t('newVersion')}
            </Button>
            {newest.certifiedBy === null && (
              <Button size="compact-xs" variant="subtle" onClick={() => setDialog('certify')}>
                {t('certify')}
              </Button>
            )}
            {one.visibleTo !== 'BOTH' && (
              <Button size="compact-xs" variant="subtle" onClick={() => setDialog('share')}>
                {t('share')}
              </Button>
            )}
          </>
        )}
      </Group>
      <Collapse expanded={open}>
        <Stack gap="xs" mt="xs">
          {older.map((version) => (
            <VersionLine key={version.no} caseId={file.id} one={one} version={version} />
          ))}
        </Stack>
      </Collapse>
      {dialog === 'version' && (
        <Uploader
          label={`${t('newVersion')}: ${document(one.code)}`}
          maxBytes={MAX_FILE_BYTES}
          send={async (bytes, onProgress, signal, key) => {
            await upload(`${path}/versions`, bytes, { key, signal, onProgress });
            await reload();
          }}
        />
      )}
      {dialog === 'certify' && (
        <CertifyDialog
          path={`${path}/versions/${newest.no}/certificate`}
          onClose={() => setDialog(null)}
          onDone={reload}
        />
      )}
      {dialog === 'share' && (
        <DecisionDialog
          opened
          onClose={() => setDialog(null)}
          title={t('share')}
          text={t('shareText')}
          confirm={t('share')}
          onConfirm={async () => {
            await api.post(`${path}/share`);
            await reload();
          }}
        />
      )}
    </li>
  );
}
