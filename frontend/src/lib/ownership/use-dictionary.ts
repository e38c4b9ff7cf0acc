import { useQuery } from '@tanstack/react-query';
import { callPath } from '@/lib/api/client';
import type { FieldOption } from '@/lib/resource/meta';

interface Word {
  code: string;
  zh: string;
  en?: string | null;
  color?: string | null;
  active?: boolean;
}

const NONE: FieldOption[] = [];

/** The words of a list that no field carries: what a verb asks for. */
export function useDictionary(code: string): FieldOption[] {
  const { data } = useQuery({
    queryKey: ['/dictionaries', 'words', code],
    queryFn: ({ signal }) =>
      callPath<{ items: { items: Word[] }[] }>('get', '/dictionaries', { query: { code }, signal }),
    staleTime: 5 * 60_000,
    select: ({ items }) =>
      (items[0]?.items ?? []).map(({ code: value, zh, en, ...rest }) => ({
        ...rest,
        value,
        label: { zh, en: en || zh },
      })),
  });
  return data ?? NONE;
}
