import { useQuery } from '@tanstack/react-query';
import { Select, Spin } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import type { Row } from '@/lib/api/schema-types';
import { nameOfRow, useNames } from './use-names';

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
  const unseen = chosen.filter((id) => !options.some((it) => it.value === id));
  const names = useNames(
    props.path,
    unseen.filter((id) => !props.shown?.[id]),
  );
  if (!typed) options.unshift(...unseen.map((id) => ({ value: id, label: props.shown?.[id] || names(id) })));
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
