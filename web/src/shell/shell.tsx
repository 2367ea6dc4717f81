// The frame around all screens: menu by rights, purpose, language, colours, account.
import { AppShell, Badge, Burger, Group, NavLink, ScrollArea, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useTexts } from '../i18n/texts.tsx';
import { hasOnlyBooth, NAV_PAGES, type NavGroup } from '../pages.ts';
import { useSession } from '../session/session.tsx';
import { isTraining } from '../training.ts';
import { AccountMenu } from './account-menu.tsx';
import { HitBell } from './hit-bell.tsx';
import { navTexts } from './nav-texts.ts';
import { PurposeChip } from './purpose.tsx';
import { shellTexts } from './shell-texts.ts';

const GROUPS: readonly NavGroup[] = [
  'start',
  'border',
  'registry',
  'extradition',
  'accountability',
  'administration',
  'own',
];

function Menu({ onGo }: { onGo: () => void }) {
  const t = useTexts(navTexts);
  const { may } = useSession();
  const { pathname } = useLocation();
  const open = NAV_PAGES.filter(
    ({ path, permissions, onlyInTraining }) =>
      permissions.some(may) && (isTraining || !onlyInTraining) && !(path === '/' && hasOnlyBooth(may)),
  );
  return GROUPS.filter((group) => open.some((page) => page.group === group)).map((group) => (
    <div key={group}>
      {group !== 'start' && (
        <Text size="xs" c="dimmed" fw={600} mt="md" mb={4} px="sm" tt="uppercase">
          {t(group)}
        </Text>
      )}
      {open
        .filter((page) => page.group === group)
        .map(({ path, label, icon: Sign }) => (
          <NavLink
            key={path}
            renderRoot={(props) => <Link to={path} {...props} />}
            variant="filled"
            py={7}
            label={t(label)}
            leftSection={<Sign size={18} aria-hidden />}
            active={pathname === path || (path !== '/' && pathname.startsWith(`${path}/`))}
            onClick={onGo}
          />
        ))}
    </div>
  ));
}

export function Shell() {
  const [opened, { toggle, close }] = useDisclosure();
  const t = useTexts(shellTexts);
  const nav = useTexts(navTexts);
  const { may, user } = useSession();
  const hears = may('hit.decide') || may('hit.answer');
  const looks = may('search.persons') || may('person.read') || may('case.read');
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: 'md', collapsed: { mobile: !opened } }}
      padding="lg"
    >
      {hears && <HitBell />}
      <AppShell.Header className="no-print">
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={opened} onClick={toggle} hiddenFrom="md" size="sm" aria-label={nav('menu')} />
            <UnstyledButton renderRoot={(props) => <Link to="/" {...props} />} aria-label="Izdoo">
              <Group gap={8} wrap="nowrap">
                <img src="/favicon.svg" alt="" width={30} height={30} />
                <Text fw={750} size="lg" visibleFrom="xs">
                  Izdoo
                </Text>
              </Group>
            </UnstyledButton>
            <Badge variant="default" visibleFrom="sm">
              {user?.agency.state} · {user?.agency.code}
            </Badge>
          </Group>
          <Group gap="sm" wrap="nowrap">
            {looks && <PurposeChip />}
            <AccountMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" className="no-print">
        <ScrollArea type="auto" scrollbarSize={6} offsetScrollbars>
          <Menu onGo={close} />
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} aria-label={t('skip')}>
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}
