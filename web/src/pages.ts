// All screens as one list: address, who may open it, and where it stands in the menu.
import { type Icon, IconUserCircle } from '@tabler/icons-react';
import type { Permission } from './api/types.ts';
import type { navTexts } from './shell/nav-texts.ts';

export type NavGroup = 'border' | 'registry' | 'extradition' | 'accountability' | 'administration' | 'own';

export interface NavPage {
  readonly path: string;
  readonly label: keyof typeof navTexts;
  readonly icon: Icon;
  readonly group: NavGroup;
  /** The page is in the menu of whoever holds one of these. */
  readonly permissions: readonly Permission[];
}

export const NAV_PAGES: readonly NavPage[] = [
  { path: '/account', label: 'account', icon: IconUserCircle, group: 'own', permissions: ['session.own'] },
];
