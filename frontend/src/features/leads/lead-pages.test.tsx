import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { today } from '@/lib/format/date';
import type { Field, Meta } from '@/lib/resource/meta';
import { renderApp } from '@/test/render-app';
import { api, page, server } from '@/test/server';

function field(key: string, kind: Field['kind'], zh: string, more: Partial<Field> = {}): Field {
  const rights = { readable: true, writable: true, filterable: true, sortable: true };
  return { key, kind, label: { zh, en: key }, ...rights, ...more };
}

const option = (value: string, zh: string) => ({ value, label: { zh, en: value } });

const META: Meta = {
  resource: 'leads',
  label: { zh: '线索', en: 'Leads' },
  fields: [
    field('name', 'text', '名称', { writable: false }),
    field('company_name', 'text', '公司名称'),
    field('mobile', 'phone', '手机'),
    field('status', 'choice', '状态', {
      writable: false,
      options: [option('unassigned', '待分配'), option('pending', '待跟进'), option('following', '跟进中')],
    }),
    field('owner_id', 'user', '负责人', { writable: false }),
    field('next_contact_at', 'timestamp', '下次联系时间', { writable: false }),
    field('recycle_due_on', 'date', '回收日期', { writable: false }),
    field('pooled_reason', 'dictionary', '入池原因', {
      writable: false,
      options: [option('no_need', '无需求'), option('system_recycle', '系统回收'), option('other', '其他')],
    }),
  ],
  default_columns: ['name', 'status', 'mobile', 'owner_id', 'next_contact_at', 'recycle_due_on'],
};

const day = (days: number) => today().add(days, 'day').format('YYYY-MM-DD');

const held = {
  id: 'l1',
  version: 3,
  name: '云帆服饰',
  company_name: '云帆服饰',
  mobile: '13812345678',
  status: 'pending',
  owner_id: 'u0',
  owner_name: '王小明',
  next_contact_at: `${day(-2)}T10:00:00Z`,
  contact_color: 'severe',
  recycle_due_on: day(2),
  recycle_reason: 'no_followup',
  origin_pool_name: '公共池',
  allowed_actions: ['update', 'return', 'convert'],
};

const pooled = {
  id: 'l2',
  version: 1,
  name: '海潮电器',
  company_name: '海潮电器',
  mobile: '138****0000',
  status: 'unassigned',
  pool_id: 'p1',
  pool_name: '公共池',
  pooled_at: `${day(-1)}T02:00:00Z`,
  pooled_reason: 'no_need',
  last_owner_name: '李娜',
  allowed_actions: ['claim'],
};

const QUOTA = {
  object: 'lead',
  pool_id: 'p1',
  pool_name: '公共池',
  is_admin: false,
  may_claim: true,
  daily_limit: 20,
  pool_cap: null,
};

function permit(...permissions: string[]) {
  const session = {
    user: { id: 'u0', name: '王小明', login: 'xiaoming' },
    tenant: { id: 't0', code: 'acme', name: '云帆商贸', timezone: 'Asia/Shanghai' },
    permissions: Object.fromEntries(permissions.map((it) => [it, 'all'])),
  };
  server.use(http.get(api('/auth/me'), () => HttpResponse.json(session)));
}

// antd covers its radios; what a person taps is their words.
const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });

beforeEach(() => {
  permit('lead:read', 'lead:create', 'lead:update', 'lead:claim', 'activity:create', 'lead:import');
  server.use(
    http.get(api('/meta/leads'), () => HttpResponse.json(META)),
    http.get(api('/leads'), () => page([held])),
    http.get(api('/leads/l1'), () => HttpResponse.json(held)),
    http.get(api('/leads/l1/timeline'), () => page([])),
    http.get(api('/lead-pools'), () => page([])),
    http.get(api('/me/quotas'), () =>
      HttpResponse.json({ items: [{ ...QUOTA, daily_remaining: 18, cap: 50, held: 43 }] }),
    ),
  );
});

