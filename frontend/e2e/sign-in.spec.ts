import { expect, test } from '@playwright/test';
import { makeCompany, PASSWORD, signIn, signInByForm } from './company';

test('a company registers itself and looks around', async ({ page }) => {
  const tenant = `new-${Date.now().toString(36)}`;
  await page.goto('/sign-up');
  await page.getByLabel('企业名称').fill('云帆商贸');
  await page.getByLabel('企业代码').fill(tenant);
  await page.getByLabel('您的姓名').fill('王小明');
  await page.getByLabel('用户名').fill('admin');
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '注册企业' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('王小明');
});

test('whoever signs in comes to the page he asked for, and stays signed in', async ({ page, request }) => {
  const company = await makeCompany(request);
  await signInByForm(page, company, '/leads?q=abc');
  await expect(page).toHaveURL(/\/leads\?q=abc/);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: /线索/ })).toBeVisible();
});

test('a wrong password is said on the page', async ({ page, request }) => {
  const { tenant } = await makeCompany(request);
  await page.goto('/login');
  await page.getByLabel('企业代码').fill(tenant);
  await page.getByLabel('用户名').fill('admin');
  await page.getByLabel('密码').fill('not this one');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page).toHaveURL(/\/login/);
});

test('language and look change at once and stay', async ({ page, request }) => {
  await signIn(page, await makeCompany(request));
  const account = page.getByRole('button', { name: /账户|Account/ });
  await account.click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await expect(account).toHaveAccessibleName(/Account of/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await account.click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('an address that leads nowhere says so', async ({ page }) => {
  await page.goto('/nowhere');
  await expect(page.getByRole('heading', { name: '没有这个页面' })).toBeVisible();
});
