import { expect, test } from '@playwright/test';
import { makeCompany, PASSWORD, signIn } from './company';

const FIRST = 'First-sign-in-1';

test('a report is written and handed in, its reader reviews and comments it', async ({ page, request, browser }) => {
  const company = await makeCompany(request);
  const read = (path: string) =>
    request.get(`/api/v1${path}`, { headers: { Authorization: `Bearer ${company.token}` } }).then((it) => it.json());
  const { user } = await read('/auth/me');
  const roles = await read('/roles?limit=100');
  const role = roles.items.find((it: { code: string }) => it.code === 'account_manager');
  const departments = await read('/departments');
  await company.post('/users', {
    login: 'lilei',
    name: '李雷',
    password: FIRST,
    department_id: departments.items[0].id,
    role_ids: [role.id],
    superior_id: user.id,
  });
  const login = { tenant: company.tenant, login: 'lilei', password: FIRST, token_in_body: true };
  const signedIn = await (await request.post('/api/v1/auth/login', { data: login })).json();
  const changed = await request.post('/api/v1/auth/password', {
    data: { current: FIRST, new: PASSWORD },
    headers: { Authorization: `Bearer ${signedIn.access_token}` },
  });
  expect(changed.ok()).toBe(true);

  await signIn(page, company, '/work-reports', 'lilei');
  await page.getByRole('button', { name: '写报告' }).first().click();
  const drawer = page.getByRole('dialog', { name: '写报告' });
  await expect(drawer.getByText('跟进次数')).toBeVisible();
  await drawer.getByLabel('已完成工作').fill('走访三家客户');
  await drawer.getByLabel('下期计划').fill('给两家报价');
  await drawer.getByRole('button', { name: '提交' }).click();
  await expect(page.getByText('已提交').first()).toBeVisible();

  const other = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await signIn(other, company, '/work-reports');
  await other.getByRole('link', { name: /^\d{4}-\d{2}-\d{2}/ }).click();
  await expect(other.getByText('走访三家客户')).toBeVisible();
  // Who reads it stands by name.
  await expect(other.getByText('王小明').last()).toBeVisible();
  await other.getByRole('button', { name: /点评$/ }).click();
  const ask = other.getByRole('dialog');
  await ask.getByRole('radio').nth(3).click();
  await ask.getByRole('textbox').fill('报价前先对一下折扣');
  await ask.getByRole('button', { name: '点评' }).click();
  await expect(other.getByRole('region', { name: '点评' })).toContainText('报价前先对一下折扣');
  await other.getByLabel('写评论').fill('辛苦了');
  await other.getByRole('button', { name: '发表' }).click();
  await expect(other.getByRole('region', { name: '评论' }).getByRole('listitem')).toContainText('辛苦了');

  await page.getByRole('link', { name: /^\d{4}-\d{2}-\d{2}/ }).click();
  await expect(page.getByRole('region', { name: '点评' })).toContainText('报价前先对一下折扣');
  await expect(page.getByRole('region', { name: '评论' })).toContainText('辛苦了');
});
