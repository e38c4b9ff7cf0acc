import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { makeCompany, makeLeads, signIn } from './company';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing serious stands in anybody's way, ${colorScheme}`, async ({ page, request }) => {
    await page.emulateMedia({ colorScheme });
    const company = await makeCompany(request);
    await makeLeads(company, 3);
    const check = async (what: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter((it) => it.impact === 'serious' || it.impact === 'critical');
      expect(serious.map((it) => `${what}: ${it.id} ${it.nodes[0]?.html}`)).toEqual([]);
    };
    await page.goto('/login');
    await expect(page.getByRole('button', { name: '登录' })).toBeVisible();
    await check('login');
    await signIn(page, company, '/leads');
    await expect(page.getByRole('grid').getByRole('link').first()).toBeVisible();
    await check('list');
    await page.getByRole('grid').getByRole('link').first().click();
    await expect(page.getByRole('tab').first()).toBeVisible();
    await check('record');
    await page.goto('/leads?create=true');
    await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeVisible();
    await check('form');
  });
}
