import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { StatusTag } from '@/lib/fields/status-tag';
import { useNames } from '@/lib/fields/use-names';
import { EmptyState, Failure } from '@/lib/list/list-states';
import { useGroupWords } from '@/lib/list/use-filter-words';
import { MoveHandle } from '@/lib/order/move-handle';
import { movedBefore, movedBy } from '@/lib/order/moved';
import { useDrag } from '@/lib/order/use-drag';
import { inOrder, STEP, usePositions } from '@/lib/order/use-positions';
import type { Filter } from '@/lib/resource/filter';
import type { Section } from '@/lib/resource/layout';
import { useMeta } from '@/lib/resource/meta';
import { useCan } from '@/lib/resource/permissions';
import { allQuery } from '@/lib/resource/use-rows';
import { useSave } from '@/lib/resource/use-save';
import { useToast } from '@/lib/resource/use-toast';
import { ResourceTabs } from '../fields/resource-tabs';
import { layout } from './layout.resource';
import '../fields/fields.css';
import './layouts.css';

const route = getRouteApi('/_app/settings/layouts');
const LayoutDrawer = lazy(() => import('./layout-drawer').then((it) => ({ default: it.LayoutDrawer })));

/** How the organisation's people see its records: of the layouts that fit, the first counts. */
export function LayoutsPage() {
  const { t } = useTranslation('layout');
  const can = useCan();
  const { of = 'leads', edit } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery(allQuery(layout.list));
  const { meta } = useMeta(of);
  const rows = inOrder(found.data?.items ?? []).filter(({ resource }) => resource === of);
  const edited = rows.find(({ id }) => id === edit);
  const open = (id?: string) => void navigate({ search: { of, edit: id } });
  const order = usePositions(layout, rows, '/meta/{resource}');
  const { item } = useDrag((dragged, before) => {
    const rowOf = (id: string) => rows.find((it) => it.id === id);
    const row = rowOf(dragged);
    if (row) void order(movedBefore(rows, row, rowOf(before)));
  });
  const create = can('layout:update') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => open('new')}>
      {t('create')}
    </Button>
  );
  return (
    <section className="gx-page gx-fields gx-layouts">
      <header className="gx-page-head">
        <h1>{t('title')}</h1>
        {create}
      </header>
      <p className="gx-faint">{t('text')}</p>
      <ResourceTabs to="/settings/layouts" of={of} rows={found.data?.items} />
      {found.isPending && <Skeleton active paragraph={{ rows: 4 }} />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data && rows.length === 0 && (
        <EmptyState title={t('empty')} text={t('empty_text')}>
          {create}
        </EmptyState>
      )}
      <ol>
        {rows.map((row, at) => (
          <LayoutRow
            key={row.id}
            row={row}
            at={at}
            of={rows.length}
            drag={item(row.id)}
            onMove={(by) => void order(movedBy(rows, row, by))}
            onEdit={() => open(row.id)}
          />
        ))}
      </ol>
      <Suspense fallback={null}>
        {meta && (edit === 'new' ? create : edited) && (
          <LayoutDrawer
            key={edit}
            resource={of}
            of={edited}
            position={Number(rows.at(-1)?.position ?? 0) + STEP}
            onClose={() => open()}
          />
        )}
      </Suspense>
    </section>
  );
}

interface LayoutRowProps {
  row: Row;
  at: number;
  of: number;
  drag: object;
  onMove: (by: -1 | 1) => void;
  onEdit: () => void;
}

function LayoutRow({ row, at, of, drag, onMove, onEdit }: LayoutRowProps) {
  const { t } = useTranslation('layout');
  const { remove } = useSave(layout);
  const toast = useToast();
  const { byKey } = useMeta(String(row.resource));
  const say = useGroupWords(byKey);
  const roles = (row.role_ids ?? []) as string[];
  const roleOf = useNames('/roles', roles);
  const name = layout.titleOf(row);
  const can = new Set(row.allowed_actions);
  const sections = (row.sections ?? []) as Section[];
  const count = sections.reduce((sum, { fields }) => sum + fields.length, 0);
  const condition = row.condition as Filter | null;
  const facts = [
    roles.length > 0 ? roles.map(roleOf).join(t('common:separator')) : t('everybody'),
    condition ? say(condition) : t('every_record'),
    t('size', { sections: sections.length, fields: count }),
  ];
  const removeIt = async () => {
    await remove(row).catch(toast.failed);
    invalidate('/meta/{resource}');
  };
  return (
    <li {...(can.has('update') ? drag : {})}>
      {can.has('update') && (
        <MoveHandle id={row.id} name={name} canRise={at > 0} canSink={at < of - 1} onMove={onMove} />
      )}
      <span className="gx-field-name">
        <b>{name}</b> {row.is_active === false && <StatusTag>{t('off')}</StatusTag>}
        <small className="gx-faint">{facts.join(' · ')}</small>
      </span>
      <span>
        {can.has('update') && (
          <Button type="text" icon={<EditOutlined />} aria-label={t('edit_what', { name })} onClick={onEdit} />
        )}
        {can.has('delete') && (
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('delete_what', { name })}
            onClick={() => void removeIt()}
          />
        )}
      </span>
    </li>
  );
}
