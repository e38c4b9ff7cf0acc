import {
  CalendarOutlined,
  CarryOutOutlined,
  ClockCircleOutlined,
  ExclamationCircleOutlined,
  FieldTimeOutlined,
  FileTextOutlined,
  GiftOutlined,
  HourglassOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { AnswerOf } from '@/lib/api/schema-types';
import type { Tone } from '@/lib/resource/define-resource';

export type TodoGroup = AnswerOf<'/me/todos', 'get'>['items'][number];
export type Todo = TodoGroup['items'][number];

interface Look {
  icon: ReactNode;
  tone: Tone;
}

/** How each kind looks; the words are `todo:kind.…`. */
export const LOOKS: Record<string, Look> = {
  contact_today: { icon: <ClockCircleOutlined />, tone: 'soon' },
  contact_overdue: { icon: <ExclamationCircleOutlined />, tone: 'late' },
  untouched: { icon: <GiftOutlined />, tone: 'none' },
  recycle_soon: { icon: <HourglassOutlined />, tone: 'soon' },
  plans_today: { icon: <CarryOutOutlined />, tone: 'none' },
  plans_missed: { icon: <FieldTimeOutlined />, tone: 'late' },
  events_today: { icon: <CalendarOutlined />, tone: 'none' },
  report_missing: { icon: <FileTextOutlined />, tone: 'soon' },
};
