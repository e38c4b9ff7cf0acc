import { EnvironmentOutlined, LogoutOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { defineResource } from '@/lib/resource/define-resource';
import { SubjectCell } from '../subject-cell';
import { DistanceCell, StatusCell } from './visit-cells';

const fields = () => import('./check-fields');
const CheckInFields = lazy(() => fields().then((it) => ({ default: it.CheckInFields })));
const CheckOutFields = lazy(() => fields().then((it) => ({ default: it.CheckOutFields })));
const VisitForm = lazy(() => import('./visit-form').then((it) => ({ default: it.VisitForm })));

export const visit = defineResource({
  key: 'visit',
  list: '/visits',
  item: '/visits/{id}',
  titleOf: (row) => String(row.contact_name ?? row.customer_name ?? row.lead_name ?? ''),
  labels: { subject: 'visit:with' },
  cells: { subject: SubjectCell, status: StatusCell, distance_m: DistanceCell },
  form: VisitForm,
  actions: [
    {
      name: 'check-in',
      label: 'visit:action.check_in',
      icon: <EnvironmentOutlined />,
      isPrimary: true,
      fields: CheckInFields,
    },
    {
      name: 'check-out',
      label: 'visit:action.check_out',
      icon: <LogoutOutlined />,
      isPrimary: true,
      fields: CheckOutFields,
    },
  ],
});
