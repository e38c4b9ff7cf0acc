import { expect, test } from '@playwright/test';
import { makeCompany, makeLeads, signIn } from './company';

test('the list is walked, chosen from and edited by keyboard', async ({ page, request }) => {
  const company = await makeCompany(request);
  await makeLeads(company, 5);
  await signIn(page, company, '/leads');
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('link', { name: '测试公司5' })).toBeVisible();
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('已选 2 条')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: '键盘快捷键' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('c');
  await expect(page).toHaveURL(/create=true/);
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('the palette finds pages and runs them, and gives the focus back', async ({ page, request }) => {
  await signIn(page, await makeCompany(request), '/leads');
  await expect(page.getByRole('heading', { level: 1, name: /线索/ })).toBeVisible();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('combobox', { name: /命令|搜索/ });
  await palette.fill('公司之外没有的词');
  await expect(page.getByText('没有找到')).toBeVisible();
  await palette.fill('今日');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/$/);
});

test('back from a record the list is where it was, and records follow each other', async ({ page, request }) => {
  const company = await makeCompany(request);
  await makeLeads(company, 40);
  await signIn(page, company, '/leads?sort=created_at');
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('link', { name: '测试公司1', exact: true })).toBeVisible();
  await grid.evaluate((it) => it.scrollTo(0, 500));
  const link = grid.getByRole('link', { name: '测试公司20', exact: true });
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: '测试公司20' })).toBeVisible();
  await page.keyboard.press('Control+ArrowDown');
  await expect(page.getByRole('heading', { level: 1, name: '测试公司21' })).toBeVisible();
  await page.goBack();
  await expect(link).toBeVisible();
  expect(await grid.evaluate((it) => it.scrollTop)).toBe(500);
});

test('from a lead to a customer without a mouse', async ({ page, request }) => {
  const company = await makeCompany(request);
  await makeLeads(company, 1);
  await signIn(page, company, '/leads');
  await expect(page.getByRole('link', { name: '测试公司1' })).toBeVisible();
  await page.keyboard.press('c');
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByLabel('公司名称')).toBeFocused();
  // None of the single keys means anything while one types.
  await page.keyboard.type('xo/?c海潮电器');
  await expect(drawer.getByLabel('公司名称')).toHaveValue('xo/?c海潮电器');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('海潮电器');
  await page.keyboard.press('Tab');
  await page.keyboard.type('刘洋');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: '海潮电器' })).toBeVisible();

  const palette = page.getByRole('combobox', { name: /命令|搜索/ });
  await page.keyboard.press('Control+k');
  await palette.fill('转客户');
  await expect(page.getByRole('option', { name: '转客户' })).toBeVisible();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('名称').first()).toHaveValue('海潮电器');
  await dialog.getByLabel('名称').first().focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('转客户成功')).toBeVisible();

  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  await palette.fill('hcdq');
  const found = page.getByRole('option', { name: /海潮电器.*客户/ });
  await expect(found).toBeVisible();
  while ((await found.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/customers\//);
  await expect(page.getByRole('heading', { level: 1, name: '海潮电器' })).toBeVisible();
});
