import { expect, type Page, test } from '@playwright/test';
import { makeCompany, makeLeads, signIn } from './company';

const HEAVIEST = 340 * 1024;

/** What the scripts of a page weigh on the wire; `quiet` waits until no more come. */
async function scriptsOf(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const coming = new Set<string>();
  const seen = { bytes: 0, last: 0 };
  session.on('Network.requestWillBeSent', ({ requestId, type }) => type === 'Script' && coming.add(requestId));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!coming.delete(requestId)) return;
    seen.bytes += encodedDataLength;
    seen.last = Date.now();
  });
  session.on('Network.loadingFailed', ({ requestId }) => coming.delete(requestId));
  const quiet = () => expect.poll(() => coming.size === 0 && Date.now() - seen.last > 1_000).toBe(true);
  /** Leaves the page: what it was still fetching, or never says that it has, is not the next one's. */
  const leave = async () => {
    await page.goto('about:blank');
    coming.clear();
    seen.bytes = 0;
  };
  return { seen, quiet, leave };
}

/** How far the parts of a page jump, by themselves. */
async function watchShifts(page: Page) {
  await page.addInitScript(() => {
    const seen = { shift: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) seen.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift);
}

test('pages stand still, and bring no more scripts than they need', async ({ page, request }) => {
  const company = await makeCompany(request);
  await makeLeads(company, 3);
  await signIn(page, company, '/');
  const scripts = await scriptsOf(page);
  const shift = await watchShifts(page);
  for (const address of ['/leads', '/customers', '/settings', '/settings/dictionaries']) {
    await scripts.leave();
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await scripts.quiet();
    expect(await shift(), `${address} moves`).toBeLessThan(0.02);
    expect(scripts.seen.bytes, `the scripts of ${address}`).toBeLessThan(HEAVIEST);
    expect(scripts.seen.bytes).toBeGreaterThan(0);
  }
});

test('what one is about to open is there before the click', async ({ page, request }) => {
  const company = await makeCompany(request);
  await makeLeads(company, 3);
  const scripts = await scriptsOf(page);
  await signIn(page, company, '/leads');
  const toolbar = page.getByRole('toolbar', { name: '筛选' });
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('link').first()).toBeVisible();

  await toolbar.hover();
  await scripts.quiet();
  await page.route('**/assets/*.js', (route) => route.abort());

  await toolbar.getByRole('button', { name: '状态', exact: true }).click();
  await expect(page.getByRole('button', { name: '应用' })).toBeVisible();
});

test('the list follows the chosen cell, also under its fixed columns', async ({ page, request }) => {
  const company = await makeCompany(request);
  await makeLeads(company, 45);
  await signIn(page, company, '/leads');
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('link').first()).toBeVisible();
  await grid.focus();
  const active = page.locator('.gx-cell[data-active]');
  await page.keyboard.press('Control+End');
  await expect(active).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Control+Home');
  await expect(active).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('ArrowRight');
  const nameEnd = await page.locator('#gx-cell-0-0').evaluate((it) => it.getBoundingClientRect().right);
  await expect.poll(() => active.evaluate((it) => it.getBoundingClientRect().left)).toBeGreaterThanOrEqual(nameEnd - 1);
});

test('on the way from page to page nobody looks at nothing', async ({ page, request }) => {
  const company = await makeCompany(request);
  await company.post('/customers', { name: '外滩贸易有限公司' });
  await makeLeads(company, 1);
  await page.addInitScript(() => {
    const seen: string[] = [];
    const look = () => {
      const content = document.querySelector<HTMLElement>('#content');
      const isEmpty = !content?.innerText.trim() && !content?.querySelector('.ant-skeleton');
      if (isEmpty && seen.at(-1) !== location.pathname) seen.push(location.pathname);
      requestAnimationFrame(look);
    };
    Object.assign(window, { startLooking: look, emptyPages: seen });
  });
  await signIn(page, company, '/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(() => (window as unknown as { startLooking: () => void }).startLooking());
  // A click that nobody announced by pointing at the link: nothing is prepared.
  const follow = (name: string) => page.getByRole('link', { name, exact: true }).first().dispatchEvent('click');
  for (const [list, name] of [
    ['线索', '测试公司1'],
    ['客户', '外滩贸易有限公司'],
  ] as const) {
    await follow(list);
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
    await follow(name);
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    for (const tab of await page.getByRole('tab').all()) await tab.click();
  }
  await follow('日历');
  await expect(page.getByRole('button', { name: '新建日程' })).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { emptyPages: string[] }).emptyPages)).toEqual([]);
});
