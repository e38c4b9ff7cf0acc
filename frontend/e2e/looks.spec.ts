import { expect, type Page, test } from '@playwright/test';
import { makeCompany, makeLeads, signIn } from './company';

const PAGES = [
  '/',
  '/leads',
  '/leads/pool',
  '/customers',
  '/customers/sea',
  '/contacts',
  '/customer-knowledge',
  '/follow-up-plans',
  '/visits',
  '/calendar',
  '/work-reports',
  '/notifications',
  '/notification-preferences',
  '/imports',
  '/users',
  '/departments',
  '/roles',
  '/recycle-bin',
  '/audit-logs',
  '/sessions',
  '/settings',
  '/settings/dictionaries',
  '/settings/numbering',
  '/settings/fields',
  '/settings/layouts',
  '/settings/calendars',
  '/settings/notification-rules',
  '/settings/notification-channels',
  '/settings/notification-deliveries',
  '/settings/webhooks',
  '/settings/api-keys',
  '/settings/lead-pools',
  '/settings/assignment-rules',
];

async function fits(page: Page, what: string) {
  const isWide = () => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  await expect.poll(isWide, `${what} scrolls sideways`).toBe(false);
}

test('no page scrolls sideways; on the phone, targets are large enough for a thumb', async ({
  page,
  request,
  isMobile,
}) => {
  const company = await makeCompany(request);
  await makeLeads(company, 2);
  await signIn(page, company, '/');
  for (const address of PAGES) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await fits(page, address);
    if (!isMobile) continue;
    const small = () =>
      page
        .locator(
          'nav.gx-bottom :is(a, button), main :is(.ant-btn, .ant-select, .ant-input:not(.ant-input-affix-wrapper *), .ant-picker, .gx-chip, .gx-view)',
        )
        .evaluateAll((all) =>
          all
            .filter((it) => it.getClientRects().length > 0 && it.getBoundingClientRect().height < 43.5)
            .map((it) => it.textContent),
        );
    await expect.poll(small, `${address} has targets that are too small`).toEqual([]);
  }
});

// The narrow screen is the hard one.
test('words a third longer still fit', { tag: '@phone' }, async ({ page, request }) => {
  const company = await makeCompany(request);
  const { id } = await company.post('/leads', {
    company_name: '上海云帆国际供应链管理服务有限公司',
    phone: '13800001001',
  });
  await signIn(page, company, '/');
  const addresses = [
    '/',
    '/leads',
    `/leads/${String(id)}`,
    `/leads/${String(id)}?tab=plans`,
    '/leads?create=true',
    '/customers/sea',
    '/visits?create=true',
    '/calendar',
    '/work-reports?create=true&kind=daily',
    '/settings',
  ];
  for (const address of addresses) {
    await page.goto(address);
    // Chinese words are as wide as they are long: a third more for each letter.
    await page.addStyleTag({ content: '.gx-shell *, .ant-drawer *, .ant-modal * { letter-spacing: 0.3em }' });
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await fits(page, address);
    const cut = () =>
      page.locator('.ant-btn:visible').evaluateAll((all) =>
        all
          .filter(
            (it) => it.scrollWidth > it.clientWidth + 1 || it.getBoundingClientRect().right > window.innerWidth + 1,
          )
          .filter((it) => it.closest('.gx-filters, .gx-view-tabs') === null)
          .map((it) => it.textContent),
      );
    await expect.poll(cut, `${address} cuts words off`).toEqual([]);
  }
});

test('the language changes at once, without a reload, and stays', async ({ page, request }) => {
  await signIn(page, await makeCompany(request), '/leads');
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  await page.getByRole('button', { name: '王小明 的账户' }).click();
  await page.getByText('English', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Lead');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('button', { name: 'New' }).first()).toBeVisible();
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Lead');
});

test('who wants no motion gets small windows where he looks', async ({ page, request }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page, await makeCompany(request), '/leads');
  await page.getByRole('toolbar', { name: '筛选' }).getByRole('button', { name: '下次联系时间' }).click();
  await expect(page.getByRole('button', { name: '应用' })).toBeInViewport();
  await fits(page, 'a small window');
});

test('the look follows the system until one is chosen, without a white flash', async ({ page, request }) => {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await signIn(page, await makeCompany(request), '/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  // The very first paint is dark already: nothing waits for the scripts.
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.reload();
  const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(background).not.toBe('rgb(255, 255, 255)');
});

test('days are chosen one after the other where two months do not fit', { tag: '@phone' }, async ({
  page,
  request,
}) => {
  await signIn(page, await makeCompany(request), '/audit-logs');
  await page.getByRole('button', { name: '日期' }).click();
  const calendar = page.locator('.ant-picker-dropdown:visible');
  const day = () => calendar.locator('.ant-picker-cell-today');
  await day().click();
  await expect(page).toHaveURL(/from=\d{4}/);
  await page.getByLabel('结束日期').click();
  const box = await calendar.last().boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 390, JSON.stringify(box)).toBe(true);
  await day().last().click();
  await expect(page).toHaveURL(/until=\d{4}/);
});
