import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { makeCompany, signIn } from './company';

const SHEET = [
  '公司名称,联系人,手机,邮箱,级别',
  '上海云帆服饰有限公司,刘洋,13912345678,liu@yunfan.cn,A',
  '北京明华电子有限公司,王芳,１３８００００１１１１,wang@minghua.cn,B',
  '广州恒信贸易有限公司,张伟,123,不是邮箱,C',
].join('\n');

/** What a button gives to take home: a sheet, by this name. */
async function takeHome(page: Page, button: string, name: string) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  expect(file.suggestedFilename()).toBe(name);
  const bytes = await readFile(await file.path());
  // Sheets are archives.
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
}

test('a sheet of leads is uploaded, checked and imported, and its mistakes are shown at their cells', async ({
  page,
  request,
}) => {
  const company = await makeCompany(request);
  await signIn(page, company, '/imports?resource=leads');
  await takeHome(page, '下载模板', '线索-导入模板.xlsx');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '线索.csv', mimeType: 'text/csv', buffer: Buffer.from(SHEET) });
  await expect(page.getByRole('heading', { level: 1, name: '线索.csv' })).toBeVisible();
  await expect(page.getByRole('row', { name: /手机/ })).toContainText('13912345678');

  await page.getByRole('button', { name: '先检查' }).click();
  await expect(page.getByText('已检查')).toBeVisible();
  await expect(page.getByText('将新建').locator('..')).toContainText('2');
  await expect(page.getByRole('cell', { name: /不是邮箱.*不是有效的邮箱/ })).toBeVisible();

  await page.getByRole('button', { name: '开始导入' }).click();
  await expect(page.getByText('部分未成功')).toBeVisible();
  // The page may be closed: what happened is still there.
  await page.reload();
  await expect(page.getByLabel('导入结果').getByText('未成功')).toBeVisible();
  await takeHome(page, '下载结果表', '线索-导入结果.xlsx');
  await page.getByRole('link', { name: '查看线索' }).click();
  await expect(page.getByText('上海云帆服饰有限公司').first()).toBeVisible();
  await expect(page.getByText('广州恒信贸易有限公司')).toBeHidden();
});
