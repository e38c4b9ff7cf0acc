import { expect, test } from '@playwright/test';
import { makeCompany, makeLeads, signIn } from './company';

test('the organisation says who is told of what, and in which words', async ({ page, request }) => {
  const company = await makeCompany(request);
  await makeLeads(company, 1);
  await signIn(page, company, '/settings/notification-rules');
  const row = page.locator('main').getByRole('listitem').filter({ hasText: '线索转移' });
  await expect(row).toContainText('通知负责人、原负责人，渠道：站内');
  await row.getByRole('button', { name: '编辑“线索转移”的通知' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('通知对象').click();
  await page.getByTitle('负责人的上级').click();
  await page.keyboard.press('Escape');
  await drawer.getByLabel('邮件').check();
  await drawer.getByRole('switch', { name: '紧急' }).click();
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(row).toContainText('已自定义');
  await expect(row).toContainText('负责人的上级');
  await expect(row).toContainText('站内、邮件');

  // What is written is seen at once, as it will be read of a record.
  await drawer.getByText('文案', { exact: true }).click();
  const preview = drawer.getByRole('region', { name: '预览' });
  await expect(preview).toContainText('线索已转移：');
  await drawer.getByLabel('标题').fill('请注意 {{record}}');
  await drawer.getByLabel('用一条记录预览').click();
  await page.getByTitle('测试公司1').click();
  await expect(preview).toContainText('请注意 测试公司1');
  await drawer.getByLabel('标题').fill('请注意 {{lead.colour}}');
  await expect(preview).toContainText('未知字段 lead.colour');
  await drawer.getByLabel('标题').fill('请注意 {{record}}');
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(drawer.getByRole('button', { name: '恢复默认文案' })).toBeVisible();
  await drawer.getByRole('button', { name: '恢复默认文案' }).click();
  await expect(drawer.getByLabel('标题')).toHaveValue('线索已转移：{{record}}');

  await drawer.getByText('通知谁', { exact: true }).click();
  await drawer.getByRole('button', { name: '恢复系统默认' }).click();
  await expect(row).not.toContainText('已自定义');
});

test('what did not go out by a channel is seen and sent again', async ({ page, request }) => {
  const company = await makeCompany(request);
  const headers = { Authorization: `Bearer ${company.token}` };
  const me = (await (await request.get('/api/v1/auth/me', { headers })).json()) as { user: { id: string } };
  const user = `/api/v1/users/${me.user.id}`;
  const { version } = (await (await request.get(user, { headers })).json()) as { version: number };
  const changed = await request.patch(user, {
    headers: { ...headers, 'If-Match': `"${version}"`, 'Content-Type': 'application/merge-patch+json' },
    data: { email: 'wang@example.com' },
  });
  expect(changed.ok(), await changed.text()).toBe(true);
  await signIn(page, company, '/settings/notification-rules?event=lead.transferred');
  const drawer = page.getByRole('dialog');
  await drawer.getByText('文案', { exact: true }).click();
  await drawer.getByLabel('渠道').click();
  await page.getByTitle('邮件').click();
  await drawer.getByLabel('标题').fill('试一试 {{record}}');
  await drawer.getByRole('button', { name: '保存' }).click();
  await drawer.getByRole('button', { name: '发给自己试试' }).click();
  await expect(page.getByText('已发送给自己')).toBeVisible();
  await page.goto('/settings/notification-deliveries?status=all');
  const sent = page.locator('main').getByRole('listitem').filter({ hasText: '试一试' });
  await expect(sent).toContainText('邮件');
  // Without a mail server a message is kept and goes nowhere; it may be tried again.
  await expect(async () => {
    await page.reload();
    await expect(sent).toContainText('模拟发送', { timeout: 2_000 });
  }).toPass();
  await sent.getByRole('button', { name: '重新发送' }).click();
  await expect(page.getByText('已重新排队发送')).toBeVisible();
});

test('another program is told of events: its secret is shown once, what was sent is seen and sent again', async ({
  page,
  request,
}) => {
  await signIn(page, await makeCompany(request), '/settings/webhooks');
  await page.getByRole('button', { name: '新建 Webhook' }).first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('名称').fill('ERP');
  await drawer.getByLabel('地址', { exact: true }).fill('http://erp.example.com/hook');
  await drawer.getByLabel('事件').fill('线索转移');
  await page.getByTitle('lead.transferred').click();
  await page.keyboard.press('Escape');
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(drawer.locator('.ant-form-item-explain-error').first()).toBeVisible();
  await drawer.getByLabel('地址', { exact: true }).fill('https://erp.example.com/hook');
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('textbox', { name: '签名密钥' })).toHaveValue(/^whsec_/);
  await page.getByRole('button', { name: '我已保存' }).click();
  const hook = page.locator('main').getByRole('listitem').filter({ hasText: 'ERP' });
  await expect(hook).toContainText('线索转移');
  await hook.getByRole('button', { name: '“ERP”的推送记录' }).click();
  await drawer.getByRole('button', { name: '发送测试事件' }).click();
  await expect(drawer.getByRole('listitem').filter({ hasText: 'webhook.test' })).toBeVisible();
  // Nobody answers there; what still waits is sent of itself.
  await expect(drawer.getByText('待推送')).toBeVisible();
  await drawer.getByRole('button', { name: '重新推送今天的事件' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '重新推送' }).click();
  await expect(page.getByText('已重新推送 0 个事件')).toBeVisible();
  await drawer.locator('.ant-drawer-close').click();
  await hook.getByRole('button', { name: '编辑“ERP”' }).click();
  await drawer.getByRole('button', { name: '更换密钥' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '更换密钥' }).click();
  await expect(page.getByRole('textbox', { name: '签名密钥' })).toHaveValue(/^whsec_/);
  await page.getByRole('button', { name: '我已保存' }).click();
});

test('the robot of a group is set up: its host is seen, its address never again', async ({ page, request }) => {
  const company = await makeCompany(request);
  await signIn(page, company, '/settings/notification-channels');
  const main = page.locator('main');
  await expect(main.getByRole('heading', { name: '还没有设置通知渠道' })).toBeVisible();
  await main.getByRole('button', { name: '添加渠道' }).first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('渠道').click();
  await page.getByTitle('钉钉').click();
  await drawer.getByLabel('每日上限').fill('200');
  await drawer.getByRole('button', { name: '保存' }).click();

  // What is refused is said where it was typed.
  const url = drawer.getByLabel('Webhook 地址');
  for (const [wrong, message] of [
    ['dingtalk', '不是有效的网址'],
    ['https://127.0.0.1/robot', '不能是内网或本机地址'],
  ] as const) {
    await url.fill(wrong);
    await drawer.getByRole('button', { name: '保存' }).click();
    await expect(drawer.locator('.ant-form-item', { has: page.getByLabel('Webhook 地址') })).toContainText(message);
  }
  await url.fill('https://oapi.dingtalk.com/robot/send?access_token=e2e');
  await drawer.getByLabel('加签密钥').fill('SEC-e2e');
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(drawer).toHaveCount(0);
  const robot = main.getByRole('listitem').filter({ hasText: '钉钉' });
  await expect(robot).toContainText('oapi.dingtalk.com · 每天最多 200 条');
  await robot.getByRole('button', { name: '“钉钉”机器人地址' }).click();
  await expect(drawer).toContainText('当前机器人在 oapi.dingtalk.com');
  await expect(url).toHaveValue('');
  await drawer.getByRole('button', { name: '取消' }).click();

  // Somebody else sets up the same meanwhile: it is said where it was chosen.
  await main.getByRole('button', { name: '添加渠道' }).click();
  await drawer.getByLabel('渠道').click();
  await page.getByTitle('飞书').click();
  await company.post('/notification-channels', { channel: 'feishu' });
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(drawer.locator('.ant-form-item', { has: page.getByLabel('渠道') })).toContainText('已存在相同的记录');
  await drawer.getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: '放弃' }).click();

  // One of a kind is enough; mails have a sender, robots have none.
  await main.getByRole('button', { name: '添加渠道' }).click();
  await drawer.getByLabel('渠道').click();
  await expect(page.getByTitle('钉钉')).toHaveCount(0);
  await page.getByTitle('邮件').click();
  await drawer.getByLabel('发件人名称').fill('云帆商贸');
  await drawer.getByLabel('回复邮箱').fill('sales');
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(drawer.getByText('不是有效的邮箱')).toBeVisible();
  await drawer.getByLabel('回复邮箱').fill('sales@example.com');
  await drawer.getByRole('button', { name: '保存' }).click();
  const mail = main.getByRole('listitem').filter({ hasText: '邮件' });
  await expect(mail).toContainText('发件人：云帆商贸 · 回复到 sales@example.com · 每天不限条数');
  await mail.getByRole('button', { name: '用“邮件”发给自己试试' }).click();
  await expect(page.getByText('您的账号没有邮箱，请先填写再试')).toBeVisible();
  await mail.getByRole('button', { name: '编辑“邮件”渠道' }).click();
  await drawer.getByLabel('每日上限').fill('50');
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(mail).toContainText('每天最多 50 条');

  await robot.getByRole('button', { name: '删除“钉钉”渠道' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '删除' }).click();
  await expect(robot).toHaveCount(0);
  await expect(mail).toBeVisible();
});
