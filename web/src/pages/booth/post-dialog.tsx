// Where the device stands, set once when it is put there.
import { Button, Group, Modal, SegmentedControl, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../i18n/texts.tsx';
import { boothTexts } from './booth-texts.ts';
import { type Direction, setPost, usePost } from './post.ts';

export function PostDialog({ onClose }: { onClose(): void }) {
  const t = useTexts(boothTexts);
  const [post, change] = useState(usePost());
  const text = (key: 'checkpoint' | 'lane' | 'device' | 'phone') => ({
    label: t(key),
    value: post[key],
    maxLength: 60,
    autoComplete: 'off',
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      change({ ...post, [key]: currentTarget.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setPost({
      ...post,
      checkpoint: post.checkpoint.trim(),
      lane: post.lane.trim(),
      device: post.device.trim(),
      phone: post.phone.trim(),
    });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('postTitle')} size="lg">
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm" c="dimmed">
            {t('postText')}
          </Text>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput {...text('checkpoint')} required data-autofocus />
            <TextInput {...text('lane')} />
            <TextInput {...text('device')} />
            <TextInput {...text('phone')} type="tel" />
          </SimpleGrid>
          <div>
            <Text size="sm" fw={500} mb={4} id="post-direction">
              {t('direction')}
            </Text>
            <SegmentedControl
              aria-labelledby="post-direction"
              value={post.direction}
              onChange={(direction) => change({ ...post, direction: direction as Direction })}
              data={(['ENTRY', 'EXIT', 'TRANSIT'] as const).map((value) => ({ value, label: t(value) }))}
            />
          </div>
          <Group justify="flex-end">
            <Button type="submit" disabled={post.checkpoint.trim() === ''}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