describe('the lead list', () => {
  it('says in words how urgent a row is, not by colour alone', async () => {
    await renderApp('/leads');
    const row = (await screen.findByRole('link', { name: '云帆服饰' })).closest('[role="row"]') as HTMLElement;
    expect(within(row).getByText('逾期 2 天')).toBeInTheDocument();
    expect(within(row).getByText('2 天后回收')).toBeInTheDocument();
    expect(row).toHaveAttribute('data-tone', 'late');
  });

  it('asks the server what the address says', async () => {
    const asked: URLSearchParams[] = [];
    server.use(
      http.get(api('/leads'), ({ request }) => {
        asked.push(new URL(request.url).searchParams);
        return page([held]);
      }),
    );
    await renderApp(
      '/leads/mine?filter=%7B%22field%22%3A%22status%22%2C%22op%22%3A%22in%22%2C%22value%22%3A%5B%22pending%22%5D%7D',
    );
    await screen.findByRole('link', { name: '云帆服饰' });
    const filter = JSON.parse(asked.at(-1)?.get('filter') ?? '{}') as { and: unknown[] };
    expect(filter.and[0]).toMatchObject({ and: [{ field: 'owner_id', op: 'eq', value: 'me' }, { field: 'status' }] });
    expect(filter.and[1]).toEqual({ field: 'status', op: 'in', value: ['pending'] });
    expect(asked.at(-1)?.get('sort')).toBe('next_contact_at');
  });

  it('tells an empty list from a forbidden page and from a failure', async () => {
    server.use(http.get(api('/leads'), () => page([])));
    const router = await renderApp('/leads');
    await screen.findByText('这里还没有线索');
    server.use(http.get(api('/leads'), () => HttpResponse.json({ detail: '数据库忙' }, { status: 400 })));
    await router.navigate({ to: '/leads', search: { q: 'x' } });
    await screen.findByText('数据库忙');
  });

  it('is closed to those who may not read leads', async () => {
    permit('customer:read');
    await renderApp('/leads');
    await screen.findByText('lead:read');
    expect(screen.queryByRole('link', { name: '线索池' })).toBeNull();
  });

  it('warns of the same company while one types, with the owner', async () => {
    server.use(
      http.post(api('/leads/duplicates/check'), async ({ request }) => {
        const { company_name } = (await request.json()) as { company_name: string };
        const twin = { id: 'l9', object: 'lead', level: 'exact', matched_on: 'name_key', name: company_name };
        return HttpResponse.json({ items: [{ ...twin, owner_name: '李娜', masked: false, blocking: false }] });
      }),
    );
    await renderApp('/leads?create=true');
    const drawer = await screen.findByRole('dialog');
    await user.type(await within(drawer).findByLabelText('公司名称'), '云帆服饰');
    const twins = await within(drawer).findByRole('region', { name: '可能重复' });
    expect(twins).toHaveTextContent('云帆服饰');
    expect(twins).toHaveTextContent('名称相同 · 李娜');
    expect(within(twins).getByRole('link', { name: '打开' })).toHaveAttribute('href', '/leads/l9');
  });
});

describe('the pool', () => {
  it('shows what is left before the click, claims with one, and says why it was refused', async () => {
    const rows = [pooled, { ...pooled, id: 'l3', name: '蓝山', allowed_actions: [] }];
    server.use(
      http.get(api('/leads'), () => page(rows)),
      http.post(api('/leads/l2/claim'), () =>
        HttpResponse.json({ code: 'DAILY_CLAIM_LIMIT', detail: '今天已领满' }, { status: 422 }),
      ),
    );
    await renderApp('/leads/pool');
    await screen.findByText('18 条（上限 20）');
    expect(screen.getByText('7 条（上限 50）')).toBeInTheDocument();
    await screen.findByText('仅可分配');
    await user.click(await screen.findByLabelText('领取海潮电器'));
    await screen.findByText('今天已领满');
    server.use(
      http.post(api('/leads/l2/claim'), () => HttpResponse.json({ ...pooled, status: 'pending', version: 2 })),
      http.get(api('/leads'), () => page(rows.slice(1))),
    );
    await user.click(screen.getByLabelText('领取海潮电器'));
    await screen.findByText('领取成功');
    await waitFor(() => expect(screen.queryByText('海潮电器')).toBeNull());
  });
});

