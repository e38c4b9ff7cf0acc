import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Popconfirm, Skeleton, Space } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { Failure } from '@/lib/list/list-states';
import { useCan } from '@/lib/resource/permissions';
import { pageQuery } from '@/lib/resource/use-rows';
import { useSave } from '@/lib/resource/use-save';
import { useToast } from '@/lib/resource/use-toast';
import { department } from './department.resource';
import './access.css';

const DepartmentForm = lazy(() => import('./department-form').then((it) => ({ default: it.DepartmentForm })));

const route = getRouteApi('/_app/departments');

/** The form that is open: of a department, or of a new one below another. */
interface Editing {
  edit?: string;
  below?: string;
}

/** The organisation as a tree. */
export function DepartmentsPage() {
  const { t } = useTranslation('department');
  const can = useCan();
  const editing = route.useSearch();
  const navigate = route.useNavigate();
  const setEditing = (next: Editing) => void navigate({ search: next });
  const found = useQuery(pageQuery('/departments', { sort: 'position,name' }, 0));
  const rows = found.data?.items ?? [];
  const edited = rows.find((row) => row.id === editing.edit);
  const isNew = editing.edit === 'new' && can('department:create');
  const roots = rows.filter((row) => !rows.some((it) => it.id === row.parent_id));
  return (
    <main className="gx-page gx-access">
      <header className="gx-page-head">
        <h1>{t('title')}</h1>
        {can('department:create') && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => setEditing({ edit: 'new', below: roots[0]?.id })}
          >
            {t('create')}
          </Button>
        )}
      </header>
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      <Branch rows={rows} of={roots} onEdit={setEditing} />
      <Suspense fallback={null}>
        {found.data && (edited || isNew) && (
          <DepartmentForm
            key={editing.edit}
            of={edited}
            parent={rows.find((row) => row.id === editing.below)}
            onClose={() => setEditing({})}
          />
        )}
      </Suspense>
    </main>
  );
}

function Branch({ rows, of: those, onEdit }: { rows: Row[]; of: Row[]; onEdit: (it: Editing) => void }) {
  if (those.length === 0) return null;
  return (
    <ul className="gx-tree">
      {those.map((row) => (
        <li key={row.id}>
          <Node row={row} onEdit={onEdit} />
          <Branch rows={rows} of={rows.filter((it) => it.parent_id === row.id)} onEdit={onEdit} />
        </li>
      ))}
    </ul>
  );
}

function Node({ row, onEdit }: { row: Row; onEdit: (it: Editing) => void }) {
  const { t } = useTranslation('department');
  const can = useCan();
  const toast = useToast();
  const { remove } = useSave(department);
  const allowed = new Set(row.allowed_actions ?? []);
  const name = department.titleOf(row);
  const removeIt = async () => {
    try {
      await remove(row);
      invalidate('/departments');
    } catch (error) {
      toast.failed(error);
    }
  };
  return (
    <div className="gx-tree-node" data-off={row.active === false || undefined}>
      <span>
        <b>{name}</b>{' '}
        <span className="gx-faint">
          {[row.manager_name, t('people', { count: Number(row.user_count ?? 0) })].filter(Boolean).join(' · ')}
        </span>
      </span>
      <Space size={0}>
        {can('department:create') && (
          <Button
            type="text"
            icon={<PlusOutlined />}
            aria-label={t('create_below', { name })}
            onClick={() => onEdit({ edit: 'new', below: row.id })}
          />
        )}
        {allowed.has('update') && (
          <Button
            type="text"
            icon={<EditOutlined />}
            aria-label={t('edit_what', { name })}
            onClick={() => onEdit({ edit: row.id })}
          />
        )}
        {allowed.has('delete') && (
          <Popconfirm title={t('delete_question', { name })} onConfirm={() => void removeIt()}>
            <Button type="text" danger icon={<DeleteOutlined />} aria-label={t('delete_what', { name })} />
          </Popconfirm>
        )}
      </Space>
    </div>
  );
}
