import { type APIRequestContext, expect, type Page } from '@playwright/test';

export const PASSWORD = 'Correct-horse-7';

/** A company of its own for one test, with its administrator, as the API sees them. */
export interface Company {
  tenant: string;
  token: string;
  post: (path: string, body: unknown) => Promise<Record<string, unknown>>;
  /** Changes settings of the organisation. */
  set: (settings: Record<string, unknown>) => Promise<void>;
  /** Stops the organisation's clock at a time. */
  stopClock: (now: string) => Promise<void>;
}

export async function makeCompany(request: APIRequestContext): Promise<Company> {
  const tenant = `e2e-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
  const answer = await request.post('/api/v1/auth/sign-up', {
    data: { tenant, company: '云帆商贸', login: 'admin', name: '王小明', password: PASSWORD, token_in_body: true },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const post = async (path: string, body: unknown) => {
    const made = await request.post(`/api/v1${path}`, { data: body, headers: { Authorization: `Bearer ${token}` } });
    expect(made.ok(), await made.text()).toBe(true);
    return (await made.json()) as Record<string, unknown>;
  };
  const set = async (settings: Record<string, unknown>) => {
    const headers = { Authorization: `Bearer ${token}` };
    expect((await request.patch('/api/v1/settings', { data: settings, headers })).ok()).toBe(true);
  };
  const stopClock = async (now: string) => {
    const headers = { Authorization: `Bearer ${token}` };
    expect((await request.put('/api/v1/test/clock', { data: { now }, headers })).ok()).toBe(true);
  };
  return { tenant, token, post, set, stopClock };
}

/** Signed in as the server does it, by cookie; the form has tests of its own. */
export async function signIn(page: Page, { tenant }: Company, address = '/', login = 'admin') {
  const answer = await page.request.post('/api/v1/auth/login', { data: { tenant, login, password: PASSWORD } });
  expect(answer.ok(), await answer.text()).toBe(true);
  await page.goto(address);
}

export async function signInByForm(page: Page, { tenant }: Company, address = '/') {
  await page.goto(address);
  await page.getByLabel('企业代码').fill(tenant);
  await page.getByLabel('用户名').fill('admin');
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page).not.toHaveURL(/\/login/);
}

/** Leads the administrator owns, `n` of them, named 1 … n. */
export async function makeLeads(company: Company, count: number) {
  for (let index = 1; index <= count; index++) {
    await company.post('/leads', {
      company_name: `测试公司${index}`,
      contact_name: '刘洋',
      phone: `1380000${String(1000 + index)}`,
    });
  }
}

/** Somebody else of the company, signed in with a password of his own. */
export async function makeColleague(request: APIRequestContext, company: Company, login: string, name: string) {
  const headers = { Authorization: `Bearer ${company.token}` };
  const firstOf = async (path: string) => {
    const answer = await request.get(`/api/v1${path}`, { headers });
    return ((await answer.json()) as { items: { id: string }[] }).items[0]?.id;
  };
  const password = 'First-sign-in-1';
  const user = await company.post('/users', {
    login,
    name,
    password,
    department_id: await firstOf('/departments'),
    role_ids: [await firstOf('/roles?code=account_manager')],
  });
  const signedIn = async (given: string) => {
    const data = { tenant: company.tenant, login, password: given, token_in_body: true };
    const answer = await request.post('/api/v1/auth/login', { data });
    return ((await answer.json()) as { access_token: string }).access_token;
  };
  const first = { Authorization: `Bearer ${await signedIn(password)}` };
  const changed = await request.post('/api/v1/auth/password', {
    data: { current: password, new: PASSWORD },
    headers: first,
  });
  expect(changed.ok(), await changed.text()).toBe(true);
  const token = await signedIn(PASSWORD);
  const post = async (path: string, body: unknown) => {
    const made = await request.post(`/api/v1${path}`, { data: body, headers: { Authorization: `Bearer ${token}` } });
    expect(made.ok(), await made.text()).toBe(true);
    return (await made.json()) as Record<string, unknown>;
  };
  return { id: String(user.id), post };
}
