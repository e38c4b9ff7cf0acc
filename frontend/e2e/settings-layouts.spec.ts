import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { makeCompany, signIn } from './company';

function namesIn(section: Locator) {
  return section.locator('.gx-placed-name').allTextContents();
}

/** On the phone the form is shown instead of what is edited. */
async function look(page: Page, at: '编辑' | '预览') {
  const side = page.locator('.gx-layout-side').getByText(at);
  if (await side.isVisible()) await side.click();
}

test('a layout is put together by keys, by menu and by mouse, tried, and obeyed', async ({ page, request }) => {
  const company = await makeCompany(request);
  await company.post('/custom-fields', { resource: 'leads', key: 'c_vip', type: 'boolean', label: '重点保障' });
  await signIn(page, company, '/settings/layouts');
  await expect(page.getByText('还没有布局')).toBeVisible();
  await page.getByRole('button', { name: '新建布局' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByLabel('名称', { exact: true }).fill('销售用');
  const reach = form.getByRole('region', { name: '联系方式' });
  const added = form.getByRole('region', { name: '补充信息' });
  await expect.poll(() => namesIn(added)).toEqual(['重点保障']);

  // By keys, and the focus goes along.
  await reach.getByRole('button', { name: '移动 联系人' }).focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(async () => (await namesIn(reach)).slice(0, 2)).toEqual(['联系人', '公司名称']);
  await expect(reach.getByRole('button', { name: '移动 联系人' })).toBeFocused();
  // By menu.
  await reach.getByRole('button', { name: '移动 微信' }).click();
  await page.getByRole('menuitem', { name: '移到“补充信息”' }).click();
  await expect.poll(() => namesIn(added)).toEqual(['重点保障', '微信']);
  // What is said of a field.
  await added.getByRole('button', { name: '微信 的设置' }).click();
  await added.getByRole('switch', { name: '微信 必填' }).click();
  await look(page, '预览');
  const preview = form.getByRole('region', { name: '预览' });
  await expect(preview.locator('.ant-form-item-required', { hasText: '微信' })).toBeVisible();
  await look(page, '编辑');
  expect((await new AxeBuilder({ page }).include('.ant-drawer-content-wrapper').analyze()).violations).toEqual([]);
  await form.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已新建布局“销售用”')).toBeVisible();
  await expect(page.getByText(/所有角色 · 所有记录 · 4 个分组/)).toBeVisible();
  await expect(form).toHaveCount(0);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.goto('/leads?create=true');
  const create = page.getByRole('dialog', { name: '新建线索' });
  await expect(create.getByRole('group').first()).toBeVisible();
  await expect(create.locator('.ant-form-item-label').first()).toHaveText('联系人');
  await create.getByLabel('公司名称').fill('云帆');
  await create.getByLabel('电话').fill('0571-88886666');
  await create.getByRole('button', { name: '保存' }).click();
  await expect(
    create.locator('.ant-form-item', { hasText: '微信' }).locator('.ant-form-item-explain-error'),
  ).toBeVisible();
});

test('fields are dragged from one section into another @desk', async ({ page, request }) => {
  await signIn(page, await makeCompany(request), '/settings/layouts?of=contacts&edit=new');
  const form = page.getByRole('dialog');
  const who = form.getByRole('region', { name: '联系方式' });
  const person = form.getByRole('region', { name: '个人信息' });
  const field = (of: Locator, name: string) => of.getByRole('listitem').filter({ hasText: name }).first();
  await field(who, '邮箱').dragTo(field(person, '职务'));
  await expect.poll(async () => (await namesIn(person)).slice(0, 3)).toEqual(['客户', '邮箱', '职务']);
  await expect.poll(() => namesIn(who)).not.toContain('邮箱');
});
