import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, it } from 'vitest';
import { renderApp } from '@/test/render-app';
import { api, page, server } from '@/test/server';

const capacity = {
  id: 'r1',
  version: 4,
  name: '新人',
  object: 'lead',
  user_ids: ['u1'],
  role_ids: [],
  department_ids: [],
  max_owned: 30,
  count_statuses: null,
  priority: 0,
  allowed_actions: ['update', 'delete'],
};

// antd covers its radios; what a person taps is their words.
const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });

beforeEach(() => {
  const session = {
    user: { id: 'u0', name: '王小明', login: 'xiaoming' },
    tenant: { id: 't0', code: 'acme', name: '云帆商贸', timezone: 'Asia/Shanghai' },
    permissions: { 'capacity_rule:read': 'all', 'capacity_rule:update': 'all', 'capacity_rule:create': 'all' },
  };
  server.use(
    http.get(api('/auth/me'), () => HttpResponse.json(session)),
    http.get(api('/capacity-rules'), () => page([capacity])),
    http.get(api('/users'), () => page([{ id: 'u1', version: 1, name: '赵新' }])),
    http.get(api('/roles'), () => page([])),
    http.get(api('/departments'), () => page([])),
  );
});

describe('rules', () => {
  it('are said in words, and say at once what a change would mean', async () => {
    await renderApp('/settings/capacity-rules');
    await screen.findByText('赵新：每人最多持有 30 条线索');
    await user.click(screen.getByLabelText('编辑“新人”'));
    const drawer = await screen.findByRole('dialog');
    const most = within(drawer).getByLabelText('每人最多持有');
    await user.clear(most);
    await user.type(most, '80');
    const means = within(drawer).getByRole('region', { name: '这样设置的意思是' });
    await within(means).findByText('赵新：每人最多持有 80 条线索');
  });

  it('show a refusal beside the field it is about', async () => {
    const problem = { code: 'VALIDATION_FAILED', errors: [{ pointer: '/max_owned', code: 'X', message: '超出范围' }] };
    server.use(http.patch(api('/capacity-rules/r1'), () => HttpResponse.json(problem, { status: 422 })));
    await renderApp('/settings/capacity-rules?edit=r1');
    const drawer = await screen.findByRole('dialog');
    await user.click(within(drawer).getByText('保存'));
    await within(drawer).findByText('超出范围');
  });
});
