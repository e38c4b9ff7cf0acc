import { useQuery } from '@tanstack/react-query';
import { Select, Spin } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import type { Row } from '@/lib/api/schema-types';

interface RemoteSelectProps {
  /** Path of the list to choose from, `/users`. */
  path: string;
  value: string | string[] | null | undefined;
  /** Words for the chosen ids while their rows are not loaded. */
  shown?: Record<string, string>;
  query?: Record<string, unknown>;
  isMany?: boolean;
  extra?: { value: string; label: string }[];
  onChange: (value: string | string[] | null, label: string) => void;
  onCancel?: () => void;
  autoFocus?: boolean;
  isOpen?: boolean;
  allowClear?: boolean;
  placeholder?: string;
  /** Its name where no label stands beside it. */
  label?: string;
  id?: string;
}

/** The words by which people know a record of any kind. */
function nameOfRow(row: Row): string {
  for (const key of ['name', 'title', 'company_name', 'contact_name', 'no', 'code']) {
    const value = row[key];
    if (typeof value === 'string' && value) return value;
  }
  return row.id;
}

/** Chooses records by typing: the server searches names, numbers and pinyin. */
export function RemoteSelect(props: RemoteSelectProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed);
  const search = { limit: 20, ...props.query, q };
  const found = useQuery({
    queryKey: [props.path, 'choose', search],
    queryFn: ({ signal }) => callPath<{ items: Row[] }>('get', props.path, { query: search, signal }),
    placeholderData: (old) => old,
    staleTime: 60_000,
  });
  const options = [
    ...(props.extra ?? []),
    ...(found.data?.items ?? []).map((row) => ({ value: row.id, label: nameOfRow(row) })),
  ];
  const chosen = props.value === null || props.value === undefined ? [] : [props.value].flat();
  for (const id of chosen) {
    if (!options.some((it) => it.value === id) && !typed)
      options.unshift({ value: id, label: props.shown?.[id] ?? id });
  }
  const wordsOf = (value: string) => options.find((it) => it.value === value)?.label ?? '';
  return (
    <Select
      id={props.id}
      aria-label={props.label}
      autoFocus={props.autoFocus}
      defaultOpen={props.isOpen}
      mode={props.isMany ? 'multiple' : undefined}
      value={props.isMany ? chosen : chosen[0]}
      options={options}
      loading={found.isFetching}
      allowClear={props.allowClear}
      placeholder={props.placeholder}
      popupMatchSelectWidth={false}
      style={{ width: '100%', minWidth: 140 }}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={found.isLoading ? <Spin size="small" /> : t('nothing_found')}
      onChange={(next: string | string[] | undefined) =>
        props.onChange(next ?? null, [next ?? []].flat().map(wordsOf).join(t('separator')))
      }
      onKeyDown={(event) => event.key === 'Escape' && props.onCancel?.()}
    />
  );
}

interface RemoteSelectInputProps extends Omit<RemoteSelectProps, 'value' | 'onChange'> {
  value?: string | string[] | null;
  onChange?: (value: string | string[] | null) => void;
}

/** The same as a form wants it, which gives value and change itself. */
export function RemoteSelectInput({ value, onChange, ...rest }: RemoteSelectInputProps) {
  return <RemoteSelect {...rest} value={value} onChange={(next) => onChange?.(next)} />;
}
