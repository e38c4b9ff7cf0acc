import { expect, test } from '@playwright/test';
import { makeCompany, signIn } from './company';

test('an administrator makes a department, a person and a role', async ({ page, request }) => {
  const company = await makeCompany(request);
  await signIn(page, company, '/departments');
  await page.getByRole('button', { name: '新建部门' }).click();
  await page.getByRole('dialog').getByLabel('名称').fill('销售一组');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('销售一组', { exact: true })).toBeVisible();

  await page.goto('/roles');
  await page.getByRole('link', { name: '客户经理' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '客户经理' })).toBeVisible();
  await expect(page.getByRole('group', { name: '线索', exact: true })).toContainText('领取');
  await page.getByRole('tab', { name: '字段权限' }).click();
  await expect(page.getByRole('row', { name: /^手机/ })).toBeVisible();

  await page.goto('/users');
  await page.getByRole('button', { name: '新建用户' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('姓名').fill('李雷');
  await form.getByLabel('登录名').fill('lilei');
  await form.getByLabel('初始密码').fill('First-sign-in-1');
  await form.getByLabel('部门').click();
  await page.getByTitle('销售一组').click();
  await form.getByLabel('角色').click();
  await page.getByTitle('客户经理').click();
  await page.keyboard.press('Escape');
  await form.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('李雷').first()).toBeVisible();
});

test('what was deleted comes back from the recycle bin', async ({ page, request }) => {
  const company = await makeCompany(request);
  const customer = await company.post('/customers', { name: '上海云帆服饰有限公司' });
  await request.delete(`/api/v1/customers/${customer.id}`, {
    headers: { Authorization: `Bearer ${company.token}`, 'If-Match': '*' },
  });
  await signIn(page, company, '/recycle-bin');
  await expect(page.getByText('上海云帆服饰有限公司')).toBeVisible();
  await page.getByRole('button', { name: '恢复' }).click();
  await expect(page.getByText('已恢复 上海云帆服饰有限公司')).toBeVisible();
  await page.goto('/customers');
  await expect(page.getByRole('link', { name: '上海云帆服饰有限公司' })).toBeVisible();
});
