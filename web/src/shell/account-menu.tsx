// Account, language and colours behind one button.
import {
  Avatar,
  Menu,
  UnstyledButton,
  useComputedColorScheme,
  useMantineColorScheme,
  VisuallyHidden,
} from '@mantine/core';
import { IconBell, IconBellOff, IconCheck, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { queryClient } from '../api/queries.ts';
import { LOCALE_NAMES, LOCALES } from '../i18n/locale.ts';
import { useLocale, useTexts } from '../i18n/texts.tsx';
import { setLoud, useLoud } from '../session/loudness.ts';
import { useSession } from '../session/session.tsx';
import { signOut } from '../session/tokens.ts';
import { hitBellTexts } from './hit-bell-texts.ts';
import { shellTexts } from './shell-texts.ts';

export function AccountMenu() {
  const t = useTexts(shellTexts);
  const { locale, setLocale } = useLocale();
  const bell = useTexts(hitBellTexts);
  const loud = useLoud();
  const { user, may, setPurpose } = useSession();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const leave = async () => {
    await signOut();
    setPurpose(undefined);
    queryClient.clear();
  };
  return (
    <Menu position="bottom-end" width={270}>
      <Menu.Target>
        <UnstyledButton>
          <Avatar name={user?.displayName ?? ''} color="pine" size={34} aria-hidden />
          <VisuallyHidden>{t('account')}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {user?.displayName} · {user?.roles.join(', ')}
        </Menu.Label>
        <Menu.Item
          leftSection={dark ? <IconSun size={16} /> : <IconMoon size={16} />}
          onClick={() => setColorScheme(dark ? 'light' : 'dark')}
        >
          {dark ? t('light') : t('dark')}
        </Menu.Item>
        {(may('hit.decide') || may('hit.answer')) && (
          <Menu.Item
            leftSection={loud ? <IconBellOff size={16} /> : <IconBell size={16} />}
            onClick={() => setLoud(!loud)}
          >
            {bell(loud ? 'soundOff' : 'soundOn')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Label>{t('language')}</Menu.Label>
        {LOCALES.map((one) => (
          <Menu.Item
            key={one}
            lang={one}
            rightSection={one === locale ? <IconCheck size={16} /> : null}
            onClick={() => setLocale(one)}
          >
            {LOCALE_NAMES[one]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave()}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
