import { expect, test } from '@playwright/test';
import { makeCompany, signIn } from './company';

const NAME = '海潮电器有限公司';

test('a field is edited where it is read, shown at once and taken back', async ({ page, request }) => {
  const company = await makeCompany(request);
  const { id } = await company.post('/customers', { name: NAME, credit_limit: '1250000.5' });
  await signIn(page, company, `/customers/${id}`);
  await page.getByRole('button', { name: '编辑简称' }).click();
  await page.locator('.gx-inline input').fill('海潮');
  await page.keyboard.press('Enter');
  await expect(page.getByText('已保存')).toBeVisible();
  const panel = page.getByRole('region', { name: '基本信息' });
  await expect(panel).toContainText('海潮');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByRole('button', { name: '撤销' })).toBeHidden();
  await expect(panel.getByText('海潮', { exact: true })).toBeHidden();
});

test('who is second to edit sees both values and loses nothing', async ({ page, request }) => {
  const company = await makeCompany(request);
  const { id } = await company.post('/customers', { name: NAME, remark: '一' });
  // Nobody tells this page that the record has moved on.
  await page.route('**/api/v1/events', (route) => route.fulfill({ status: 204 }));
  await signIn(page, company, `/customers/${id}`);
  await page.getByRole('button', { name: '编辑简称' }).click();
  await page.locator('.gx-inline input').fill('我写的');
  const headers = { Authorization: `Bearer ${company.token}`, 'If-Match': '*' };
  const theirs = await request.patch(`/api/v1/customers/${id}`, { data: { short_name: '别人写的' }, headers });
  expect(theirs.ok()).toBe(true);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '别人刚刚改过这条记录' });
  await expect(dialog).toContainText('我写的');
  await expect(dialog).toContainText('别人写的');
  await dialog.getByRole('button', { name: '用我的值' }).click();
  await expect(page.getByRole('region', { name: '基本信息' })).toContainText('我写的');
});

test('whoever types a name that is known is shown whose it is, and money stands as money', async ({
  page,
  request,
  isMobile,
}) => {
  const company = await makeCompany(request);
  await company.post('/customers', { name: NAME, phone: '0755-26661234', credit_limit: '1250000.5' });
  await signIn(page, company, '/customers?create=true');
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('名称', { exact: true }).fill('海潮电器');
  await drawer.getByLabel('电话', { exact: true }).fill('0755-26661234');
  await expect(drawer.getByText('可能重复')).toBeVisible();
  await expect(drawer.getByText(NAME)).toBeVisible();
  await expect(drawer.getByText(/王小明/)).toBeVisible();
  await expect(drawer.getByRole('link', { name: '打开' })).toBeVisible();
  if (isMobile) return;
  await drawer.getByRole('button', { name: '取消' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '放弃' }).click();
  await expect(page).toHaveURL(/\/customers$/);
  await page.getByRole('button', { name: '列设置' }).click();
  await page.getByRole('checkbox', { name: '信用额度', exact: true }).click();
  const cell = page.getByRole('gridcell', { name: '¥1,250,000.50' });
  await expect(cell).toHaveCSS('text-align', 'end');
});
