import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { makeCompany, makeLeads, signIn } from './company';

const PAGES = [
  '/',
  '/leads/pool',
  '/customers/sea',
  '/imports',
  '/users',
  '/departments',
  '/recycle-bin',
  '/audit-logs',
  '/sessions',
  '/settings?area=lead',
  '/settings/dictionaries',
  '/settings/numbering',
  '/settings/api-keys',
  '/settings/lead-pools',
];

async function check(page: Page, what: string) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter((it) => it.impact === 'serious' || it.impact === 'critical');
  return serious.map((it) => `${what}: ${it.id} ${it.nodes[0]?.html}`);
}

for (const size of ['desk', 'phone'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`nothing serious stands in anybody's way, ${size}, ${colorScheme}`, async ({ page, request }) => {
      if (size === 'phone') await page.setViewportSize({ width: 390, height: 844 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const company = await makeCompany(request);
      await makeLeads(company, 3);
      const found: string[] = [];
      await page.goto('/login');
      await expect(page.getByRole('button', { name: '登录' })).toBeVisible();
      found.push(...(await check(page, 'login')));
      await signIn(page, company, '/leads');
      const record = page.getByRole('link', { name: '测试公司1' });
      await expect(record).toBeVisible();
      found.push(...(await check(page, 'list')));
      await record.click();
      await expect(page.getByRole('tab').first()).toBeVisible();
      found.push(...(await check(page, 'record')));
      await page.goto('/leads?create=true');
      await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeVisible();
      found.push(...(await check(page, 'form')));
      for (const address of PAGES) {
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
        await page.waitForLoadState('load');
        await expect(page.locator('.ant-skeleton')).toHaveCount(0);
        found.push(...(await check(page, address)));
      }
      expect(found).toEqual([]);
    });
  }
}

test('the focus comes back to where a dialog was opened', async ({ page, request }) => {
  await signIn(page, await makeCompany(request), '/leads');
  const help = page.getByRole('button', { name: '键盘快捷键' });
  await help.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toBeFocused();
});
