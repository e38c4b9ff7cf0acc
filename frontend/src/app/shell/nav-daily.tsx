import {
  AimOutlined,
  BulbOutlined,
  CalendarOutlined,
  CarryOutOutlined,
  ContainerOutlined,
  FileTextOutlined,
  GlobalOutlined,
  HomeOutlined,
  IdcardOutlined,
  ImportOutlined,
  InboxOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { NavGroup } from './nav';

/** Where the daily work is done. */
export const DAILY: NavGroup[] = [
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
        to: '/customer-knowledge',
        label: 'nav.customer_knowledge',
        pinyin: 'kehuzhishi khzs',
        icon: <BulbOutlined />,
        permission: 'customer_knowledge:read',
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
];
