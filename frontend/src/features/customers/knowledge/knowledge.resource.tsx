import { SendOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import { defineResource } from '@/lib/resource/define-resource';
import { ConfidenceCell, KindCell, StatusCell, ValidCell, VisibilityCell } from './knowledge-cells';

const PublishFields = lazy(() => import('./publish-fields').then((it) => ({ default: it.PublishFields })));

export const knowledge = defineResource({
  key: 'customer_knowledge',
  list: '/customer-knowledge',
  item: '/customer-knowledge/{id}',
  titleOf: (row) => String(row.text ?? '').split('\n')[0] ?? '',
  cells: {
    kind: KindCell,
    confidence: ConfidenceCell,
    visibility: VisibilityCell,
    status: StatusCell,
    valid_until: ValidCell,
  },
  actions: [
    {
      name: 'publish',
      label: 'customer_knowledge:action.publish',
      icon: <SendOutlined />,
      isPrimary: true,
      fields: PublishFields,
    },
  ],
});
