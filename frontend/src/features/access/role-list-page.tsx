import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { App, Button, Form, Input, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { StatusTag } from '@/lib/fields/status-tag';
import { Failure } from '@/lib/list/list-states';
import { setFieldProblems } from '@/lib/resource/form-problems';
import { Can } from '@/lib/resource/permissions';
import { pageQuery } from '@/lib/resource/use-rows';
import { useToast } from '@/lib/resource/use-toast';
import './access.css';

/** All roles: what each is for and how many people have it. */
export function RoleListPage() {
  const { t } = useTranslation('role');
  const { modal } = App.useApp();
  const [form] = Form.useForm();
  const toast = useToast();
  const navigate = useNavigate();
  const found = useQuery(pageQuery('/roles', { sort: 'created_at' }, 0));
  const create = () =>
    modal.confirm({
      icon: null,
      title: t('create'),
      okText: t('common:create'),
      cancelText: t('common:cancel'),
      content: (
        <Form form={form} layout="vertical" preserve={false}>
          <Form.Item name="name" label={t('name')} rules={[{ required: true, message: t('required') }]}>
            <Input autoFocus />
          </Form.Item>
          <Form.Item name="code" label={t('code')} rules={[{ required: true, message: t('required') }]}>
            <Input />
          </Form.Item>
        </Form>
      ),
      onOk: async () => {
        const values = await form.validateFields();
        try {
          const made = await callPath<Row>('post', '/roles', { body: { ...values, grants: [], fields: [] } });
          invalidate('/roles');
          await navigate({ to: '/roles/$id' as string, params: { id: made.id } as never });
        } catch (error) {
          if (!setFieldProblems(form, error)) toast.failed(error);
          throw error;
        }
      },
    });
  return (
    <main className="gx-page gx-access">
      <header className="gx-page-head">
        <h1>{t('title')}</h1>
        <Can do="role:create">
          <Button type="primary" icon={<PlusOutlined />} onClick={create}>
            {t('create')}
          </Button>
        </Can>
      </header>
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      <ul className="gx-role-list">
        {(found.data?.items ?? []).map((row) => (
          <li key={row.id}>
            <Link to={'/roles/$id' as string} params={{ id: row.id } as never}>
              {String(row.name)}
            </Link>
            {row.system === true && <StatusTag>{t('system')}</StatusTag>}
            <span className="gx-faint">
              {[String(row.code), t('people', { count: Number(row.user_count ?? 0) })].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </main>
  );
}
