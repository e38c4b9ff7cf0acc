import i18n from 'i18next';
import { defineResource } from '@/lib/resource/define-resource';

/** How the organisation's messages leave the product. */
export const notificationChannel = defineResource({
  key: 'notification_channel',
  list: '/notification-channels',
  item: '/notification-channels/{id}',
  titleOf: (row) => i18n.t(`notification:channel.${String(row.channel)}`),
});

/** Where those who run groups make their robots; an address looks like this. */
const ROBOTS: Record<string, string> = {
  wecom: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…',
  dingtalk: 'https://oapi.dingtalk.com/robot/send?access_token=…',
  feishu: 'https://open.feishu.cn/open-apis/bot/v2/hook/…',
};

export function robotAddress(channel: unknown): string | undefined {
  return ROBOTS[String(channel)];
}

/** WeCom's robots take no signature. */
export function isSigned(channel: unknown): boolean {
  return channel === 'dingtalk' || channel === 'feishu';
}
