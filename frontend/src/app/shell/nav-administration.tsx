import {
  ApartmentOutlined,
  ApiOutlined,
  BookOutlined,
  BranchesOutlined,
  DatabaseOutlined,
  DeleteOutlined,
  FileSearchOutlined,
  GlobalOutlined,
  HddOutlined,
  NumberOutlined,
  SafetyCertificateOutlined,
  ScheduleOutlined,
  SettingOutlined,
  StarOutlined,
  UserOutlined,
} from '@ant-design/icons';
import type { NavGroup } from './nav';

/** Where people, rules and the system are set up. */
export const ADMINISTRATION: NavGroup[] = [
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
        to: '/settings/calendars',
        label: 'nav.calendars',
        pinyin: 'gongzuorili gzrl',
        icon: <ScheduleOutlined />,
        permission: 'calendar:update',
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
