import { expect, test } from '@playwright/test';
import { makeCompany, makeLeads, signIn } from './company';

// One red point.
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

const THERE = { latitude: 31.2397, longitude: 121.49 };

// Whoever visits has his phone with him.
test('a visit is begun where one stands, flagged when that is far away, and ended with what was said', {
  tag: '@phone',
}, async ({ page, request, context }) => {
  const company = await makeCompany(request);
  const { id } = await company.post('/customers', { name: '外滩贸易有限公司', lat: '31.2397', lng: '121.4900' });
  await signIn(page, company, `/customers/${String(id)}`);
  await page.getByRole('button', { name: '拜访签到' }).first().click();
  const drawer = page.getByRole('dialog', { name: '拜访签到' });
  await expect(drawer.getByText('外滩贸易有限公司')).toBeVisible();
  // Nobody is asked for his position before he asks for it himself.
  await expect(drawer.getByText(/平时不会获取/)).toBeVisible();
  await drawer.getByRole('button', { name: '签到', exact: true }).click();
  await expect(drawer.getByText('签到需要当前位置')).toBeVisible();

  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ ...THERE, latitude: 31.2497, accuracy: 20 });
  await drawer.getByRole('button', { name: '获取当前位置' }).click();
  await expect(drawer.getByText('31.249700, 121.490000（精度约 20 米）')).toBeVisible();
  await drawer.getByLabel('地点').fill('A 座 5 层');
  await drawer.locator('input[type=file]').setInputFiles({ name: '门口.png', mimeType: 'image/png', buffer: PIXEL });
  await expect(drawer.getByRole('img', { name: '照片' })).toBeVisible();
  await drawer.getByRole('button', { name: '签到', exact: true }).click();
  await expect(page.getByText('已签到，距客户 1.1 公里')).toBeVisible();

  await page.goto('/visits');
  const card = page.getByRole('article').filter({ hasText: '外滩贸易有限公司' });
  await expect(card).toContainText('位置异常');
  await expect(card).toContainText('拜访中');
  await card.getByRole('link').first().click();
  await expect(page.getByText('A 座 5 层').last()).toBeVisible();
  await expect(page.getByRole('img', { name: '照片' })).toBeVisible();
  await page.getByRole('button', { name: '签退' }).click();
  const out = page.getByRole('dialog');
  await out.getByLabel('谈了什么').fill('看了样品，下周报价');
  await out.getByText('有意向').click();
  // Whoever has allowed it once is not asked again.
  await expect(out.getByText(/精度约 20 米/)).toBeVisible();
  await out.getByRole('button', { name: '签退' }).click();
  await expect(page.getByText('已结束')).toBeVisible();

  await page.goto(`/customers/${String(id)}`);
  await expect(page.getByText('看了样品，下周报价')).toBeVisible();
});

test('what is planned with somebody is made, done and called off where one reads about him', async ({
  page,
  request,
}) => {
  const company = await makeCompany(request);
  await makeLeads(company, 1);
  await signIn(page, company, '/leads');
  await page.getByRole('link', { name: '测试公司1' }).click();
  await page.getByRole('tab', { name: '计划' }).click();
  const plans = page.getByRole('region', { name: '跟进计划' });
  for (const what of ['发送报价', '寄样品']) {
    await plans.getByRole('button', { name: '新建跟进计划' }).click();
    const drawer = page.getByRole('dialog', { name: '新建跟进计划' });
    await expect(drawer.getByText('测试公司1')).toBeVisible();
    await drawer.getByLabel('要做什么').fill(what);
    await drawer.getByRole('button', { name: '保存' }).click();
    await expect(plans.getByRole('link', { name: what })).toBeVisible();
  }
  await plans.getByRole('button', { name: '完成：发送报价' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '保存跟进' }).click();
  await expect(plans.getByRole('link', { name: '发送报价' })).toBeHidden();

  await plans.getByRole('button', { name: /更多操作.*寄样品/ }).click();
  await page.getByRole('menuitem', { name: '取消计划' }).click();
  const ask = page.getByRole('dialog');
  await ask.getByLabel('取消原因').fill('对方自取');
  await ask.getByRole('button', { name: '取消计划' }).click();
  await expect(plans.getByText('暂无')).toBeVisible();
});
