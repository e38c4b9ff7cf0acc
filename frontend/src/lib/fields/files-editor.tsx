import { filesIn } from '@/lib/files/files';
import { FilesField } from '@/lib/files/files-field';
import type { Field } from '@/lib/resource/meta';
import type { EditorProps } from './field-kind';

const MOST = 20;

export function mostFiles({ rules }: Field): number {
  return Math.min(Number(rules?.max ?? MOST), MOST);
}

export function FilesEditor({ value, field, onChange }: EditorProps) {
  return (
    <FilesField
      value={filesIn(value)}
      isImage={field.rules?.type === 'image'}
      most={mostFiles(field)}
      onChange={onChange}
    />
  );
}
