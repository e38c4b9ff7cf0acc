import { expect, test } from '@playwright/test';
import { makeCompany, makeLeads, signIn } from './company';

test('a form with changes asks once before it is left, and a reload keeps what was typed', async ({
  page,
  request,
}) => {
  await signIn(page, await makeCompany(request), '/leads');
  await page.getByRole('button', { name: '新建' }).first().click();
  const drawer = page.getByRole('dialog').filter({ has: page.getByLabel('公司名称') });
  await drawer.getByLabel('公司名称').fill('海潮电器');
  await drawer.getByLabel('需求').fill('三百台空调，分两批，月底前到货');
  // By the browser's own button: asked, stayed, nothing lost.
  await page.goBack();
  const question = page.getByRole('dialog').filter({ hasText: '放弃已填写的内容？' });
  await question.getByRole('button', { name: '继续填写' }).click();
  await expect(drawer.getByLabel('公司名称')).toHaveValue('海潮电器');

  await expect.poll(() => page.evaluate(() => Object.values(sessionStorage).join())).toContain('三百台空调');
  page.once('dialog', (leaving) => void leaving.accept());
  await page.reload();
  await expect(drawer.getByLabel('需求')).toHaveValue('三百台空调，分两批，月底前到货');
  await expect(drawer.getByText('已恢复上次没有保存的内容')).toBeVisible();
  await drawer.getByLabel('公司名称').fill('海潮电器有限公司');
  await drawer.getByRole('button', { name: '取消' }).click();
  await question.getByRole('button', { name: '放弃' }).click();
  await expect(drawer).toBeHidden();
  await expect(page).toHaveURL(/\/leads$/);
});

test('an address shows the same screen to whoever opens it', async ({ page, request, browser }) => {
  const company = await makeCompany(request);
  await makeLeads(company, 3);
  const filter = encodeURIComponent(JSON.stringify({ field: 'company_name', op: 'contains', value: '公司2' }));
  await signIn(page, company, `/leads?filter=${filter}&sort=company_name`);
  await expect(page.getByRole('link', { name: '测试公司2' })).toBeVisible();
  await expect(page.getByRole('link', { name: '测试公司1' })).toBeHidden();
  await page.getByRole('link', { name: '测试公司2' }).click();
  await page.getByRole('tab').nth(1).click();
  const address = new URL(page.url());
  const tab = await page.getByRole('tab', { selected: true }).textContent();

  const elsewhere = await (await browser.newContext({ locale: 'zh-CN', baseURL: address.origin })).newPage();
  await signIn(elsewhere, company, address.pathname + address.search);
  await expect(elsewhere.getByRole('tab', { selected: true })).toHaveText(tab ?? '');

  for (const [open, field] of [
    ['/users?create=true', '登录名'],
    ['/departments?edit=new', '名称'],
    ['/settings/lead-pools?edit=new', '名称'],
  ] as const) {
    await elsewhere.goto(open);
    await expect(elsewhere.getByRole('dialog').getByLabel(field)).toBeVisible();
  }
});
