// What an account has to set right before it may do anything: its own password, its second factor.
import { Button, Code, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { useUser } from '../../session/session.tsx';
import { refresh, signOut } from '../../session/tokens.ts';
import { SignInFrame } from './frame.tsx';
import { signInTexts } from './sign-in-texts.ts';

function NewPassword() {
  const t = useTexts(signInTexts);
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const change = useMutation({
    mutationFn: () => api.post('/v1/me/password', { body: { currentPassword, newPassword } }),
    onSuccess: () => signOut(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <SignInFrame title={t('changeTitle')}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('changeText')}</Text>
          <PasswordInput
            label={t('currentPassword')}
            value={currentPassword}
            onChange={({ currentTarget }) => setCurrent(currentTarget.value)}
            autoComplete="current-password"
            required
          />
          <PasswordInput
            label={t('newPassword')}
            value={newPassword}
            onChange={({ currentTarget }) => setNew(currentTarget.value)}
            autoComplete="new-password"
            required
          />
          {change.error && <ProblemNote error={change.error} />}
          <Button type="submit" loading={change.isPending}>
            {t('change')}
          </Button>
        </Stack>
      </form>
    </SignInFrame>
  );
}

interface Offer {
  readonly secret: string;
}

function SecondFactor() {
  const t = useTexts(signInTexts);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const offer = useMutation({
    mutationFn: () => api.post<Offer>('/v1/me/second-factor', { body: { password } }),
  });
  const confirm = useMutation({
    mutationFn: () => api.post('/v1/me/second-factor/confirm', { body: { code } }),
    onSuccess: () => refresh(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (offer.data) confirm.mutate();
    else offer.mutate();
  };
  return (
    <SignInFrame title={t('factorTitle')}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('factorText')}</Text>
          {!offer.data && (
            <PasswordInput
              label={t('password')}
              value={password}
              onChange={({ currentTarget }) => setPassword(currentTarget.value)}
              autoComplete="current-password"
              required
            />
          )}
          {offer.data && (
            <>
              <div>
                <Text size="sm" fw={500}>
                  {t('factorKey')}
                </Text>
                <Code block>{offer.data.secret}</Code>
              </div>
              <TextInput
                label={t('code')}
                description={t('codeHelp')}
                value={code}
                onChange={({ currentTarget }) => setCode(currentTarget.value.replace(/\D/g, '').slice(0, 6))}
                inputMode="numeric"
                autoComplete="one-time-code"
                required
              />
            </>
          )}
          {(confirm.error ?? offer.error) && <ProblemNote error={confirm.error ?? offer.error} />}
          <Button type="submit" loading={offer.isPending || confirm.isPending}>
            {offer.data ? t('confirm') : t('show')}
          </Button>
        </Stack>
      </form>
    </SignInFrame>
  );
}

export function FirstStepsPage() {
  const { restriction } = useUser();
  return restriction === 'password-change-required' ? <NewPassword /> : <SecondFactor />;
}
