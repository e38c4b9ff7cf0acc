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

/** A file that a record holds; `record` is the record's path. */
export async function fetchFile(record: string, id: string): Promise<Blob> {
  const answer = await request(urlOf(`${record}/files/{id}`, { id }));
  if (!answer.ok) throw await problemFrom(answer);
  return answer.blob();
}

/** What a record tells of the files in one of its fields. */
export function filesIn(value: unknown): SentFile[] {
  return Array.isArray(value) ? (value as SentFile[]) : [];
}
