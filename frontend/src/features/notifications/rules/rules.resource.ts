import { defineResource } from '@/lib/resource/define-resource';

export const notificationRule = defineResource({
  key: 'notification_rule',
  list: '/notification-rules',
  item: '/notification-rules/{id}',
  titleOf: (row) => String(row.event),
});

export const notificationTemplate = defineResource({
  key: 'notification_template',
  list: '/notification-templates',
  item: '/notification-templates/{id}',
  titleOf: (row) => String(row.event),
});
