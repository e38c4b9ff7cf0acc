import {
  AimOutlined,
  ApartmentOutlined,
  ApiOutlined,
  BookOutlined,
  BranchesOutlined,
  CalendarOutlined,
  CarryOutOutlined,
  ContainerOutlined,
  DatabaseOutlined,
  DeleteOutlined,
  FileSearchOutlined,
  FileTextOutlined,
  GlobalOutlined,
  HddOutlined,
  HomeOutlined,
  IdcardOutlined,
  ImportOutlined,
  InboxOutlined,
  NumberOutlined,
  SafetyCertificateOutlined,
  SettingOutlined,
  StarOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { useCan } from '@/lib/resource/permissions';

export interface NavEntry {
  to: string;
  /** Key of the word in `common.json`. */
  label: string;
  icon: ReactNode;
  permission?: string;
  /** Pinyin and its initials, for the palette: `xiansuo xs`. */
  pinyin?: string;
  /** Also in the bar at the bottom of a phone. */
  isOnPhone?: boolean;
}

interface NavGroup {
  label: string;
  entries: NavEntry[];
}

/** Every page one can go to: side bar, phone bar and palette all read this. */
const NAV: NavGroup[] = [
  {
    label: 'nav.group.work',
    entries: [
      { to: '/', label: 'nav.home', pinyin: 'jinri jr shouye sy', icon: <HomeOutlined />, isOnPhone: true },
      {
        to: '/leads/mine',
        label: 'nav.my_leads',
        pinyin: 'wodexiansuo wdxs',
        icon: <AimOutlined />,
        permission: 'lead:read',
        isOnPhone: true,
      },
      {
        to: '/leads/pool',
        label: 'nav.lead_pool',
        pinyin: 'xiansuochi xsc',
        icon: <InboxOutlined />,
        permission: 'lead:read',
        isOnPhone: true,
      },
      { to: '/leads', label: 'nav.leads', pinyin: 'xiansuo xs', icon: <ContainerOutlined />, permission: 'lead:read' },
      {
        to: '/customers',
        label: 'nav.customers',
        pinyin: 'kehu kh',
        icon: <TeamOutlined />,
        permission: 'customer:read',
        isOnPhone: true,
      },
      {
        to: '/customers/sea',
        label: 'nav.public_sea',
        pinyin: 'gonghai gh',
        icon: <GlobalOutlined />,
        permission: 'customer:read',
      },
      {
        to: '/contacts',
        label: 'nav.contacts',
        pinyin: 'lianxiren lxr',
        icon: <IdcardOutlined />,
        permission: 'contact:read',
      },
      {
        to: '/follow-up-plans',
        label: 'nav.follow_up_plans',
        pinyin: 'genjinjihua gjjh',
        icon: <CarryOutOutlined />,
        permission: 'follow_up_plan:read',
      },
      {
        to: '/calendar',
        label: 'nav.calendar',
        pinyin: 'rili rl',
        icon: <CalendarOutlined />,
        permission: 'calendar_event:read',
      },
      {
        to: '/work-reports',
        label: 'nav.work_reports',
        pinyin: 'gongzuobaogao gzbg',
        icon: <FileTextOutlined />,
        permission: 'work_report:read',
      },
      { to: '/imports', label: 'nav.imports', pinyin: 'daoru dr', icon: <ImportOutlined />, permission: 'lead:import' },
    ],
  },
  {
    label: 'nav.group.team',
    entries: [
      { to: '/users', label: 'nav.users', pinyin: 'yonghu yh', icon: <UserOutlined />, permission: 'user:update' },
      {
        to: '/departments',
        label: 'nav.departments',
        pinyin: 'bumen bm',
        icon: <ApartmentOutlined />,
        permission: 'department:update',
      },
      {
        to: '/roles',
        label: 'nav.roles',
        pinyin: 'juese js',
        icon: <SafetyCertificateOutlined />,
        permission: 'role:update',
      },
      {
        to: '/settings/api-keys',
        label: 'nav.api_keys',
        pinyin: 'jiekoumiyao jkmy',
        icon: <ApiOutlined />,
        permission: 'api_key:read',
      },
      {
        to: '/audit-logs',
        label: 'nav.audit_logs',
        pinyin: 'caozuorizhi czrz',
        icon: <FileSearchOutlined />,
        permission: 'audit_log:read',
      },
    ],
  },
  {
    label: 'nav.group.rules',
    entries: [
      {
        to: '/settings/lead-pools',
        label: 'nav.lead_pools',
        pinyin: 'xiansuochishezhi xscsz',
        icon: <HddOutlined />,
        permission: 'lead_pool:update',
      },
      {
        to: '/settings/customer-pools',
        label: 'nav.customer_pools',
        pinyin: 'gonghaishezhi ghsz',
        icon: <GlobalOutlined />,
        permission: 'customer_pool:update',
      },
      {
        to: '/settings/assignment-rules',
        label: 'nav.assignment_rules',
        pinyin: 'fenpeiguize fpgz',
        icon: <BranchesOutlined />,
        permission: 'assignment_rule:update',
      },
      {
        to: '/settings/scoring-rules',
        label: 'nav.scoring_rules',
        pinyin: 'pingfenguize pfgz',
        icon: <StarOutlined />,
        permission: 'scoring_rule:update',
      },
      {
        to: '/settings/capacity-rules',
        label: 'nav.capacity_rules',
        pinyin: 'kurongguize krgz',
        icon: <DatabaseOutlined />,
        permission: 'capacity_rule:update',
      },
    ],
  },
  {
    label: 'nav.group.system',
    entries: [
      {
        to: '/settings',
        label: 'nav.settings',
        pinyin: 'xitongcanshu xtcs',
        icon: <SettingOutlined />,
        permission: 'setting:read',
      },
      {
        to: '/settings/dictionaries',
        label: 'nav.dictionaries',
        pinyin: 'shujuzidian sjzd',
        icon: <BookOutlined />,
        permission: 'dictionary:update',
      },
      {
        to: '/settings/numbering',
        label: 'nav.numbering',
        pinyin: 'bianhaoguize bhgz',
        icon: <NumberOutlined />,
        permission: 'numbering_rule:update',
      },
      {
        to: '/recycle-bin',
        label: 'nav.recycle_bin',
        pinyin: 'huishouzhan hsz',
        icon: <DeleteOutlined />,
        permission: 'recycle_bin:read',
      },
    ],
  },
];

/** What this person may see; groups without entries are gone. */
export function useNav(): NavGroup[] {
  const can = useCan();
  return useMemo(
    () =>
      NAV.map((group) => ({
        ...group,
        entries: group.entries.filter((entry) => !entry.permission || can(entry.permission)),
      })).filter((group) => group.entries.length > 0),
    [can],
  );
}

/** Where one is: of `/leads` and `/leads/pool` the one that says more. */
export function useCurrentEntry(groups: NavGroup[]): string | undefined {
  const path = useRouterState({ select: (state) => state.location.pathname });
  return groups
    .flatMap((group) => group.entries.map((entry) => entry.to))
    .filter((to) => path === to || (to !== '/' && path.startsWith(`${to}/`)))
    .sort((a, b) => b.length - a.length)[0];
}
