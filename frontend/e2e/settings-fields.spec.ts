import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { makeCompany, signIn } from './company';

/** Long lists draw what is in sight: what is typed is in sight. */
async function choose(page: Page, field: string, option: string) {
  await page.getByRole('combobox', { name: field }).click();
  await page.keyboard.type(option);
  await page.locator('.ant-select-item-option').filter({ hasText: option }).last().click();
}

async function labels(page: Page) {
  return page.locator('.gx-field-name b').allTextContents();
}

test('a field is added, seen as it will look, put in order, retired and restored', async ({ page, request }) => {
  const company = await makeCompany(request);
  await signIn(page, company, '/settings/fields');
  await expect(page.getByText('还没有自定义线索字段')).toBeVisible();
  await page.getByRole('button', { name: '新建字段' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByLabel('字段名称').fill('年采购额');
  await choose(page, '类型', '金额');
  await form.getByLabel('字段标识').fill('yearly');
  await form.getByLabel('最大值').fill('100万');
  const preview = form.getByRole('region', { name: '预览' });
  await expect(preview.getByText('年采购额')).toBeVisible();
  await expect(preview.getByText('不大于 1000000')).toBeVisible();
  expect((await new AxeBuilder({ page }).include('.ant-drawer-content-wrapper').analyze()).violations).toEqual([]);
  await form.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已新建字段“年采购额”')).toBeVisible();

  // What the server says of a formula stands where it was typed.
  await page.getByRole('button', { name: '新建字段' }).first().click();
  await form.getByLabel('字段名称').fill('一成');
  await choose(page, '类型', '公式');
  await form.getByLabel('字段标识').fill('tenth');
  const formula = form.getByRole('textbox', { name: '公式' });
  await formula.fill('c_year * 0.1');
  await expect(form.getByText('c_year = 没有这个字段，或不能用于公式')).toBeVisible();
  await form.getByRole('button', { name: '保存' }).click();
  await expect(
    form.locator('.ant-form-item', { hasText: '公式' }).locator('.ant-form-item-explain-error'),
  ).toBeVisible();
  await formula.fill('0.1 * ');
  await form.getByRole('button', { name: '插入字段' }).click();
  await page.getByRole('menuitem', { name: '年采购额' }).click();
  await expect(formula).toHaveValue('0.1 * c_yearly');
  await expect(form.getByText('c_yearly = 年采购额')).toBeVisible();
  await form.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已新建字段“一成”')).toBeVisible();

  expect(await labels(page)).toEqual(['年采购额', '一成']);
  await page.getByRole('button', { name: '移动 一成' }).focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => labels(page)).toEqual(['一成', '年采购额']);
  await page.reload();
  await expect.poll(() => labels(page)).toEqual(['一成', '年采购额']);

  // What was said once stays.
  await page.getByRole('button', { name: '编辑 年采购额' }).click();
  await expect(form.getByLabel('字段标识')).toBeDisabled();
  await form.getByLabel('字段名称').fill('年度采购额');
  await form.getByRole('button', { name: '保存' }).click();
  await expect.poll(() => labels(page)).toEqual(['一成', '年度采购额']);

  // A formula needs it.
  await page.getByRole('button', { name: '停用 年度采购额' }).click();
  await expect.poll(() => labels(page)).toEqual(['一成', '年度采购额']);
  await page.getByRole('button', { name: '停用 一成' }).click();
  await expect.poll(() => labels(page)).toEqual(['年度采购额']);
  const retired = page.getByRole('region', { name: '已停用的字段' });
  await retired.getByRole('button', { name: '恢复' }).click();
  await expect.poll(() => labels(page)).toEqual(['一成', '年度采购额']);
  await expect(retired).toHaveCount(0);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
