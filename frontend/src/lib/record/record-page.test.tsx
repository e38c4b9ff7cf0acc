import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { Can } from '@/lib/resource/permissions';
import { startRecord } from '@/lib/resource/start-record';
import { useRecord } from '@/lib/resource/use-record';
import { renderPage } from '@/test/render-page';
import { api, page, rows, server } from '@/test/server';
import { thing } from '@/test/thing.resource';
import { FieldPanel } from './field-panel';
import { RecordActions } from './record-actions';
import { RecordHeader } from './record-header';
import { RecordPage } from './record-page';
import { RecordColumns, RecordSide, RecordTabs, Tab } from './record-tabs';
import { RelatedList } from './related-list';
import { Timeline } from './timeline';

function Page() {
  const record = useRecord(thing, 'r0');
  return (
    <RecordPage record={record}>
      <RecordHeader record={record} facts={['level']}>
        <RecordActions of={record} />
        <Can do="lead:burn">burn</Can>
      </RecordHeader>
      <RecordColumns>
        <RecordTabs>
          <Tab id="timeline" label="动态">
            <Timeline of={record} />
          </Tab>
          <Tab id="others" label="相关">
            <RelatedList of={record} resource={thing} />
          </Tab>
        </RecordTabs>
        <RecordSide>
          <FieldPanel record={record} />
        </RecordSide>
      </RecordColumns>
    </RecordPage>
  );
}

const entry = {
  id: 'e1',
  kind: 'change',
  action: 'update',
  at: '2026-03-09T02:00:00Z',
  actor_name: '李娜',
  data: { level: { old: 'A', new: 'B' }, phone: { old: null, new: null, covered: true } },
};

async function open(address = '/leads/r0') {
  server.use(http.get(api('/leads/:id/timeline'), () => page([entry])));
  startRecord(thing, 'r0');
  const router = await renderPage(Page, address);
  await screen.findByRole('heading', { level: 1, name: '公司0' });
  return { router, user: userEvent.setup() };
}

describe('a record', () => {
  it('tells what happened, with old and new values in words', async () => {
    await open();
    const happened = (await screen.findByText('修改了资料')).closest('li');
    expect(happened).toHaveTextContent('李娜');
    expect(happened).toHaveTextContent('甲 → 乙');
    expect(happened).toHaveTextContent('电话已修改');
  });

  it('is edited where it is read, and only where it may be', async () => {
    const sent: unknown[] = [];
    server.use(
      http.patch(api('/leads/r0'), async ({ request }) => {
        sent.push([request.headers.get('if-match'), await request.json()]);
        return HttpResponse.json({ ...rows[0], version: 2, name: '新名' });
      }),
    );
    const { user } = await open();
    const panel = screen.getByRole('region', { name: '详细信息' });
    expect(within(panel).queryByRole('button', { name: '编辑编号' })).toBeNull();
    await user.click(within(panel).getByRole('button', { name: '编辑名称' }));
    const editor = await within(panel).findByRole('textbox');
    await user.clear(editor);
    await user.type(editor, '新名{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: '新名' })).toBeInTheDocument();
    expect(sent).toEqual([['"1"', { name: '新名' }]]);
  });

  it('offers only what the server allows', async () => {
    await open();
    expect(screen.queryByRole('button', { name: '交出' })).toBeNull();
    expect(screen.queryByText('burn')).toBeNull();
  });

  it('keeps the tab in the address', async () => {
    const { router, user } = await open();
    await user.click(screen.getByRole('tab', { name: '相关' }));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ tab: 'others' }));
    expect(await screen.findByRole('link', { name: '公司1' })).toBeInTheDocument();
  });

  it('that is gone says so', async () => {
    server.use(http.get(api('/leads/r0'), () => HttpResponse.json({ code: 'NOT_FOUND' }, { status: 404 })));
    await renderPage(Page, '/leads/r0');
    expect(await screen.findByText('记录不存在')).toBeInTheDocument();
  });
});
