import { expect, type Page, test } from '@playwright/test';
import { type Company, makeCompany, signIn } from './company';

async function addField(company: Company, field: Record<string, unknown>) {
  await company.post('/custom-fields', { resource: 'leads', ...field });
}

async function addWords(company: Company) {
  const items = [
    { code: 'box', zh: '纸箱', en: 'Box', color: 'blue' },
    { code: 'bag', zh: '编织袋', en: 'Bag' },
  ];
  await company.post('/dictionaries', { code: 'packaging', name: '包装', name_en: 'Packaging', items });
}

async function choose(page: Page, field: string, option: string) {
  await page.getByRole('combobox', { name: field }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: option }).last().click();
}

test('what the organisation adds is asked, shown, listed and filtered like any other field', async ({
  page,
  request,
}) => {
  const company = await makeCompany(request);
  await addWords(company);
  for (const field of [
    { key: 'c_nick', type: 'text', label: '内部代号', help: '大写字母开头', pattern: '[A-Z].*' },
    { key: 'c_yearly', type: 'money', label: '年采购额' },
    { key: 'c_share', type: 'percent', label: '我司份额', min: '0', max: '1' },
    { key: 'c_packs', type: 'multi_select', label: '可用包装', dictionary: 'packaging' },
    { key: 'c_vip', type: 'boolean', label: '重点保障', default_value: true },
    { key: 'c_docs', type: 'attachment', label: '资料' },
    { key: 'c_potential', type: 'formula', label: '潜力金额', formula: 'c_yearly * (1 - c_share)' },
    { key: 'c_file_no', type: 'auto_number', label: '档案号' },
  ]) {
    await addField(company, field);
  }
  await signIn(page, company, '/leads?create=true');
  const form = page.getByRole('dialog', { name: '新建线索' });
  await expect(form.getByRole('group', { name: '补充信息' })).toBeVisible();
  // The server fills these.
  await expect(form.getByText('潜力金额')).toHaveCount(0);
  await expect(form.getByText('档案号')).toHaveCount(0);
  await form.getByLabel('公司名称').fill('云帆包装');
  await form.getByLabel('电话').fill('0571-88886666');
  await form.getByLabel('内部代号').fill('x-1');
  await form.getByLabel('年采购额').fill('12万');
  await form.getByLabel('我司份额').fill('12.5');
  await expect(form.getByText('0% 至 100%')).toBeVisible();
  await choose(page, '可用包装', '编织袋');
  await page.keyboard.press('Escape');
  await form
    .locator('input[type=file]')
    .setInputFiles({ name: '报价单.txt', mimeType: 'text/plain', buffer: Buffer.from('¥') });
  await expect(form.getByText('报价单.txt')).toBeVisible();
  await form.getByRole('button', { name: '保存' }).click();
  // The server's rule, where it was broken.
  await expect(
    form.locator('.ant-form-item', { hasText: '内部代号' }).locator('.ant-form-item-explain-error'),
  ).toBeVisible();
  await form.getByLabel('内部代号').fill('X-1');
  await form.getByRole('button', { name: '保存' }).click();

  await expect(page.getByRole('heading', { name: '云帆包装' })).toBeVisible();
  const panel = page.getByRole('region', { name: '补充信息' });
  for (const shown of ['X-1', '¥120,000.00', '12.5%', '编织袋', '是', '105,000', '报价单.txt']) {
    await expect(panel.getByText(shown, { exact: true })).toBeVisible();
  }
  // Edited where it is read.
  await panel.getByText('12.5%').click();
  await panel.getByRole('textbox').fill('25');
  await page.keyboard.press('Enter');
  await expect(panel.getByText('90,000', { exact: true })).toBeVisible();
  const fetched = page.waitForEvent('download');
  await panel.getByRole('button', { name: '报价单.txt', exact: true }).click();
  expect((await fetched).suggestedFilename()).toBe('报价单.txt');
  await panel.getByRole('button', { name: '移除 报价单.txt' }).click();
  await expect(panel.getByText('报价单.txt')).toHaveCount(0);

  await page.goto(`/leads?filter=${encodeURIComponent('{"field":"c_share","op":"gte","value":"0.2"}')}`);
  await expect(page.getByRole('button', { name: /我司份额.*20%/ })).toBeVisible();
  await expect(page.getByRole('gridcell', { name: '选择 云帆包装' })).toBeVisible();
  await page.getByRole('button', { name: '列设置' }).click();
  await page.getByRole('checkbox', { name: '可用包装' }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('gridcell', { name: '编织袋' })).toBeVisible();
});

test('a layout says what a form asks, in which order, and when', async ({ page, request }) => {
  const company = await makeCompany(request);
  await addField(company, { key: 'c_vip', type: 'boolean', label: '重点保障' });
  await addField(company, { key: 'c_gift', type: 'text', label: '礼品' });
  const isVip = { field: 'c_vip', op: 'eq', value: true };
  await company.post('/leads', { company_name: '老线索' });
  await company.post('/layouts', {
    resource: 'leads',
    name: '线索表单',
    list_columns: ['company_name', 'c_vip'],
    sections: [
      { title: '谁', fields: [{ key: 'company_name', required: true }, { key: 'phone' }] },
      {
        title: '保障',
        fields: [
          { key: 'c_vip' },
          { key: 'c_gift', show_when: isVip, require_when: isVip },
          { key: 'level', read_only: true },
        ],
      },
    ],
  });
  await signIn(page, company, '/leads');
  await expect(page.getByRole('columnheader', { name: '重点保障' })).toBeVisible();
  await page.goto('/leads?create=true');
  const form = page.getByRole('dialog', { name: '新建线索' });
  await expect(form.locator('.ant-form-item-label')).toHaveText(['公司名称', '电话', '重点保障']);
  await expect(form.getByRole('group')).toHaveCount(2);
  await form.getByLabel('公司名称').fill('云帆');
  await choose(page, '重点保障', '是');
  await expect(form.getByLabel('礼品')).toBeVisible();
  await form.getByRole('button', { name: '保存' }).click();
  await expect(
    form.locator('.ant-form-item', { hasText: '礼品' }).locator('.ant-form-item-explain-error'),
  ).toBeVisible();
  await form.getByLabel('礼品').fill('茶');
  await form.getByRole('button', { name: '保存' }).click();

  await expect(page.getByRole('heading', { name: '云帆' })).toBeVisible();
  const panel = page.getByRole('region', { name: '保障' });
  await expect(panel.locator('dt')).toHaveText(['重点保障', '礼品', '级别']);
  await expect(panel.getByRole('button', { name: '编辑级别' })).toHaveCount(0);
  await expect(panel.getByRole('button', { name: '编辑礼品' })).toHaveCount(1);
});

test('a layout takes nothing away that a record cannot be made without', async ({ page, request }) => {
  const company = await makeCompany(request);
  const sections = [{ title: '信息', fields: [{ key: 'remark' }] }];
  for (const resource of ['customers', 'contacts']) await company.post('/layouts', { resource, name: '简', sections });
  const made = await company.post('/customers', { name: '云帆' });
  await signIn(page, company, '/customers?create=true');
  const labels = page.getByRole('dialog').locator('.ant-form-item-label');
  await expect(labels).toHaveText(['备注', '名称', /重复/]);
  // What is known already is not asked.
  await page.goto(`/customers/${made.id}?tab=contacts`);
  await page.getByRole('button', { name: '添加联系人' }).click();
  await expect(labels).toHaveText(['备注', '姓名']);
});
