import { expect, type Page, test } from '@playwright/test';
import { makeCompany, makeLeads, signIn } from './company';

const DAY = 86_400_000;
const label = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  weekday: 'long',
});

/** Wednesday of this week at ten: the days around it are always in sight. */
function wednesday(): Date {
  const shanghai = new Date(Date.now() + 8 * 3_600_000);
  const monday = Math.floor(shanghai.getTime() / DAY) * DAY - ((shanghai.getUTCDay() + 6) % 7) * DAY;
  return new Date(monday + 2 * DAY + 2 * 3_600_000);
}

const on = (page: Page, day: Date) => page.getByRole('listitem', { name: label.format(day) });

test('an entry goes to another day by the mouse and by the keyboard, and comes back', async ({ page, request }) => {
  const day = wednesday();
  const next = new Date(day.getTime() + DAY);
  const company = await makeCompany(request);
  await company.post('/calendar-events', {
    title: '产品评审',
    start_at: day.toISOString(),
    end_at: new Date(day.getTime() + 3_600_000).toISOString(),
  });
  await signIn(page, company, '/calendar?view=month');
  const entry = page.getByRole('link', { name: '产品评审' });
  await expect(on(page, day)).toContainText('产品评审');
  await entry.dragTo(on(page, next));
  await expect(on(page, next)).toContainText('产品评审');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(on(page, day)).toContainText('产品评审');

  await page.getByText('周', { exact: true }).click();
  await expect(page).toHaveURL(/view=week/);
  await expect(on(page, day)).toContainText(/10:00.*产品评审/);
  await entry.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(on(page, next)).toContainText('产品评审');
  // It still has the focus, and can go on.
  await expect(entry).toBeFocused();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(on(page, day)).toContainText('产品评审');

  await on(page, day).getByRole('button').click();
  await expect(page).toHaveURL(/view=day/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(label.format(day));
  await page.getByRole('button', { name: '后一天' }).click();
  await expect(entry).toBeHidden();
  await page.getByRole('button', { name: '今天' }).click();
  await expect(page).not.toHaveURL(/date=/);
});

test('plans and contacts stand beside events, and an event is made and described', async ({ page, request }) => {
  const company = await makeCompany(request);
  await makeLeads(company, 1);
  await signIn(page, company, '/calendar?view=day');
  await page.getByRole('button', { name: '新建日程' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('标题').fill('季度复盘');
  await drawer.getByLabel('说明').fill('带上上季度的数字');
  await drawer.getByLabel('参与人').click();
  await page.locator('.ant-select-item-option').filter({ hasText: '王小明' }).click();
  await page.keyboard.press('Escape');
  await drawer.getByRole('button', { name: '保存' }).click();
  await page.getByRole('link', { name: '季度复盘' }).click();
  await expect(page.getByText('带上上季度的数字')).toBeVisible();
  // Who takes part stands by name.
  await expect(page.getByText('王小明').last()).toBeVisible();
});
