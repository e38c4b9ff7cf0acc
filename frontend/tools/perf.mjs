// Measures what a person feels, against a running server: `make bench-web`. Prints one table; changes nothing but a company of its own.
import { chromium } from '@playwright/test';

const base = process.env.GUANXI_WEB ?? 'http://127.0.0.1:8080';
const ROWS = Number(process.env.ROWS ?? 100_000);
const RUNS = Number(process.env.RUNS ?? 5);
const PASSWORD = 'Correct-horse-7';
const ALL = [
  '/',
  '/leads',
  '/leads/mine',
  '/leads/pool',
  '/customers',
  '/customers/sea',
  '/contacts',
  '/customer-knowledge',
  '/follow-up-plans',
  '/visits',
  '/work-reports',
  '/calendar',
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
  '/settings/calendars',
  '/settings/api-keys',
  '/settings/webhooks',
  '/settings/notification-rules',
  '/settings/notification-channels',
  '/settings/notification-deliveries',
  '/settings/lead-pools',
  '/settings/customer-pools',
  '/settings/assignment-rules',
  '/settings/capacity-rules',
  '/settings/scoring-rules',
];

const PAGES = process.env.PAGES?.split(',') ?? ALL;

const median = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];

async function post(path, body, token) {
  const headers = { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) };
  const answer = await fetch(`${base}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** A company with leads enough to fill the screen. */
async function makeCompany() {
  const tenant = `perf-${Date.now().toString(36)}`;
  const admin = {
    tenant,
    company: '云帆商贸',
    login: 'admin',
    name: '王小明',
    password: PASSWORD,
    token_in_body: true,
  };
  const { access_token: token } = await post('/auth/sign-up', admin);
  for (let at = 0; at < 45; at++) {
    await post('/leads', { company_name: `测试公司${at}`, contact_name: '刘洋', phone: `1380000${1000 + at}` }, token);
    await post('/customers', { name: `测试客户${at}`, level: 'A' }, token);
  }
  return tenant;
}

/** What the page measures about itself from its first moment on. */
const OBSERVE = () => {
  window.__perf = { shift: 0, worst: '', paint: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      window.__perf.shift += entry.value;
      window.__perf.worst ||= entry.sources?.[0]?.node?.className ?? '';
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntriesByName('first-contentful-paint')) window.__perf.paint = entry.startTime;
  }).observe({ type: 'paint', buffered: true });
};

async function scriptsOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const scripts = new Set();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  return { session, read: () => bytes };
}

const settle = (page) => page.waitForTimeout(2_500);

async function open(browser, tenant) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const body = { tenant, login: 'admin', password: PASSWORD };
  const answer = await page.request.post(`${base}/api/v1/auth/login`, { data: body });
  if (!answer.ok()) throw new Error(await answer.text());
  return { context, page };
}

/** The list answers as if it held `ROWS` leads: rows of the real page, over and over. */
async function pretendMany(page) {
  await page.route('**/api/v1/leads?*', async (route) => {
    const answer = await route.fetch();
    const body = await answer.json();
    const params = new URL(route.request().url()).searchParams;
    const offset = Number(params.get('offset') ?? 0);
    const items = Array.from({ length: 100 }, (_, at) => ({
      ...body.items[at % body.items.length],
      id: `00000000-0000-7000-8000-${String(offset + at).padStart(12, '0')}`,
    }));
    const total = params.get('count') ? { value: ROWS, capped: false } : null;
    await route.fulfill({ json: { items, next_cursor: null, total } });
  });
}

/** Main-thread time of one arrow key, the list standing and following. */
async function arrowKey(page) {
  await pretendMany(page);
  await page.goto(`${base}/leads`);
  const grid = page.getByRole('grid');
  await grid.getByRole('link').first().waitFor();
  await settle(page);
  await grid.focus();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find((it) => it.name === 'TaskDuration').value * 1_000;
  };
  const KEYS = 60;
  const before = await read();
  for (let at = 0; at < KEYS; at++) await page.keyboard.press('ArrowDown');
  return ((await read()) - before) / KEYS;
}

const tenant = await makeCompany();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const { page: first, context } = await open(browser, tenant);
await first.goto(base);
const rows = [];
for (const path of PAGES) {
  const runs = [];
  for (let run = 0; run < RUNS; run++) {
    const page = await context.newPage();
    await page.addInitScript(OBSERVE);
    const scripts = await scriptsOf(page);
    await scripts.session.send('Network.setCacheDisabled', { cacheDisabled: true });
    await page.goto(base + path);
    await settle(page);
    const { paint, shift, worst } = await page.evaluate(() => window.__perf);
    runs.push({ paint, shift, worst, bytes: scripts.read() });
    await page.close();
  }
  const kib = median(runs.map((it) => it.bytes)) / 1024;
  const shift = Math.max(...runs.map((it) => it.shift));
  rows.push([path, Math.round(median(runs.map((it) => it.paint))), shift.toFixed(3), kib.toFixed(0)]);
  if (shift >= 0.02) console.error(`${path}: moves (${runs.find((it) => it.shift === shift)?.worst})`);
}
const key = await arrowKey(first);
await context.close();
await browser.close();

console.log('| page | first text, ms | layout shift | JS, KiB |\n|---|---|---|---|');
for (const row of rows) console.log(`| ${row.join(' | ')} |`);
console.log(`\nOne arrow key in a list of ${ROWS.toLocaleString('en')} rows: ${key.toFixed(1)} ms of the main thread.`);
