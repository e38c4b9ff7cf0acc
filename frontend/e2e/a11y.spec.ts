import AxeBuilder from '@axe-core/playwright';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { type Company, makeColleague, makeCompany, makeLeads, signIn } from './company';

// axe reads every element of a page: slow on a busy machine, never idle.
test.setTimeout(240_000);

const GROUPS = {
  notices: [
    '/notifications',
    '/notification-preferences',
    '/settings/notification-rules',
    '/settings/notification-rules?event=lead.assigned',
    '/settings/notification-channels',
    '/settings/notification-channels?edit=new',
    '/settings/notification-deliveries',
    '/settings/webhooks',
  ],
  work: ['/login', '/leads', '/leads/pool', '/leads?create=true', '/customers/sea', '/imports'],
  customers: ['/', '/customers', '/contacts', '/customer-knowledge', '/customer-knowledge?create=true'],
  days: ['/visits', '/visits?create=true', '/calendar', '/follow-up-plans', '/work-reports?create=true'],
  people: ['/users', '/departments', '/roles', '/settings/api-keys', '/audit-logs', '/sessions'],
  system: [
    '/settings?area=lead',
    '/settings/dictionaries',
    '/settings/numbering',
    '/settings/fields',
    '/settings/fields?edit=new',
    '/settings/layouts',
    '/settings/layouts?edit=new',
    '/settings/calendars',
    '/settings/lead-pools',
    '/recycle-bin',
  ],
  rules: [
    '/settings/customer-pools',
    '/settings/customer-pools?edit=new',
    '/settings/assignment-rules',
    '/settings/scoring-rules?edit=new',
    '/settings/capacity-rules',
    '/settings/webhooks?edit=new',
    '/settings/api-keys?edit=new',
    '/settings/calendars?edit=new',
  ],
};

async function check(page: Page, what: string) {
  // What fades has a contrast of its own at every moment.
  await page.waitForFunction(() => document.getAnimations().every((it) => it.playState !== 'running'));
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter((it) => it.impact === 'serious' || it.impact === 'critical');
  return serious.map((it) => `${what}: ${it.id} ${it.nodes[0]?.html}`);
}

// Every page in both lights and at both sizes; each light at one size is enough to find what is wrong.
for (const [size, colorScheme] of [
  ['desk', 'light'],
  ['phone', 'dark'],
] as const) {
  for (const [group, pages] of Object.entries(GROUPS)) {
    test(`nothing serious stands in anybody's way, ${group}, ${size}, ${colorScheme}`, async ({ page, request }) => {
      if (size === 'phone') await page.setViewportSize({ width: 390, height: 844 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const company = await makeCompany(request);
      await makeLeads(company, 2);
      const found: string[] = [];
      for (const address of pages) {
        if (address === '/login') await page.goto(address);
        else await signIn(page, company, address);
        const form = page.getByRole('dialog');
        const typed = form.getByRole('textbox').or(form.getByRole('spinbutton'));
        const sign = /create|edit/.test(address) ? typed : page.locator('h1');
        await expect(sign.first()).toBeVisible();
        await expect(page.locator('.ant-skeleton')).toHaveCount(0);
        found.push(...(await check(page, address)));
        if (address !== '/leads') continue;
        await page.getByRole('link', { name: '测试公司1' }).click();
        await expect(page.getByRole('tab').first()).toBeVisible();
        found.push(...(await check(page, 'record')));
      }
      expect(found).toEqual([]);
    });
  }
}

/** A customer about whom there is something on each of its tabs. */
async function makeCustomer(company: Company, request: APIRequestContext) {
  const top = await company.post('/customers', { name: '云帆集团' });
  const { id } = await company.post('/customers', { name: '云帆华东', parent_id: top.id });
  const other = await company.post('/customers', { name: '海潮电器' });
  const about = { subject: 'customer', subject_id: id };
  await company.post('/contacts', { customer_id: id, name: '刘洋', mobile: '13800001001' });
  await company.post('/follow-up-plans', {
    ...about,
    planned_at: new Date(Date.now() + 86_400_000).toISOString(),
    method: 'call',
    content: '续约',
  });
  await company.post('/visits', about);
  await company.post('/customer-knowledge', { customer_id: id, kind: 'risk', text: '付款常拖到月底' });
  await company.post('/customer-relations', { from_id: id, to_id: other.id, kind: 'supplier_of' });
  const { id: colleague } = await makeColleague(request, company, 'lifang', '李芳');
  const team = `/api/v1/customers/${String(id)}/team`;
  const headers = { Authorization: `Bearer ${company.token}` };
  const { version } = (await (await request.get(team, { headers })).json()) as { version: number };
  const put = await request.put(team, {
    headers: { ...headers, 'If-Match': `"${version}"` },
    data: { members: [{ user_id: colleague, access: 'read', role_label: '技术支持', expires_at: null }] },
  });
  expect(put.ok(), await put.text()).toBe(true);
  return `/customers/${String(id)}`;
}

for (const [size, colorScheme] of [
  ['desk', 'light'],
  ['desk', 'dark'],
  ['phone', 'light'],
] as const) {
  test(`nothing serious stands in anybody's way, a customer, ${size}, ${colorScheme}`, async ({ page, request }) => {
    if (size === 'phone') await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const company = await makeCompany(request);
    const customer = await makeCustomer(company, request);
    const found: string[] = [];
    for (const tab of ['timeline', 'plans', 'contacts', 'family', 'knowledge', 'team', 'owners']) {
      await signIn(page, company, `${customer}?tab=${tab}`);
      await expect(page.getByRole('tab', { selected: true })).toBeVisible();
      await expect(page.locator('.ant-skeleton')).toHaveCount(0);
      found.push(...(await check(page, tab)));
    }
    expect(found).toEqual([]);
  });
}

test('the focus comes back to where a dialog was opened', async ({ page, request }) => {
  await signIn(page, await makeCompany(request), '/leads');
  const help = page.getByRole('button', { name: '键盘快捷键' });
  const dialog = page.getByRole('dialog');
  await help.click();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(help).toBeFocused();

  const create = page.getByRole('button', { name: '新建', exact: true });
  await create.click();
  await expect(dialog.getByRole('textbox').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(create).toBeFocused();
});
