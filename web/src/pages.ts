// All screens as one list: address, who may open it, and where it stands in the menu.
import {
  type Icon,
  IconActivity,
  IconAdjustments,
  IconAlertOctagon,
  IconArchive,
  IconArrowsExchange,
  IconBell,
  IconBuilding,
  IconBuildingBank,
  IconCalendarDue,
  IconDatabaseImport,
  IconEye,
  IconEyeCheck,
  IconFileExport,
  IconGavel,
  IconHome,
  IconKey,
  IconLayoutKanban,
  IconListDetails,
  IconListSearch,
  IconMail,
  IconReportAnalytics,
  IconScale,
  IconScan,
  IconSchool,
  IconSearch,
  IconUrgent,
  IconUserCircle,
  IconUserPlus,
  IconUserQuestion,
  IconUserSearch,
  IconUsers,
  IconWebhook,
  IconWorldShare,
} from '@tabler/icons-react';
import type { Permission } from './api/types.ts';
import type { navTexts } from './shell/nav-texts.ts';

/** Pages of the group `start` stand above all others, without a heading. */
export type NavGroup =
  | 'start'
  | 'border'
  | 'registry'
  | 'extradition'
  | 'accountability'
  | 'administration'
  | 'own';

export interface NavPage {
  readonly path: string;
  readonly label: keyof typeof navTexts;
  readonly icon: Icon;
  readonly group: NavGroup;
  /** The page is in the menu of whoever holds one of these. */
  readonly permissions: readonly Permission[];
  readonly onlyInTraining?: true;
}

/** Whoever only checks travellers begins, works and ends at the booth: nothing else waits for him. */
export const hasOnlyBooth = (may: (permission: Permission) => boolean): boolean =>
  may('check.run') && !may('hit.read');

export const NAV_PAGES: readonly NavPage[] = [
  { path: '/', label: 'today', icon: IconHome, group: 'start', permissions: ['session.own'] },
  { path: '/booth', label: 'booth', icon: IconScan, group: 'border', permissions: ['check.run'] },
  { path: '/hits', label: 'hits', icon: IconAlertOctagon, group: 'border', permissions: ['hit.read'] },
  { path: '/lists', label: 'lists', icon: IconListDetails, group: 'border', permissions: ['list.read'] },
  { path: '/search', label: 'search', icon: IconSearch, group: 'registry', permissions: ['search.persons'] },
  {
    path: '/persons/new',
    label: 'newPerson',
    icon: IconUserPlus,
    group: 'registry',
    permissions: ['person.write'],
  },
  { path: '/alerts', label: 'alerts', icon: IconBell, group: 'registry', permissions: ['alert.read'] },
  {
    path: '/imports',
    label: 'imports',
    icon: IconDatabaseImport,
    group: 'registry',
    permissions: ['import.run'],
  },
  {
    path: '/exports',
    label: 'exports',
    icon: IconFileExport,
    group: 'registry',
    permissions: ['export.read'],
  },
  { path: '/review', label: 'review', icon: IconEyeCheck, group: 'registry', permissions: ['alert.decide'] },
  {
    path: '/board',
    label: 'board',
    icon: IconLayoutKanban,
    group: 'extradition',
    permissions: ['case.read'],
  },
  { path: '/cases', label: 'cases', icon: IconGavel, group: 'extradition', permissions: ['case.read'] },
  {
    path: '/deadlines',
    label: 'deadlines',
    icon: IconCalendarDue,
    group: 'extradition',
    permissions: ['case.read'],
  },
  {
    path: '/assets',
    label: 'assets',
    icon: IconBuildingBank,
    group: 'extradition',
    permissions: ['asset.read'],
  },
  {
    path: '/assistance',
    label: 'assistance',
    icon: IconWorldShare,
    group: 'extradition',
    permissions: ['assistance.read'],
  },
  {
    path: '/letters',
    label: 'letters',
    icon: IconMail,
    group: 'extradition',
    permissions: ['exchange.write'],
  },
  {
    path: '/reports',
    label: 'reports',
    icon: IconReportAnalytics,
    group: 'accountability',
    permissions: ['report.read'],
  },
  {
    path: '/audit',
    label: 'audit',
    icon: IconListSearch,
    group: 'accountability',
    permissions: ['audit.read', 'audit.verify'],
  },
  {
    path: '/emergencies',
    label: 'emergencies',
    icon: IconUrgent,
    group: 'accountability',
    permissions: ['break-glass.review'],
  },
  {
    path: '/flagged',
    label: 'flagged',
    icon: IconUserSearch,
    group: 'accountability',
    permissions: ['audit.read'],
  },
  {
    path: '/disclosures',
    label: 'disclosures',
    icon: IconEye,
    group: 'accountability',
    permissions: ['disclosure.read'],
  },
  {
    path: '/retention',
    label: 'retention',
    icon: IconArchive,
    group: 'accountability',
    permissions: ['retention.read'],
  },
  {
    path: '/rights',
    label: 'rights',
    icon: IconUserQuestion,
    group: 'accountability',
    permissions: ['request.read', 'correction.read'],
  },
  {
    path: '/admin/users',
    label: 'users',
    icon: IconUsers,
    group: 'administration',
    permissions: ['user.manage'],
  },
  {
    path: '/admin/agencies',
    label: 'agencies',
    icon: IconBuilding,
    group: 'administration',
    permissions: ['agency.manage'],
  },
  {
    path: '/admin/keys',
    label: 'keys',
    icon: IconKey,
    group: 'administration',
    permissions: ['api-key.manage'],
  },
  {
    path: '/admin/webhooks',
    label: 'webhooks',
    icon: IconWebhook,
    group: 'administration',
    permissions: ['webhook.read'],
  },
  {
    path: '/exchange',
    label: 'exchange',
    icon: IconArrowsExchange,
    group: 'administration',
    permissions: ['exchange.read'],
  },
  {
    path: '/admin/treaties',
    label: 'treaties',
    icon: IconScale,
    group: 'extradition',
    permissions: ['case.read', 'system.status'],
  },
  {
    path: '/admin/policies',
    label: 'policies',
    icon: IconAdjustments,
    group: 'administration',
    permissions: ['policy.try'],
  },
  {
    path: '/admin/rules',
    label: 'rules',
    icon: IconListDetails,
    group: 'accountability',
    permissions: ['policy.try', 'hit.read'],
  },
  {
    path: '/admin/status',
    label: 'status',
    icon: IconActivity,
    group: 'administration',
    permissions: ['system.status'],
  },
  {
    path: '/training',
    label: 'training',
    icon: IconSchool,
    group: 'own',
    permissions: ['session.own'],
    onlyInTraining: true,
  },
  { path: '/account', label: 'account', icon: IconUserCircle, group: 'own', permissions: ['session.own'] },
];
