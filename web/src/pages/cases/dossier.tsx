// The printed request file: shown here in a frame of the page's own bytes, or saved; and the signed originals as ZIP.
import { Button, Group, Modal, Select, Text } from '@mantine/core';
import { IconDownload, IconFileText } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { CaseView } from '../../api/case-types.ts';
import { api } from '../../api/client.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { saveBlob } from '../../components/save-blob.ts';
import { LOCALE_NAMES, LOCALES } from '../../i18n/locale.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { filesTexts } from './files-texts.ts';

/** The frame's address lives as long as the frame. */
function Preview({ pdf, title, onClose }: { pdf: Blob; title: string; onClose: () => void }) {
  const t = useTexts(filesTexts);
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(pdf);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [pdf]);
  return (
    <Modal opened onClose={onClose} title={title} size="90%" closeButtonProps={{ 'aria-label': t('save') }}>
      {address && <iframe src={address} title={title} width="100%" height={640} />}
    </Modal>
  );
}

export function Dossier({ file, signed }: { file: CaseView; signed: boolean }) {
  const t = useTexts(filesTexts);
  const { locale } = useLocale();
  const [language, setLanguage] = useState<string>(locale);
  const [shown, setShown] = useState<Blob>();
  const pdf = useMutation({
    mutationFn: (_: 'show' | 'save') => api.blob(`/v1/cases/${file.id}/dossier`, { query: { language } }),
    onSuccess: (blob, what) => {
      if (what === 'show') setShown(new Blob([blob], { type: 'application/pdf' }));
      else saveBlob(blob, `${file.caseNumber}-${language}.pdf`);
    },
  });
  const zip = useMutation({
    mutationFn: () => api.blob(`/v1/cases/${file.id}/originals`),
    onSuccess: (blob) => saveBlob(blob, `${file.caseNumber}.zip`),
  });
  return (
    <>
      <Group align="flex-end" gap="xs" wrap="wrap">
        <Select
          label={t('dossierIn')}
          data={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
          value={language}
          onChange={(next) => setLanguage(next ?? locale)}
          allowDeselect={false}
          w={200}
        />
        <Button
          variant="default"
          leftSection={<IconFileText size={16} aria-hidden />}
          loading={pdf.isPending}
          onClick={() => pdf.mutate('show')}
        >
          {t('dossier')}
        </Button>
        <Button variant="default" onClick={() => pdf.mutate('save')} disabled={pdf.isPending}>
          {t('save')}
        </Button>
        {signed && (
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            loading={zip.isPending}
            onClick={() => zip.mutate()}
          >
            {t('originals')}
          </Button>
        )}
      </Group>
      {pdf.isPending && (
        <Text size="xs" c="dimmed" role="status">
          {t('preparing')}
        </Text>
      )}
      {(pdf.error ?? zip.error) && <ProblemNote error={pdf.error ?? zip.error} />}
      {shown && (
        <Preview
          pdf={shown}
          title={`${t('dossier')} ${file.caseNumber}`}
          onClose={() => setShown(undefined)}
        />
      )}
    </>
  );
}
