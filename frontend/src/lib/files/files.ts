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

/** The server takes files of at most so much. */
export const MEGABYTES = 20;

/** What can be sent of what was chosen, where so many more may be. */
export function sortOut<F extends Pick<File, 'size'>>(chosen: F[], room: number) {
  const isTooLarge = ({ size }: F) => size > MEGABYTES * 1024 * 1024;
  const fitting = chosen.filter((file) => !isTooLarge(file));
  return { taken: fitting.slice(0, room), tooLarge: chosen.filter(isTooLarge), tooMany: fitting.slice(room) };
}

const underway = new Set<Promise<unknown>>();

/** Notes that files are on their way: what is saved meanwhile would leave them behind. */
export function awaited(sending: Promise<unknown>): Promise<unknown> {
  const noted = sending.finally(() => underway.delete(noted));
  underway.add(noted);
  return noted;
}

/** Once all that was chosen is there. */
export async function filesArrived() {
  await Promise.all(underway);
}