describe('a lead', () => {
  it('takes a follow-up in two taps: an outcome, save', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post(api('/activities'), async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json({ id: 'a1' }, { status: 201 });
      }),
    );
    await renderApp('/leads/l1');
    await screen.findByText(/还有 2 天：到期将回收到“公共池”（长期未跟进）/);
    await user.click(await screen.findByText('未接通'));
    await user.click(screen.getByText(/3 天后/));
    await user.click(screen.getByText('保存跟进'));
    await screen.findByText('已记录跟进');
    expect(sent).toEqual([
      expect.objectContaining({
        subject: 'lead',
        subject_id: 'l1',
        kind: 'call',
        outcome: 'no_answer',
        content: '未接通',
      }),
    ]);
    expect(sent[0]).toMatchObject({ next_contact_at: expect.stringContaining('T18:00:00') });
  });

  it('goes back to the pool only with a reason, and the reason of the job is not offered', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post(api('/leads/l1/return'), async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json({ ...held, status: 'unassigned', allowed_actions: [] });
      }),
    );
    await renderApp('/leads/l1');
    await user.click(await screen.findByLabelText('更多操作'));
    await user.click(await screen.findByText('退回'));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: '退回' }));
    await within(dialog).findByText('请选择原因');
    await user.click(within(dialog).getByLabelText('退回原因'));
    expect(screen.queryByText('系统回收')).toBeNull();
    await user.click(await screen.findByText('无需求'));
    await user.click(within(dialog).getByRole('button', { name: '退回' }));
    await waitFor(() => expect(sent).toEqual([expect.objectContaining({ reason: 'no_need' })]));
  });

  it('is converted into a customer that is there already', async () => {
    const sent: unknown[] = [];
    const twin = {
      object: 'customer',
      level: 'exact',
      matched_on: 'name_key',
      name: '云帆服饰（上海）',
      blocking: true,
    };
    const customers = { ...META, resource: 'customers', fields: [field('name', 'text', '客户名称')] };
    server.use(
      http.get(api('/meta/customers'), () => HttpResponse.json(customers)),
      http.get(api('/meta/contacts'), () => HttpResponse.json({ ...customers, resource: 'contacts' })),
      http.get(api('/customers'), () => page([])),
      http.get(api('/leads/l1/convert/preview'), () =>
        HttpResponse.json({
          customer: { name: '云帆服饰' },
          contact: null,
          duplicates: [
            { ...twin, id: 'c1', owner_name: '李娜', masked: false },
            { ...twin, id: null, owner_department_name: '华东大区', masked: true },
          ],
        }),
      ),
      http.post(api('/leads/l1/convert'), async ({ request }) => {
        sent.push(await request.json());
        const converted = { ...held, version: 4, status: 'converted', customer_id: 'c1', allowed_actions: [] };
        server.use(http.get(api('/leads/l1'), () => HttpResponse.json(converted)));
        return HttpResponse.json(converted);
      }),
    );
    await renderApp('/leads/l1');
    await user.click(await screen.findByText('转客户'));
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByText('已有相同的客户，不能再新建，请关联它或联系其负责人');
    expect(within(dialog).getByText(/华东大区/)).toBeInTheDocument();
    expect(within(dialog).getByText(/不在您的数据范围内/)).toBeInTheDocument();
    await user.click(within(dialog).getByRole('button', { name: '关联它' }));
    await user.click(within(dialog).getByRole('button', { name: '转客户' }));
    await waitFor(() => expect(sent).toEqual([{ customer: { mode: 'link', id: 'c1' }, contact: { mode: 'none' } }]));
    expect(await screen.findByText('打开客户')).toHaveAttribute('href', '/customers/c1');
  });
});
