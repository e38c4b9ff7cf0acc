import { expect, test } from '@playwright/test';
import { makeCompany, makeLeads, signIn } from './company';

test.skip(({ isMobile }) => isMobile, 'a phone has no keyboard');

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
  await palette.fill('首页');
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
