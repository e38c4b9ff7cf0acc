import { expect, test } from '@playwright/test';
import { makeCompany, signIn } from './company';

test('holidays of a year are seen, added, changed and taken away', async ({ page, request }) => {
  await signIn(page, await makeCompany(request), '/settings/calendars?year=2026');
  const year = page.getByRole('group', { name: '全年日期' });
  const special = page.getByRole('region', { name: '2026 年节假日与调休' });
  await expect(special.getByRole('listitem').filter({ hasText: '2月15日 – 2月23日' })).toContainText('9 天');
  await expect(year.getByRole('button', { name: '2月14日星期六，春节', exact: true })).toBeVisible();
  await expect(page.getByText('共 248 个工作日')).toBeVisible();

  // From day to day by keyboard; Enter opens one.
  await year.getByRole('button', { name: '8月10日星期一，工作日', exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(year.getByRole('button', { name: '8月17日星期一，工作日', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('最后一天').fill('2026-08-19');
  await dialog.getByLabel('最后一天').press('Enter');
  await dialog.getByLabel('名称').fill('公司旅游');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog).toBeHidden();
  const trip = special.getByRole('listitem').filter({ hasText: '公司旅游' });
  await expect(trip).toContainText('8月17日 – 8月19日 · 3 天');
  await expect(page.getByText('共 245 个工作日')).toBeVisible();

  await trip.getByRole('button', { name: /^编辑/ }).click();
  await dialog.getByLabel('调休上班').check();
  await dialog.getByLabel('这几天的工作时间不同').check();
  await dialog.getByRole('button', { name: /^删除 .*13:30/ }).click();
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(trip).toContainText('09:00–12:00');
  await trip.getByRole('button', { name: /^删除/ }).click();
  await expect(trip).toBeHidden();
  await expect(page.getByText('共 248 个工作日')).toBeVisible();
});

test('a year nobody has entered is warned of, and comes out of a file', async ({ page, request }) => {
  const year = new Date().getFullYear() + 1;
  await signIn(page, await makeCompany(request), `/settings/calendars?year=${year}`);
  const warning = page.getByRole('alert').filter({ hasText: `${year} 年的节假日还没有录入` });
  await warning.getByRole('button', { name: '导入节假日' }).click();
  const days = { days: [{ name: '元旦', date: `${year}-01-01`, isOffDay: true }] };
  const file = { name: 'days.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(days)) };
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText('已导入节假日')).toBeVisible();
  await expect(warning).toBeHidden();
  await expect(page.getByRole('listitem').filter({ hasText: '元旦' })).toContainText('1月1日 · 1 天');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(warning).toBeVisible();
  await page.getByRole('button', { name: '导入节假日' }).first().click();
  await page.getByRole('button', { name: /使用内置/ }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('another calendar has hours of its own and becomes the default', async ({ page, request }) => {
  await signIn(page, await makeCompany(request), '/settings/calendars');
  await page.getByRole('button', { name: '新建日历' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('名称').fill('门店');
  await drawer.getByRole('switch', { name: '周六上班' }).click();
  await drawer.getByLabel('周六 结束').last().fill('12:00');
  await drawer.getByRole('button', { name: '保存' }).click();
  // A shop that closes before it opens is refused beside the week.
  await expect(drawer.getByText('每段的结束要晚于开始')).toBeVisible();
  await drawer.getByLabel('周六 结束').last().fill('21:00');
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(drawer).toBeHidden();
  await expect(page.getByText('周六 09:00–12:00、13:30–21:00')).toBeVisible();
  await page.getByRole('button', { name: '设为默认' }).click();
  await expect(page.getByRole('link', { name: '门店 默认' })).toBeVisible();
  await page.getByRole('link', { name: '工作日历', exact: true }).and(page.locator('.gx-calendars a')).click();
  await page.getByRole('button', { name: '删除“工作日历”' }).click();
  await expect(page.getByRole('button', { name: '设为默认' })).toBeHidden();
  await expect(page.getByText('未指定日历的地方都用默认日历')).toBeVisible();
});
