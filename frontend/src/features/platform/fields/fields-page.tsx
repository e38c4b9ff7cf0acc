import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { EmptyState, Failure } from '@/lib/list/list-states';
import { movedBefore, movedBy } from '@/lib/order/moved';
import { useDrag } from '@/lib/order/use-drag';
import { inOrder, STEP, usePositions } from '@/lib/order/use-positions';
import { useCan } from '@/lib/resource/permissions';
import { allQuery } from '@/lib/resource/use-rows';
import { useSave } from '@/lib/resource/use-save';
import { useToast } from '@/lib/resource/use-toast';
import { customField } from './custom-field.resource';
import { FieldRow } from './field-row';
import { ResourceTabs } from './resource-tabs';
import { RetiredFields } from './retired-fields';
import './fields.css';

const route = getRouteApi('/_app/settings/fields');
const drawer = () => import('./field-drawer');
const FieldDrawer = lazy(() => drawer().then((it) => ({ default: it.FieldDrawer })));

/** What the organisation has added to its records. */
export function FieldsPage() {
  const { t } = useTranslation('custom_field');
  const can = useCan();
  const { of, edit } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery(allQuery(customField.list));
  const resource = of ?? 'leads';
  const fields = inOrder(found.data?.items ?? []).filter((it) => it.resource === resource);
  const edited = fields.find((it) => it.id === edit);
  const open = (id?: string) => void navigate({ search: { of, edit: id } });
  const order = usePositions(customField, fields, '/meta/{resource}');
  const { item } = useDrag((dragged, before) => {
    const rowOf = (id: string) => fields.find((it) => it.id === id);
    const row = rowOf(dragged);
    if (row) order(movedBefore(fields, row, rowOf(before)));
  });
  const { remove } = useSave(customField);
  const toast = useToast();
  const retire = async (row: Row) => {
    try {
      await remove(row);
      invalidate('/recycle-bin', '/meta/{resource}');
    } catch (error) {
      toast.failed(error);
    }
  };
  const create = can('custom_field:update') && (
    <Button type="primary" icon={<PlusOutlined />} onPointerEnter={() => void drawer()} onClick={() => open('new')}>
      {t('create')}
    </Button>
  );
  return (
    <section className="gx-page gx-fields">
      <header className="gx-page-head">
        <h1>{t('title')}</h1>
        {create}
      </header>
      <p className="gx-faint">{t('text')}</p>
      <ResourceTabs to="/settings/fields" of={resource} rows={found.data?.items} />
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data && fields.length === 0 && (
        <EmptyState title={t('empty', { what: t(`of.${resource}`) })} text={t('empty_text')}>
          {create}
        </EmptyState>
      )}
      <ol>
        {fields.map((row, at) => (
          <FieldRow
            key={row.id}
            row={row}
            at={at}
            of={fields.length}
            drag={item(row.id)}
            onMove={(by) => order(movedBy(fields, row, by))}
            onEdit={() => open(row.id)}
            onRetire={() => void retire(row)}
          />
        ))}
      </ol>
      <RetiredFields />
      <Suspense fallback={null}>
        {(edit === 'new' ? create : edited) && (
          <FieldDrawer
            key={edit}
            resource={resource}
            of={edited}
            position={Number(fields.at(-1)?.position ?? 0) + STEP}
            onClose={() => open()}
          />
        )}
      </Suspense>
    </section>
  );
}
