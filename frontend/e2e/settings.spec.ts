import { expect, test } from '@playwright/test';
import { makeCompany, makeLeads, signIn } from './company';

test('an administrator sets a parameter, sees who did, and sets it back', async ({ page, request }) => {
  await signIn(page, await makeCompany(request), '/settings?area=lead');
  const row = page.getByRole('listitem').filter({ hasText: '线索保有量' });
  await row.getByRole('spinbutton').fill('75');
  await row.getByRole('spinbutton').press('Enter');
  await expect(row).toContainText(/默认：50.*王小明/);
  await row.getByRole('button', { name: /恢复.*默认值/ }).click();
  await expect(row.getByRole('spinbutton')).toHaveValue('50');

  await page.goto('/audit-logs?action=setting.changed');
  await expect(page.getByRole('listitem').filter({ hasText: '修改系统参数' })).toHaveCount(2);
  await expect(page.getByRole('listitem').filter({ hasText: 'lead.capacity' }).last()).toContainText('75');
  await page.getByRole('tab', { name: '数据变更' }).click();
  await expect(page).toHaveURL(/tab=changes/);
});

test('words of a dictionary are added, switched off and no longer offered', async ({ page, request }) => {
  const company = await makeCompany(request);
  await makeLeads(company, 1);
  await signIn(page, company, '/settings/dictionaries?code=industry');
  await page.getByRole('button', { name: '添加选项' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('中文名称').fill('低空经济');
  await dialog.getByLabel('编码').fill('low_altitude');
  await dialog.getByRole('button', { name: '保存' }).click();
  const word = page.getByRole('listitem').filter({ hasText: 'low_altitude' });
  await expect(word).toBeVisible();

  const offered = async () => {
    await page.goto('/leads?create=true');
    const field = page.getByRole('dialog').getByLabel('行业');
    await field.click();
    await field.fill('低空');
    return page.locator('.ant-select-dropdown:visible').getByTitle('低空经济');
  };
  await expect(await offered()).toBeVisible();
  await page.goto('/settings/dictionaries?code=industry');
  await word.getByRole('switch').click();
  await expect(word.getByRole('switch')).not.toBeChecked();
  await expect(page.getByText('已保存')).toBeVisible();
  await expect(await offered()).toBeHidden();
});

test('a number is put together from its parts', async ({ page, request }) => {
  await signIn(page, await makeCompany(request), '/settings/numbering');
  await page.getByRole('button', { name: '编辑“客户”的编号规则' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('文字').first().fill('YF');
  await expect(drawer.getByText(/^YF-\d{8}-0001$/)).toBeVisible();
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('listitem').getByText(/^YF-\d{8}-0001$/)).toBeVisible();
});

test('the secret of an API key is shown once; devices are signed out', async ({ page, request }) => {
  const company = await makeCompany(request);
  await signIn(page, company, '/settings/api-keys');
  await page.getByRole('button', { name: '新建密钥' }).first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('名称').fill('官网表单');
  await drawer.getByLabel('权限范围').click();
  await page.getByTitle('新建线索').click();
  await page.keyboard.press('Escape');
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('密钥只显示这一次')).toBeVisible();
  const secret = await page.getByRole('textbox', { name: '密钥' }).inputValue();
  const tried = await request.post('/api/v1/leads', {
    data: { company_name: '海潮电器有限公司', contact_name: '刘洋' },
    headers: { Authorization: `Bearer ${secret}` },
  });
  expect(tried.status(), await tried.text()).toBe(201);
  await page.getByRole('button', { name: '我已保存' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: '官网表单' })).toContainText('1 项权限');
  await page.getByRole('button', { name: '吊销“官网表单”' }).click();
  await page.getByRole('button', { name: '吊销', exact: true }).click();
  await expect(page.getByText('还没有接口密钥')).toBeVisible();

  await page.goto('/sessions');
  await expect(page.getByText('当前设备')).toBeVisible();
  // Signing up was a session of its own.
  await page.getByRole('button', { name: /^退出 / }).click();
  await expect(page.getByRole('button', { name: /^退出 / })).toBeHidden();
});

test('a secret that got lost on its way is not made up; the key is made once', async ({ page, request }) => {
  await signIn(page, await makeCompany(request), '/settings/api-keys?edit=new');
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('名称').fill('官网表单');
  await drawer.getByLabel('权限范围').click();
  await page.getByTitle('新建线索').click();
  await page.keyboard.press('Escape');
  // The server does it, and nobody hears.
  await page.route('**/api/v1/api-keys', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('连接不上服务器').first()).toBeVisible();
  await page.unroute('**/api/v1/api-keys');
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('密钥已在上次提交时生成，不会再次显示')).toBeVisible();
  await expect(page.getByText('请吊销这个密钥，再新建一个')).toBeVisible();
  await page.getByRole('button', { name: '关闭' }).last().click();
  await expect(page.locator('main').getByRole('listitem').filter({ hasText: '官网表单' })).toHaveCount(1);
});

test('how often some customers are spoken to is said in rules', async ({ page, request }) => {
  await signIn(page, await makeCompany(request), '/settings?area=contact');
  const row = page.getByRole('listitem').filter({ hasText: '联系间隔特殊规则' }).first();
  await row.getByRole('button', { name: '编辑“联系间隔特殊规则”' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: '添加规则' }).click();
  await drawer.getByLabel('级别').click();
  await page.getByTitle('A 级').click();
  await drawer.getByLabel('客情关系').click();
  await page.locator('.ant-select-dropdown:visible').getByText('战略', { exact: false }).first().click();
  await drawer.getByLabel('联系间隔').fill('3');
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(drawer).toBeHidden();
  await expect(row).toContainText('每 3 天联系一次');
  await page.reload();
  await expect(row).toContainText(/A 级、.*客户 · 每 3 天联系一次/);
  await row.getByRole('button', { name: /恢复.*默认值/ }).click();
  await expect(row).not.toContainText('每 3 天联系一次');
});
