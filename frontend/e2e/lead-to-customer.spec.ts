import { expect, type Page, test } from '@playwright/test';

/** The server's own made-up company. */
const DEMO = { tenant: 'demo', login: 'rep1', password: process.env.GUANXI_DEMO_PASSWORD ?? 'Guanxi@2026' };

async function signIn(page: Page) {
  await page.goto('/login?redirect=%2Fleads%2Fpool');
  await page.getByLabel('企业代码').fill(DEMO.tenant);
  await page.getByLabel('用户名').fill(DEMO.login);
  await page.getByLabel('密码').fill(DEMO.password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page).toHaveURL(/\/leads\/pool/);
}

test('a rep finds a lead in the pool, claims it, logs a follow-up and makes it a customer', async ({ page }) => {
  await signIn(page);

  // What is left to him is known before the click.
  await expect(page.getByText(/今天可在“.+”领取/).first()).toBeVisible();
  const claim = page.getByRole('button', { name: /^领取./ }).first();
  const name = ((await claim.getAttribute('aria-label')) ?? '').replace(/^领取/, '');
  await claim.click();
  await expect(page.getByText('领取成功')).toBeVisible();
  await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0);

  await page.goto(`/leads/mine?q=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name, exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('待跟进').first()).toBeVisible();

  const log = page.getByRole('form', { name: '记跟进' });
  await log.getByText('有意向').click();
  await log.getByText(/^明天/).click();
  await log.getByRole('button', { name: '保存跟进' }).click();
  await expect(page.getByText('已记录跟进')).toBeVisible();
  await expect(page.getByText('跟进中').first()).toBeVisible();
  await expect(page.getByRole('tabpanel').getByText('有意向').nth(1)).toBeVisible();

  await page.getByRole('button', { name: '转客户' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('新建客户')).toBeVisible();
  await dialog.getByRole('button', { name: '转客户' }).click();
  await expect(page.getByText('转客户成功')).toBeVisible();
  await page.getByRole('link', { name: '打开客户' }).click();
  await expect(page).toHaveURL(/\/customers\//);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
