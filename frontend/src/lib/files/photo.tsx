import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { fetchFile } from './files';
import './files.css';

/** A picture that the server has. */
export function Photo({ id, label }: { id: string; label: string }) {
  const { data } = useQuery({
    queryKey: ['/files', id],
    queryFn: () => fetchFile(id),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!data) return;
    const made = URL.createObjectURL(data);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  return url ? <img className="gx-photo" src={url} alt={label} /> : null;
}
