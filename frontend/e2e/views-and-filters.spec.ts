import { expect, test } from '@playwright/test';
import { makeCompany, makeLeads, signIn } from './company';

test('a list is filtered by chips, kept as a view, shared, made the first one and arranged', async ({
  page,
  request,
}) => {
  const company = await makeCompany(request);
  await makeLeads(company, 3);
  await signIn(page, company, '/leads');
  const bar = page.getByRole('toolbar', { name: '筛选' });
  await bar.getByRole('button', { name: '负责人' }).click();
  await page.getByTitle('我', { exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '应用' }).click();
  await expect(bar).toContainText('负责人 是 我');
  await expect(page).toHaveURL(/owner_id/);

  await page.getByRole('button', { name: '另存为视图' }).click();
  await page.getByRole('dialog').getByLabel('视图名称').fill('我负责的');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  const tabs = page.getByRole('navigation', { name: '视图' });
  await expect(tabs.getByRole('button', { name: '我负责的', exact: true })).toHaveAttribute('aria-current', 'true');
  const choose = async (what: string) => {
    await tabs.getByRole('button', { name: '“我负责的”的设置' }).click();
    await page.getByRole('menuitem', { name: what }).click();
  };
  await choose('共享给团队');
  await choose('设为默认');
  await choose('置顶');
  await tabs.getByRole('button', { name: '“我负责的”的设置' }).click();
  await expect(page.getByRole('menuitem', { name: '取消共享' })).toBeVisible();
  await page.keyboard.press('Escape');
  // The bare address shows it from now on.
  await page.goto('/leads');
  await expect(bar).toContainText('负责人 是 我');

  // An unsaved change says so and is taken back.
  await page.getByRole('columnheader', { name: '名称' }).getByRole('button').click();
  await tabs.getByRole('button', { name: '还原' }).click();
  await expect(tabs.getByRole('button', { name: '还原' })).toBeHidden();
  await bar.getByRole('button', { name: '移除 负责人' }).click();
  await expect(bar).not.toContainText('负责人 是 我');
});

test('columns are hidden, pinned and resized, and stay so', async ({ page, request }) => {
  const company = await makeCompany(request);
  await makeLeads(company, 1);
  await signIn(page, company, '/leads');
  const header = (name: string) => page.getByRole('columnheader', { name, exact: true });
  await expect(header('级别')).toBeVisible();
  await page.getByRole('button', { name: '列设置' }).click();
  await page.getByRole('checkbox', { name: '级别', exact: true }).click();
  await expect(header('级别')).toBeHidden();
  await page.keyboard.press('Escape');
  const before = (await header('状态').boundingBox())?.width ?? 0;
  const edge = header('状态').locator('.gx-resizer');
  const at = await edge.boundingBox();
  await page.mouse.move((at?.x ?? 0) + 2, (at?.y ?? 0) + 10);
  await page.mouse.down();
  await page.mouse.move((at?.x ?? 0) + 82, (at?.y ?? 0) + 10, { steps: 4 });
  await page.mouse.up();
  await page.reload();
  await expect(header('状态')).toBeVisible();
  expect((await header('状态').boundingBox())?.width).toBeGreaterThan(before + 60);
  await expect(header('级别')).toBeHidden();
});
