import { useEffect, useState } from 'react';
import './files.css';

/** A picture as a browser has it. */
export function Picture({ content, label }: { content: Blob; label: string }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(content);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return url ? <img className="gx-photo" src={url} alt={label} /> : null;
}
