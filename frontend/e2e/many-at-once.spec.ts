import { expect, test } from '@playwright/test';
import { makeCompany, makeLeads, signIn } from './company';

test('cells are pasted from a spreadsheet, copied out, and taken back', async ({ page, request, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const company = await makeCompany(request);
  await makeLeads(company, 4);
  await signIn(page, company, '/leads?sort=created_at');
  const grid = page.getByRole('grid');
  const column = async (name: string) =>
    Number(await grid.getByRole('columnheader', { name, exact: true }).getAttribute('aria-colindex'));
  const cell = async (row: number, name: string) =>
    grid.locator(`[role=row][aria-rowindex="${row + 1}"] > [aria-colindex="${await column(name)}"]`);
  await expect(await cell(1, '手机')).toBeVisible();

  await page.evaluate(() => navigator.clipboard.writeText('13900000001\r\n13900000002\r\n不是电话\r\n'));
  await (await cell(1, '手机')).click();
  await page.keyboard.press('Control+v');
  await expect(page.getByRole('dialog')).toContainText('测试公司3');
  await page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).last().click();
  await expect(await cell(1, '手机')).toHaveText('139 0000 0001');
  await expect(await cell(2, '手机')).toHaveText('139 0000 0002');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(await cell(2, '手机')).not.toHaveText('139 0000 0002');

  // From one corner to the other, with the mouse and with the keyboard.
  const [from, to] = [await cell(1, '名称'), await cell(2, '手机')];
  await from.hover();
  await page.mouse.down();
  await to.hover();
  await page.mouse.up();
  await page.keyboard.press('Control+c');
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect
    .poll(async () => (await copied()).split('\n').map((line) => line.split('\t')[0]))
    .toEqual(['测试公司1', '测试公司2']);
  await (await cell(1, '手机')).click();
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+c');
  await expect.poll(async () => (await copied()).split('\n').length).toBe(3);
});

test('all that match a search are changed and deleted, loaded or not, and come back', async ({ page, request }) => {
  const company = await makeCompany(request);
  await company.set({ 'lead.capacity': null });
  await makeLeads(company, 104);
  await company.post('/leads', { company_name: '海潮电器', contact_name: '刘洋', phone: '13700000000' });
  await signIn(page, company, '/leads?q=测试公司');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('104 条');
  await page.getByRole('checkbox', { name: '选择已加载的全部' }).click();
  const bar = page.getByRole('toolbar', { name: '批量操作' });
  await bar.getByRole('button', { name: '选择全部 104 条' }).click();
  await bar.getByRole('button', { name: '批量修改' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('要修改的字段').click();
  await dialog.getByLabel('要修改的字段').fill('级别');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('级别').click();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('批量修改成功 104 条')).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByText('批量修改成功 104 条')).toBeHidden();

  await page.getByRole('checkbox', { name: '选择已加载的全部' }).click();
  await bar.getByRole('button', { name: '选择全部 104 条' }).click();
  await bar.getByRole('button', { name: '删除' }).click();
  await expect(page.getByText('已删除 104 条')).toBeVisible();
  await page.goto('/leads');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1 条');
  await expect(page.getByRole('link', { name: '海潮电器' })).toBeVisible();
});
