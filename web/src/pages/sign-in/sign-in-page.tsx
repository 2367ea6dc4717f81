// Signing in: login and password, then the authenticator's code where the account has one.
import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { signIn } from '../../session/tokens.ts';
import { usePost } from '../booth/post.ts';
import { SignInFrame } from './frame.tsx';
import { signInTexts } from './sign-in-texts.ts';

export function SignInPage() {
  const t = useTexts(signInTexts);
  const { setLocale } = useLocale();
  const { checkpoint, lane } = usePost();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const attempt = useMutation({
    mutationFn: () => signIn(login.trim(), password, code === '' ? undefined : code),
    onSuccess: ({ user }) => {
      if (localStorage.getItem('izdoo.locale') === null) setLocale(user.locale);
    },
  });
  const needsCode = attempt.error instanceof ApiProblem && attempt.error.code === 'second-factor-required';
  const [asked, setAsked] = useState(false);
  if (needsCode && !asked) setAsked(true);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt.mutate();
  };
  return (
    <SignInFrame title={t('title')}>
      <form onSubmit={submit}>
        <Stack>
          {checkpoint !== '' && (
            <Text size="sm" c="dimmed">
              {t('post', { place: lane === '' ? checkpoint : `${checkpoint} · ${lane}` })}
            </Text>
          )}
          <TextInput
            label={t('login')}
            value={login}
            onChange={({ currentTarget }) => setLogin(currentTarget.value)}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            autoFocus
          />
          <PasswordInput
            label={t('password')}
            value={password}
            onChange={({ currentTarget }) => setPassword(currentTarget.value)}
            autoComplete="current-password"
            required
          />
          {asked && (
            <TextInput
              label={t('code')}
              description={t('codeHelp')}
              value={code}
              onChange={({ currentTarget }) => setCode(currentTarget.value.replace(/\D/g, '').slice(0, 6))}
              inputMode="numeric"
              autoComplete="one-time-code"
              required
              autoFocus
            />
          )}
          {attempt.error && !(needsCode && code === '') && <ProblemNote error={attempt.error} />}
          <Button type="submit" loading={attempt.isPending} fullWidth>
            {t('submit')}
          </Button>
          <Text size="xs" c="dimmed" ta="center">
            {t('watched')}
          </Text>
        </Stack>
      </form>
    </SignInFrame>
  );
}
