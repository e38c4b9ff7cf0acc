import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { callPath } from '@/lib/api/client';
import { useLabel } from '@/lib/resource/meta';
import { byObject, type PermissionInfo } from '../role-rights';

interface ScopeSelectProps {
  /** Given by `Form.Item`. */
  id?: string;
  value?: string[];
  onChange?: (scopes: string[]) => void;
}

/** Permissions to cut a key down to, by what they are about. */
export function ScopeSelect({ id, value, onChange }: ScopeSelectProps) {
  const label = useLabel();
  const { data, isFetching } = useQuery({
    queryKey: ['/permissions'],
    queryFn: ({ signal }) => callPath<{ items: PermissionInfo[] }>('get', '/permissions', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Select
      id={id}
      mode="multiple"
      value={value}
      loading={isFetching}
      maxTagCount={20}
      showSearch={{ optionFilterProp: 'label' }}
      options={byObject(data?.items ?? []).map(([first, those]) => ({
        label: label(first.object_label),
        title: first.object,
        options: those.map((it) => ({ value: it.permission, label: label(it.label) })),
      }))}
      onChange={onChange}
    />
  );
}
