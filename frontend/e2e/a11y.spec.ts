import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { makeCompany, makeLeads, signIn } from './company';

// axe reads every element of a page: slow on a busy machine, never idle.
test.setTimeout(240_000);

const GROUPS = {
  notices: [
    '/notifications',
    '/notification-preferences',
    '/settings/notification-rules',
    '/settings/notification-rules?event=lead.assigned',
    '/settings/notification-deliveries',
    '/settings/webhooks',
  ],
  work: ['/login', '/leads', '/leads/pool', '/leads?create=true', '/customers/sea', '/customer-knowledge', '/imports'],
  days: ['/visits', '/visits?create=true', '/calendar', '/follow-up-plans', '/work-reports?create=true'],
  people: ['/users', '/departments', '/roles', '/settings/api-keys', '/audit-logs', '/sessions'],
  system: [
    '/settings?area=lead',
    '/settings/dictionaries',
    '/settings/numbering',
    '/settings/calendars',
    '/settings/lead-pools',
    '/recycle-bin',
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
        const sign = address.includes('create') ? page.getByRole('dialog').getByRole('textbox') : page.locator('h1');
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
