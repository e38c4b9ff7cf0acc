import { expect, test } from '@playwright/test';
import { makeCompany, makeLeads, signIn } from './company';

test('a follow-up is logged in two taps, from a list and from the first page', async ({ page, request, isMobile }) => {
  const company = await makeCompany(request);
  await makeLeads(company, 2);
  await signIn(page, company);

  // The first page says what waits.
  const fresh = page.getByRole('region', { name: '新到手' });
  await expect(fresh.getByRole('listitem')).toHaveCount(2);
  await fresh.getByRole('button', { name: '给测试公司1记跟进' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '保存跟进' }).click();
  await expect(page.getByText('已记录跟进')).toBeVisible();
  await expect(fresh.getByRole('listitem')).toHaveCount(1);

  await page.goto('/leads/mine');
  const open = isMobile
    ? page.getByRole('article').filter({ hasText: '测试公司2' }).getByRole('button', { name: '记跟进' })
    : page.getByRole('button', { name: '给测试公司2记跟进' });
  await open.click();
  const dialog = page.getByRole('dialog');
  for (const preset of ['明天', '3 天后', '下周一', '1 个月后']) {
    await expect(dialog.getByText(new RegExp(`^${preset} \\d`))).toBeVisible();
  }
  await dialog.getByRole('button', { name: '保存跟进' }).click();
  await expect(page.getByText('已记录跟进')).toBeVisible();
  await expect(page.getByText('跟进中').first()).toBeVisible();
});

test('what was typed survives a broken line, and is not written twice', async ({ page, request }) => {
  const company = await makeCompany(request);
  await makeLeads(company, 1);
  await signIn(page, company);
  await page.getByRole('button', { name: '给测试公司1记跟进' }).click();
  const text = page.getByRole('dialog').getByLabel('跟进内容');
  await text.fill('想看样品');
  await page.route('**/api/v1/activities', (route) => route.abort());
  await page.getByRole('button', { name: '保存跟进' }).click();
  await expect(page.getByText(/连接不上服务器/).first()).toBeVisible();
  await expect(text).toHaveValue('想看样品');
  await page.reload();
  await page.getByRole('button', { name: '给测试公司1记跟进' }).click();
  await expect(text).toHaveValue('想看样品');
  await page.unroute('**/api/v1/activities');
  await page.getByRole('button', { name: '保存跟进' }).click();
  await expect(page.getByText('已记录跟进')).toBeVisible();
});

test('a plan is made, names whom it is about, and is carried out', async ({ page, request }) => {
  const company = await makeCompany(request);
  await makeLeads(company, 1);
  await signIn(page, company, '/follow-up-plans?create=true');
  const drawer = page.getByRole('dialog', { name: '新建跟进计划' });
  await drawer.getByText('线索', { exact: true }).click();
  await drawer.getByLabel('搜索名称、电话、拼音').click();
  await page.locator('.ant-select-item-option').filter({ hasText: '测试公司1' }).click();
  await drawer.getByLabel('要做什么').fill('发送报价');
  await drawer.getByRole('button', { name: '3 天后' }).click();
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已新建计划')).toBeVisible();
  await expect(page.getByRole('link', { name: '测试公司1' })).toBeVisible();

  await page.getByRole('button', { name: '完成：发送报价' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '保存跟进' }).click();
  await expect(page.getByText('已记录跟进')).toBeVisible();
  await expect(page.getByText('已完成').first()).toBeVisible();
});

test("what was said with a contact stands on his own page and on the customer's", async ({ page, request }) => {
  const company = await makeCompany(request);
  const customer = await company.post('/customers', { name: '外滩贸易有限公司' });
  const { id } = await company.post('/contacts', { name: '周芸', customer_id: customer.id, mobile: '13800002001' });
  await signIn(page, company, `/contacts/${id}`);
  await expect(page.getByText('还没有动态')).toBeVisible();
  await page.getByLabel('跟进内容').fill('下周二带样品过去');
  await page.getByRole('button', { name: '保存跟进' }).click();
  const talk = page.getByRole('listitem').filter({ hasText: '下周二带样品过去' });
  await expect(talk).toContainText('王小明');
  await expect(talk).toContainText('电话跟进');
  await page.getByRole('tab', { name: '字段变更' }).click();
  await expect(talk).toHaveCount(0);
  await page.goto(`/customers/${customer.id}`);
  await expect(talk).toBeVisible();
});

test('what is attached to a follow-up lies in the time-line', async ({ page, request }) => {
  const company = await makeCompany(request);
  const { id } = await company.post('/leads', { company_name: '云帆贸易', phone: '13800001001' });
  await signIn(page, company, `/leads/${String(id)}`);
  const log = page.getByRole('form', { name: '记跟进' });
  const files = log.locator('input[type=file]');
  await files.setInputFiles([
    { name: '报价单.txt', mimeType: 'text/plain', buffer: Buffer.from('每件 30 元') },
    { name: '草稿.txt', mimeType: 'text/plain', buffer: Buffer.from('不要') },
  ]);
  await log.getByRole('button', { name: '移除 草稿.txt' }).click();
  await log.getByLabel('跟进内容').fill('发了报价');
  await page.getByRole('button', { name: '保存跟进' }).click();
  await expect(page.getByText('已记录跟进')).toBeVisible();
  const fetched = page.waitForEvent('download');
  await page.getByRole('button', { name: '报价单.txt' }).click();
  expect((await fetched).suggestedFilename()).toBe('报价单.txt');
  await expect(page.getByText('草稿.txt')).toHaveCount(0);
});
