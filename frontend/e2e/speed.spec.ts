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
  const quiet = () => expect.poll(() => coming.size === 0 && Date.now() - seen.last > 1_000).toBe(true);
  return { seen, quiet };
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
    scripts.seen.bytes = 0;
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
