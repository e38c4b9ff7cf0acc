import { type APIRequestContext, expect, test } from '@playwright/test';
import { makeColleague, makeCompany, signIn } from './company';

/** Somebody whose leads can be handed to the administrator. */
async function makeGiver(request: APIRequestContext) {
  const company = await makeCompany(request);
  const giver = await makeColleague(request, company, 'li', '李芳');
  const headers = { Authorization: `Bearer ${company.token}` };
  const me = (await (await request.get('/api/v1/auth/me', { headers })).json()) as { user: { id: string } };
  const give = async (name: string) => {
    const mobile = `138${String(Math.random()).slice(2, 10).padEnd(8, '0')}`;
    const lead = await giver.post('/leads', { company_name: name, contact_name: '刘洋', mobile });
    await giver.post(`/leads/${lead.id}/transfer`, { user_id: me.user.id });
  };
  return { company, give };
}

test('what one is told is counted while one works, leads to its record and is read by that', async ({
  page,
  request,
  isMobile,
}) => {
  const { company, give } = await makeGiver(request);
  // The browser is a new device to whoever signed in elsewhere before.
  const silent = { event: 'user.new_device', recipients: [{ kind: 'owner' }], channels: [], is_active: false };
  await company.post('/notification-rules', silent);
  await company.post('/notification-rules', {
    event: 'lead.transferred',
    recipients: [{ kind: 'owner' }],
    channels: [],
    urgent: true,
  });
  await signIn(page, company, '/contacts');
  const bell = page.getByRole('button', { name: '通知', exact: true });
  await expect(bell).toBeVisible();
  await give('云帆物流');
  await give('海潮电器');
  await expect(page.getByRole('button', { name: '2 条未读通知' })).toBeVisible();
  await expect(page).toHaveTitle(/^\(2\) /);

  if (isMobile) await page.getByRole('button', { name: '2 条未读通知' }).click();
  else await page.keyboard.press('n');
  const centre = page.getByRole('dialog', { name: '通知' });
  const message = centre.getByRole('listitem').filter({ hasText: '云帆物流' });
  await expect(message).toContainText('紧急');
  await expect(message).toContainText('李芳');
  await message
    .getByRole('button', { name: /线索已转移/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('云帆物流');
  await expect(centre).toBeHidden();
  await expect(page.getByRole('button', { name: '1 条未读通知' })).toBeVisible();

  await page.getByRole('button', { name: '1 条未读通知' }).click();
  await expect(centre.getByRole('listitem')).toHaveCount(1);
  await centre.getByText('全部', { exact: true }).click();
  await expect(centre.getByRole('listitem')).toHaveCount(2);
  await centre.getByRole('button', { name: '全部已读' }).click();
  await expect(page).not.toHaveTitle(/^\(/);
  await centre.getByRole('button', { name: '查看全部通知' }).click();
  await expect(page).toHaveURL(/\/notifications$/);
  await expect(page.locator('main').getByRole('listitem')).toHaveCount(2);
  await page.locator('main').getByText('未读', { exact: true }).click();
  await expect(page.getByText('没有未读通知')).toBeVisible();
});

test('one chooses by which channels one is told of what, and when not', async ({ page, request }) => {
  await signIn(page, await makeCompany(request), '/notification-preferences');
  const email = page.getByRole('checkbox', { name: '线索转移 邮件' });
  await expect(page.getByRole('checkbox', { name: '线索转移 站内' })).toBeDisabled();
  await email.check();
  await expect(page.getByText('已保存').first()).toBeVisible();
  await page.getByRole('switch', { name: '免打扰时段' }).click();
  await page.getByLabel('免打扰开始').fill('22:30');
  await page.getByLabel('免打扰开始').blur();
  await expect(page.getByText('已保存').first()).toBeVisible();
  await page.reload();
  await expect(email).toBeChecked();
  await expect(page.getByLabel('免打扰开始')).toHaveValue('22:30');
});
