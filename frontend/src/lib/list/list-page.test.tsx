import { useNavigate, useSearch } from '@tanstack/react-router';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { delay, HttpResponse, http } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { startList } from '@/lib/resource/start-list';
import { useResourceList } from '@/lib/resource/use-resource-list';
import { renderPage } from '@/test/render-page';
import { api, page, rows, server } from '@/test/server';
import { thing } from '@/test/thing.resource';
import { BulkActions, BulkBar } from './bulk-bar';
import { BulkEdit } from './bulk-edit';
import { CreateRecord } from './create-record';
import { DeleteRecords } from './delete-records';
import { FilterBar } from './filter-bar';
import { ListBody } from './list-body';
import { ListPage } from './list-page';
import type { ListSearch } from './list-search';
import { ViewTabs } from './view-tabs';

function Page() {
  const list = useResourceList(thing, useSearch({ strict: false }) as ListSearch, useNavigate());
  return (
    <ListPage list={list} create={<CreateRecord list={list} fields={['name', 'phone']} />}>
      <ViewTabs list={list} />
      <FilterBar list={list} quick={['level']} />
      <ListBody list={list} />
      <BulkBar list={list}>
        <BulkActions list={list} />
        <BulkEdit list={list} />
        <DeleteRecords list={list} />
      </BulkBar>
    </ListPage>
  );
}

async function openGrid(address?: string) {
  startList(thing, {});
  const router = await renderPage(Page, address);
  const grid = await screen.findByRole('grid');
  await within(grid).findByText('公司0');
  return { router, grid, user: userEvent.setup() };
}

const filtered = encodeURIComponent(JSON.stringify({ field: 'level', op: 'in', value: ['A'] }));

