import { expect, type Page, test } from '@playwright/test';
import { type Company, makeColleague, makeCompany, signIn } from './company';

async function makeGroup(company: Company) {
  const top = await company.post('/customers', { name: '云帆集团' });
  const own = await company.post('/customers', { name: '云帆华东', parent_id: top.id, role: 'distributor' });
  const below = await company.post('/customers', { name: '云帆苏州', parent_id: own.id });
  const other = await company.post('/customers', { name: '海潮电器' });
  return { top, own, below, other };
}

async function act(page: Page, name: string) {
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name }).click();
}

test('a customer stands in a tree: its parent is chosen, no circle is closed, one is added below', async ({
  page,
  request,
}) => {
  const company = await makeCompany(request);
  const { own } = await makeGroup(company);
  await signIn(page, company, `/customers/${own.id}?tab=family`);
  const tree = page.getByRole('region', { name: '上下级客户' });
  await expect(tree.getByRole('link', { name: '云帆苏州' })).toBeVisible();
  await expect(tree.getByText('分销商')).toBeVisible();
  await expect(tree.getByText('共 2 家客户')).toBeVisible();

  await tree.getByRole('button', { name: '选择上级客户' }).click();
  await tree.getByRole('combobox').fill('苏州');
  await page.getByTitle('云帆苏州').click();
  await expect(tree.getByRole('alert')).toHaveText('上下级关系不能成环');
  await tree.getByRole('button', { name: '取消' }).click();
  await expect(tree.getByRole('link', { name: '云帆集团' }).first()).toBeVisible();

  await tree.getByRole('button', { name: '添加下级' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('下级客户').fill('海潮');
  await page.getByTitle('海潮电器').click();
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog).toBeHidden();
  await expect(tree.getByRole('link', { name: '海潮电器' })).toBeVisible();
  await expect(tree.getByText('共 3 家客户')).toBeVisible();

  await act(page, '设置大客户');
  await dialog.getByRole('button', { name: '设置大客户' }).click();
  await expect(dialog).toBeHidden();
  await expect(tree.getByText('大客户')).toBeVisible();
  // A transfer says before what goes along and what does not.
  await act(page, '转移');
  await expect(dialog.getByText('不随之转移：2 家下级客户')).toBeVisible();
});

// Many are chosen in the grid.
test('before several customers change hands, what goes along is counted for all of them', { tag: '@desk' }, async ({
  page,
  request,
}) => {
  const company = await makeCompany(request);
  const { own, other } = await makeGroup(company);
  for (const [customer_id, name] of [
    [own.id, '刘洋'],
    [own.id, '赵倩'],
    [other.id, '孙悦'],
  ])
    await company.post('/contacts', { customer_id, name });
  const planned_at = '2099-03-02T02:00:00Z';
  await company.post('/follow-up-plans', {
    subject: 'customer',
    subject_id: own.id,
    planned_at,
    method: 'call',
    content: '续约',
  });
  await signIn(page, company, '/customers');
  const grid = page.getByRole('grid');
  for (const name of ['云帆集团', '云帆华东', '海潮电器'])
    await grid.getByRole('row', { name }).getByRole('checkbox').check();
  await page.getByRole('button', { name: '转移' }).click();
  const along = page.getByRole('dialog').getByRole('region', { name: '随客户转移的内容' });
  await expect(along).toContainText('3 位联系人');
  await expect(along).toContainText('1 个未完成的跟进计划');
  await expect(along).toContainText('1 家下级客户');
});

test('what a customer is to others is added and taken away', async ({ page, request }) => {
  const company = await makeCompany(request);
  const { own } = await makeGroup(company);
  await signIn(page, company, `/customers/${own.id}?tab=family`);
  const relations = page.getByRole('region', { name: '与其他客户的关系' });
  await relations.getByRole('button', { name: '添加关系' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('关系', { exact: true }).click();
  await page.getByTitle('经销商', { exact: true }).first().click();
  await dialog.getByLabel('对方客户').fill('海潮');
  await page.getByTitle('海潮电器').click();
  await dialog.getByLabel('经销区域').fill('江浙沪');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog).toBeHidden();
  const line = relations.getByRole('listitem').filter({ hasText: '是 海潮电器 的经销商' });
  await expect(line).toContainText('江浙沪');
  // The other side tells it the other way round.
  await line.getByRole('link', { name: '海潮电器' }).click();
  await page.getByRole('tab', { name: '上下级与关系' }).click();
  await expect(relations.getByText('云帆华东 是其经销商')).toBeVisible();
  await relations.getByRole('button', { name: /^删除关系/ }).click();
  await expect(relations.getByText('还没有登记关系')).toBeVisible();
});

test('what is known of a customer is written down, published to subscribers, and read by all', async ({
  page,
  request,
  isMobile,
}) => {
  const company = await makeCompany(request);
  const { own } = await makeGroup(company);
  await signIn(page, company, '/customer-knowledge');
  await page.getByRole('button', { name: '订阅' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('类型').click();
  await page.getByTitle('决策流程').click();
  await page.keyboard.press('Escape');
  await drawer.getByRole('button', { name: '订阅', exact: true }).click();
  await expect(drawer.getByRole('listitem').filter({ hasText: '决策流程' })).toBeVisible();

  await page.goto(`/customers/${own.id}?tab=knowledge`);
  await page.getByRole('button', { name: '记一条知识' }).click();
  await drawer.getByLabel('类型').click();
  await page.getByTitle('决策流程').click();
  await drawer.getByLabel('内容').fill('采购由总经理最终拍板');
  await drawer.getByLabel('全公司').check();
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(drawer).toBeHidden();
  const entry = page.getByRole('listitem').filter({ hasText: '采购由总经理最终拍板' });
  await entry.getByRole('button', { name: '发布' }).click();
  // Whoever publishes is not told of it.
  await expect(drawer.getByText('发布后，全公司都能看到这条内容。 没有人订阅')).toBeVisible();
  await drawer.getByRole('button', { name: '发布' }).click();
  await expect(entry.getByText('已发布')).toBeVisible();

  await page.goto('/customer-knowledge');
  const shown = isMobile ? page.getByRole('article') : page.getByRole('row');
  await expect(shown.filter({ hasText: '采购由总经理最终拍板' })).toContainText('云帆华东');
  await page.getByRole('link', { name: '采购由总经理最终拍板' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('采购由总经理最终拍板');
});

test('a colleague joins the team until a day, and may do more later', async ({ page, request }) => {
  const company = await makeCompany(request);
  const { own } = await makeGroup(company);
  await signIn(page, company, `/customers/${own.id}?tab=contacts`);
  await page.getByRole('button', { name: '添加联系人' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('姓名').fill('刘洋');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('link', { name: '刘洋' }).or(page.getByRole('heading', { name: '刘洋' }))).toBeVisible();
  const colleague = await makeColleague(request, company, 'li', '李芳');
  await page.goto(`/customers/${own.id}?tab=team`);
  await page.getByRole('button', { name: '添加成员' }).click();
  await dialog.getByLabel('成员').fill('李芳');
  await page.getByTitle('李芳').click();
  await dialog.getByLabel('有效期至').fill('2099-12-31');
  await dialog.getByLabel('有效期至').press('Enter');
  await dialog.getByRole('button', { name: '保存' }).click();
  const member = page.getByRole('listitem').filter({ hasText: '李芳' });
  await expect(member).toContainText('只读协作');
  await expect(member).toContainText('2099-12-31');

  await member.getByRole('button', { name: '修改李芳的权限' }).click();

  // Somebody else changes the team meanwhile: that is said and shown, and one tries again.
  const team = `/api/v1/customers/${own.id}/team`;
  const headers = { Authorization: `Bearer ${company.token}` };
  const { version } = (await (await request.get(team, { headers })).json()) as { version: number };
  const changed = await request.put(team, {
    headers: { ...headers, 'If-Match': `"${version}"` },
    data: { members: [{ user_id: colleague.id, access: 'read', role_label: '技术支持', expires_at: null }] },
  });
  expect(changed.ok(), await changed.text()).toBe(true);
  await dialog.getByLabel('权限').click();
  await page.getByTitle('读写协作').click();
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('团队刚刚被其他人修改')).toBeVisible();
  await expect(member).toContainText('技术支持');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(member).toContainText('读写协作');
  await expect(member).toContainText('2099-12-31');
});

test('in whose hands a customer was is read from the newest back', async ({ page, request }) => {
  const company = await makeCompany(request);
  const { own } = await makeGroup(company);
  const colleague = await makeColleague(request, company, 'lifang', '李芳');
  await company.post(`/customers/${String(own.id)}/transfer`, { user_id: colleague.id, reason: '区域调整' });
  await signIn(page, company, `/customers/${String(own.id)}?tab=owners`);
  const log = page.getByRole('tabpanel').getByRole('listitem');
  await expect(log.first()).toContainText('转移 王小明 → 李芳');
  await expect(log.first()).toContainText('区域调整');
  await expect(log.last()).toContainText('新建 王小明');
});
