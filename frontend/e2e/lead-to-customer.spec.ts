import { type APIRequestContext, expect, test } from '@playwright/test';
import { type Company, makeCompany, signIn } from './company';

const NAME = '海潮电器有限公司';

/** A lead that nobody owns, in the pool that every organisation begins with. */
async function fillPool(request: APIRequestContext, company: Company) {
  const answer = await request.get('/api/v1/lead-pools', { headers: { Authorization: `Bearer ${company.token}` } });
  const { items } = (await answer.json()) as { items: { id: string }[] };
  const pool_id = items[0]?.id;
  await company.post('/leads', { company_name: NAME, contact_name: '刘洋', mobile: '13812345678', pool_id });
}

test('a rep finds a lead in the pool, claims it, logs a follow-up and makes it a customer', async ({
  page,
  request,
}) => {
  const company = await makeCompany(request);
  await fillPool(request, company);
  await signIn(page, company, '/leads/pool');

  // What is left to him is known before the click.
  await expect(page.getByText(/今天可在“.+”领取/)).toContainText('20 条（上限 20）');
  await page.getByRole('button', { name: `领取${NAME}` }).click();
  await expect(page.getByText('领取成功')).toBeVisible();
  await expect(page.getByText(/今天可在“.+”领取/)).toContainText('19 条（上限 20）');

  await page.goto('/leads/mine');
  await page.getByRole('link', { name: NAME }).click();
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
  await expect(page.getByText('待跟进').first()).toBeVisible();

  const log = page.getByRole('form', { name: '记跟进' });
  await log.getByText('有意向').click();
  await log.getByText(/^明天/).click();
  await log.getByRole('button', { name: '保存跟进' }).click();
  await expect(page.getByText('已记录跟进')).toBeVisible();
  await expect(page.getByText('跟进中').first()).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '有意向' }).first()).toBeVisible();

  await page.getByRole('button', { name: '转客户' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('名称').first()).toHaveValue(NAME);
  await dialog.getByRole('button', { name: '转客户' }).click();
  await expect(page.getByText('转客户成功')).toBeVisible();
  await page.getByRole('link', { name: '打开客户' }).click();
  await expect(page).toHaveURL(/\/customers\//);
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
});