describe('a list', () => {
  it('walks, selects and deletes by keyboard, and takes the deletion back', async () => {
    const restored = vi.fn();
    server.use(
      http.post(api('/leads/batch/delete'), async ({ request }) => {
        const { ids } = (await request.json()) as { ids: string[] };
        return HttpResponse.json({ succeeded: ids, failed: [] });
      }),
      http.post(api('/recycle-bin/leads/:id/restore'), ({ params }) => {
        restored(params.id);
        return HttpResponse.json({});
      }),
    );
    const { grid, user } = await openGrid();
    grid.focus();
    await user.keyboard('{ArrowDown}x');
    expect(await screen.findByText('已选 1 条')).toBeInTheDocument();
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    expect(screen.getByText('已选 2 条')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /删除/ }));
    await user.click(await screen.findByRole('button', { name: /撤销/ }));
    await waitFor(() => expect(restored.mock.calls.flat().sort()).toEqual(['r1', 'r2']));
  });

  it('edits in place, shows it at once, and gives a refused value back with the reason', async () => {
    const bodies: unknown[] = [];
    server.use(
      http.patch(api('/leads/:id'), async ({ request }) => {
        bodies.push(await request.json());
        await delay(20);
        return HttpResponse.json(
          { errors: [{ pointer: '/phone', code: 'INVALID', message: '电话格式不对' }] },
          { status: 422 },
        );
      }),
    );
    const { grid, user } = await openGrid();
    grid.focus();
    await user.keyboard('{ArrowRight}{Enter}');
    const editor = await within(grid).findByRole('textbox');
    await user.clear(editor);
    await user.type(editor, '12');
    fireEvent.keyDown(editor, { key: 'Enter', isComposing: true, keyCode: 229 });
    expect(bodies).toEqual([]);
    await user.keyboard('{Enter}');
    expect(await within(grid).findByText('电话格式不对')).toBeInTheDocument();
    expect(within(grid).getByRole('textbox')).toHaveValue('12');
    expect(bodies).toEqual([{ phone: '12' }]);
    await user.keyboard('{Escape}');
    expect(await within(grid).findByText('138 0000 0000')).toBeInTheDocument();
  });

  it('asks which value to keep when somebody else was first', async () => {
    const sent: (string | null)[] = [];
    server.use(
      http.get(api('/leads/r0'), () => HttpResponse.json({ ...rows[0], version: 5, phone: '13999999999' })),
      http.patch(api('/leads/r0'), async ({ request }) => {
        sent.push(request.headers.get('if-match'));
        if (sent.length === 1) return HttpResponse.json({ code: 'VERSION_CONFLICT' }, { status: 412 });
        return HttpResponse.json({ ...rows[0], version: 6, ...((await request.json()) as object) });
      }),
    );
    const { grid, user } = await openGrid();
    grid.focus();
    await user.keyboard('{ArrowRight}{Enter}');
    const editor = await within(grid).findByRole('textbox');
    await user.clear(editor);
    await user.type(editor, '13711112222{Enter}');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('139 9999 9999')).toBeInTheDocument();
    expect(within(dialog).getByText('137 1111 2222')).toBeInTheDocument();
    await user.click(within(dialog).getByRole('button', { name: '用我的值' }));
    await waitFor(() => expect(sent).toEqual(['"1"', '"5"']));
    expect(await within(grid).findByText('137 1111 2222')).toBeInTheDocument();
  });

  it('says in the address what it is filtered by, and the server hears it', async () => {
    const asked: (string | null)[] = [];
    server.use(
      http.get(api('/leads'), ({ request }) => {
        asked.push(new URL(request.url).searchParams.get('filter'));
        return page(rows);
      }),
    );
    const { router, user } = await openGrid(`/leads?filter=${filtered}`);
    expect(asked.at(-1)).toBe('{"field":"level","op":"in","value":["A"]}');
    expect(screen.getByRole('button', { name: /级别 是 甲/ })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '移除 级别' }));
    await waitFor(() => expect(router.state.location.search).not.toHaveProperty('filter'));
  });

  it('keeps the old rows, dimmed, until the new ones are there', async () => {
    const { router, grid } = await openGrid();
    server.use(
      http.get(api('/leads'), async () => {
        await delay(100);
        return page(rows.slice(0, 1));
      }),
    );
    await router.navigate({ to: '/leads', search: { q: '公司0' } } as never);
    await waitFor(() => expect(grid).toHaveAttribute('aria-busy', 'true'));
    expect(within(grid).getByText('公司3')).toBeInTheDocument();
    await waitFor(() => expect(within(grid).queryByText('公司3')).toBeNull());
  });

  it('tells apart: nothing yet, nothing matches, not allowed, failed', async () => {
    server.use(http.get(api('/leads'), () => page([])));
    const router = await renderPage(Page);
    expect(await screen.findByText('还没有线索')).toBeInTheDocument();
    await router.navigate({ to: '/leads', search: { q: 'zz' } } as never);
    expect(await screen.findByText('没有符合条件的记录')).toBeInTheDocument();
    server.use(http.get(api('/leads'), () => HttpResponse.json({ code: 'FORBIDDEN' }, { status: 403 })));
    await router.navigate({ to: '/leads', search: { q: 'b' } } as never);
    await waitFor(() => expect(screen.getByText('没有权限')).toBeInTheDocument());
  });

  it('asks what a verb needs, and says what was refused and why', async () => {
    const sent: unknown[] = [];
    server.use(
      http.post(api('/leads/batch/give'), async ({ request }) => {
        sent.push(await request.json());
        const failed = [{ id: 'r0', code: 'FULL', message: '库容不足' }];
        return HttpResponse.json({ succeeded: ['r1'], failed });
      }),
    );
    const { grid, user } = await openGrid();
    await user.click(within(grid).getByRole('checkbox', { name: '选择 公司0' }));
    await user.click(within(grid).getByRole('checkbox', { name: '选择 公司1' }));
    await user.click(screen.getByRole('button', { name: /交出/ }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText('原因'), '太忙');
    await user.click(within(dialog).getByRole('button', { name: '交出' }));
    expect(await screen.findByText('成功 1 条，未成功 1 条')).toBeInTheDocument();
    expect(screen.getByText('库容不足')).toBeInTheDocument();
    expect(sent).toEqual([{ ids: ['r0', 'r1'], reason: '太忙' }]);
  });

  it('creates in a drawer: problems stand beside their fields, what was typed survives a reload', async () => {
    server.use(
      http.post(api('/leads'), () =>
        HttpResponse.json({ errors: [{ pointer: '/name', code: 'REQUIRED', message: '请填写名称' }] }, { status: 422 }),
      ),
    );
    const { user } = await openGrid('/leads?create=true');
    fireEvent.change(await screen.findByLabelText('电话'), { target: { value: '138' } });
    await user.click(screen.getByRole('button', { name: '保存' }));
    expect(await screen.findByText('请填写名称')).toBeInTheDocument();
    await waitFor(() => expect(sessionStorage.getItem('guanxi.draft.create/leads')).toBe('{"phone":"138"}'));
  });
});
