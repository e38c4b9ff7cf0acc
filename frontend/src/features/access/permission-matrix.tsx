import { useQuery } from '@tanstack/react-query';
import { Select, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { RemoteSelect } from '@/lib/fields/remote-select';
import { Failure } from '@/lib/list/list-states';
import { useLabel } from '@/lib/resource/meta';
import { byObject, type Grant, type PermissionInfo, SCOPES, type Scope, withGrant } from './role-rights';

interface PermissionMatrixProps {
  grants: Grant[];
  isReadOnly: boolean;
  onChange: (grants: Grant[]) => void;
}

/** What people with this role may do, and on whose records. */
export function PermissionMatrix({ grants, isReadOnly, onChange }: PermissionMatrixProps) {
  const { t } = useTranslation('role');
  const label = useLabel();
  const found = useQuery({
    queryKey: ['/permissions'],
    queryFn: ({ signal }) => callPath<{ items: PermissionInfo[] }>('get', '/permissions', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (found.isPending) return <Skeleton active paragraph={{ rows: 10 }} />;
  if (found.error) return <Failure error={found.error} retry={() => void found.refetch()} />;
  const options = SCOPES.map((scope) => ({ value: scope, label: t(`scope.${scope}`) }));
  const change = (permission: string, scope: Scope | undefined, departments?: string[]) => {
    const next = withGrant(grants, permission, scope);
    onChange(next.map((it) => (it.permission === permission && departments ? { ...it, departments } : it)));
  };
  return byObject(found.data.items).map(([first, those]) => (
    <fieldset key={first.object} className="gx-matrix">
      <legend>{label(first.object_label)}</legend>
      {those.map((it) => {
        const grant = grants.find((one) => one.permission === it.permission);
        const words = `${label(first.object_label)} ${label(it.action_label)}`;
        return (
          <div key={it.permission} className="gx-matrix-cell" data-granted={grant !== undefined || undefined}>
            <span>{label(it.action_label)}</span>
            <Select<Scope>
              aria-label={words}
              disabled={isReadOnly}
              value={grant?.scope}
              options={options}
              allowClear
              placeholder={t('not_granted')}
              popupMatchSelectWidth={false}
              onChange={(scope?: Scope) => change(it.permission, scope)}
            />
            {grant?.scope === 'custom_departments' && (
              <RemoteSelect
                path="/departments"
                isMany
                value={grant.departments ?? []}
                onChange={(ids) => change(it.permission, 'custom_departments', [ids ?? []].flat())}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  ));
}
