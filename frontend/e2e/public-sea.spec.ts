import { type APIRequestContext, expect, test } from '@playwright/test';
import { type Company, makeCompany, signIn } from './company';

const NAME = '海潮电器有限公司';

/** Who let a customer go may take it back at once. */
async function thaw(request: APIRequestContext, { token }: Company) {
  const headers = { Authorization: `Bearer ${token}`, 'If-Match': '*' };
  const pools = (await (await request.get('/api/v1/customer-pools', { headers })).json()) as {
    items: { id: string }[];
  };
  const path = `/api/v1/customer-pools/${pools.items[0]?.id}`;
  expect((await request.patch(path, { data: { prev_owner_freeze_days: 0 }, headers })).ok()).toBe(true);
}

test('a customer is released into the public sea, seen there with who and why, and claimed again', async ({
  page,
  request,
}) => {
  const company = await makeCompany(request);
  await thaw(request, company);
  const { id } = await company.post('/customers', { name: NAME, phone: '13812345678' });
  await signIn(page, company, `/customers/${id}`);
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '放入公海' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('放入公海的原因').click();
  await page.getByTitle('无需求').click();
  await dialog.getByRole('button', { name: '放入公海' }).click();
  await expect(page.getByText('放入公海成功')).toBeVisible();
  await expect(page.getByText(/在“.+”中等待领取/)).toBeVisible();
  await expect(page.getByText('原因：无需求')).toBeVisible();

  await page.goto('/customers/sea');
  // What is left to me, and how long I keep it, is known before the click.
  await expect(page.getByText(/今天可在“.+”领取/)).toContainText(/10 条（上限 10）/);
  await expect(page.getByText(NAME)).toBeVisible();
  await page.getByRole('button', { name: `领取${NAME}` }).click();
  await expect(page.getByText('领取成功')).toBeVisible();
  await expect(page.getByText(NAME)).toBeHidden();
  await page.goto('/customers/mine');
  await expect(page.getByText(NAME)).toBeVisible();
});

// The same drawer.
test('a region is chosen by name, level by level, and filtered by province', { tag: '@desk' }, async ({
  page,
  request,
}) => {
  const company = await makeCompany(request);
  await company.post('/customers', { name: NAME, region: '310115' });
  await signIn(page, company, '/customers?create=true');
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('名称', { exact: true }).fill('云帆服饰有限公司');
  await drawer.getByLabel('地区').click();
  await page.getByRole('menuitemcheckbox', { name: '广东省' }).click();
  await page.getByRole('menuitemcheckbox', { name: '深圳市' }).click();
  await drawer.getByLabel('地址', { exact: true }).click();
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('广东省 / 深圳市').first()).toBeVisible();
  const filter = encodeURIComponent(JSON.stringify({ field: 'region', op: 'in', value: ['310000', '310115'] }));
  await page.goto(`/customers?filter=${filter}`);
  await expect(page.getByText(NAME)).toBeVisible();
  await expect(page.getByRole('toolbar', { name: '筛选' })).toContainText('地区 是 上海市');
  await expect(page.getByText('云帆服饰有限公司')).toBeHidden();
});
