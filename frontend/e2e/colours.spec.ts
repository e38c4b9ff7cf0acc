import { expect, type Page, test } from '@playwright/test';
import { makeCompany, makeLeads, signIn } from './company';

const DAY = 86_400_000;

/** What tells of a record in the list: a row on a desk, a card on the phone. */
const entry = (page: Page, isMobile: boolean, name: string) =>
  (isMobile ? page.getByRole('article') : page.getByRole('row')).filter({ hasText: name });

test('who is to be spoken to turns amber, then red, and says so in words; the legend tells what it means', async ({
  page,
  request,
  isMobile,
}) => {
  const company = await makeCompany(request);
  await makeLeads(company, 1);
  await signIn(page, company, '/leads');
  const row = entry(page, isMobile, '测试公司1');
  await row.getByRole('button', { name: isMobile ? '记跟进' : '给测试公司1记跟进' }).click();
  await page
    .getByRole('dialog')
    .getByText(/^3 天后 \d/)
    .click();
  await page.getByRole('dialog').getByRole('button', { name: '保存跟进' }).click();
  await expect(page.getByText('已记录跟进')).toBeVisible();
  await expect(row).not.toHaveAttribute('data-tone');

  const next = await page.evaluate(async () => {
    const token = await fetch('/api/v1/auth/refresh', { method: 'POST' }).then((it) => it.json());
    const leads = await fetch('/api/v1/leads', { headers: { Authorization: `Bearer ${token.access_token}` } });
    return (await leads.json()).items[0].next_contact_at as string;
  });
  const goTo = async (days: number) => {
    const now = new Date(Date.parse(next) + days * DAY);
    await company.stopClock(now.toISOString());
    await page.clock.setFixedTime(now);
    await page.reload();
  };
  await goTo(-1);
  await expect(row).toHaveAttribute('data-tone', 'soon');
  await expect(row.getByRole('img', { name: '即将到期' })).toBeVisible();
  await expect(row).toContainText('明天');
  const amber = await row.evaluate((it) => getComputedStyle(it).backgroundColor);

  await goTo(2);
  await expect(row).toHaveAttribute('data-tone', 'late');
  await expect(row.getByRole('img', { name: '已逾期' })).toBeVisible();
  await expect(row).toContainText('逾期 2 天');
  expect(await row.evaluate((it) => getComputedStyle(it).backgroundColor)).not.toBe(amber);

  const legend = page.getByText('过了下次联系时间还没有联系', { exact: false });
  const help = page.getByRole('button', { name: '颜色说明' });
  if (isMobile) await help.tap();
  else await help.hover();
  await expect(legend).toBeVisible();
  if (isMobile) return;
  await page.mouse.move(0, 0);
  await expect(legend).toBeHidden();
  await help.focus();
  await expect(legend).toBeVisible();
});
