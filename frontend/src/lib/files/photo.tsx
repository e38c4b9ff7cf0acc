import { useQuery } from '@tanstack/react-query';
import { fetchFile } from './files';
import { Picture } from './picture';

/** A picture that a record holds. */
export function Photo({ record, id, label }: { record: string; id: string; label: string }) {
  const { data } = useQuery({
    queryKey: [record, 'files', id],
    queryFn: () => fetchFile(record, id),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data ? <Picture content={data} label={label} /> : null;
}
