import { expect, test } from '@playwright/test';
import { makeCompany, makeLeads, PASSWORD, signIn } from './company';

test('nothing yet, nothing matches, not allowed and failed are four different things', async ({ page, request }) => {
  const company = await makeCompany(request);
  const all = async (path: string) => {
    const answer = await request.get(`/api/v1${path}`, { headers: { Authorization: `Bearer ${company.token}` } });
    return ((await answer.json()) as { items: { id: string; code: string }[] }).items;
  };
  const role = (await all('/roles?limit=50')).find((it) => it.code === 'account_manager')?.id;
  const department_id = (await all('/departments'))[0]?.id;
  const person = { name: '李雷', login: 'lilei', password: 'First-sign-in-1', role_ids: [role], department_id };
  await signIn(page, company, '/leads');
  await expect(page.getByRole('main').getByRole('status')).toContainText('这里还没有线索');
  await expect(page.getByRole('main').getByRole('status').getByRole('button', { name: '新建' })).toBeVisible();
  await page.goto('/leads?q=没有的公司');
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect(page.getByRole('main').getByRole('status')).toContainText('这里还没有线索');

  await page.route('**/api/v1/customers?*', (route) => route.fulfill({ status: 500, json: { code: 'INTERNAL' } }));
  await page.goto('/customers');
  const retry = page.getByRole('main').getByRole('status').getByRole('button', { name: '重试' });
  await expect(retry).toBeVisible();
  await page.unroute('**/api/v1/customers?*');
  await retry.click();
  await expect(page.getByRole('main').getByRole('status')).toContainText('这里还没有客户');

  await company.post('/users', person);
  const first = await page.request.post('/api/v1/auth/login', {
    data: { tenant: company.tenant, login: 'lilei', password: person.password, token_in_body: true },
  });
  const { access_token } = (await first.json()) as { access_token: string };
  const changed = await page.request.post('/api/v1/auth/password', {
    data: { current: person.password, new: PASSWORD },
    headers: { Authorization: `Bearer ${access_token}` },
  });
  expect(changed.ok(), await changed.text()).toBe(true);
  await signIn(page, company, '/settings', 'lilei');
  await expect(page.getByRole('heading', { name: '没有权限' })).toBeVisible();
  await expect(page.getByText('请联系管理员开通')).toBeVisible();
});

test('while the server is away one is told, keeps what was typed and goes on', async ({ page, request, context }) => {
  const company = await makeCompany(request);
  await makeLeads(company, 2);
  await signIn(page, company, '/leads?create=true');
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('公司名称').fill('海潮电器');
  await context.setOffline(true);
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(page.locator('.gx-banner')).toBeVisible();
  await expect(drawer.getByLabel('公司名称')).toHaveValue('海潮电器');
  await context.setOffline(false);
  await drawer.getByLabel('联系人').fill('刘洋');
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '海潮电器' })).toBeVisible();
});

test('a session that has ended leads back to the same page', async ({ page, request, context }) => {
  const company = await makeCompany(request);
  await signIn(page, company, '/leads?q=abc');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await context.clearCookies();
  await page.goto('/customers?q=abc');
  await expect(page).toHaveURL(/\/login/);
  await page.getByLabel('企业代码').fill(company.tenant);
  await page.getByLabel('用户名').fill('admin');
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page).toHaveURL(/\/customers\?q=abc/);
});

// A thumb does not hover.
test('what loads has the shape of what comes; a link that is pointed at is fetched before the click', {
  tag: '@desk',
}, async ({ page, request }) => {
  const company = await makeCompany(request);
  await makeLeads(company, 1);
  let release = () => {};
  const gate = new Promise<void>((open) => {
    release = open;
  });
  await page.route('**/api/v1/leads?*', async (route) => {
    await gate;
    await route.continue();
  });
  await signIn(page, company, '/leads');
  await expect(page.getByRole('status', { name: '正在加载' })).toBeVisible();
  await expect(page.locator('.ant-spin')).toHaveCount(0);
  release();
  const link = page.getByRole('link', { name: '测试公司1' });
  await expect(link).toBeVisible();
  const fetched = page.waitForResponse(/\/api\/v1\/leads\/[0-9a-f-]{36}(\?|$)/);
  await link.hover();
  await fetched;
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: '测试公司1' })).toBeVisible();
});
