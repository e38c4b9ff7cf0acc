import { request, urlOf } from '@/lib/api/client';
import { problemFrom } from '@/lib/api/problem';

/** A file that the server has, before or after a record names it. */
export interface SentFile {
  id: string;
  name: string;
}

export async function sendFile(file: File): Promise<SentFile> {
  const answer = await request(urlOf('/files', {}, { filename: file.name }), {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: file,
  });
  if (!answer.ok) throw await problemFrom(answer);
  return (await answer.json()) as SentFile;
}

export async function fetchFile(id: string): Promise<Blob> {
  const answer = await request(urlOf('/files/{id}/content', { id }));
  if (!answer.ok) throw await problemFrom(answer);
  return answer.blob();
}
