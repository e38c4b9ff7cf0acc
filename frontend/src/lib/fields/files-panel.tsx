import { FileLinks } from '@/lib/files/file-links';
import { filesIn } from '@/lib/files/files';
import { FilesField } from '@/lib/files/files-field';
import { Photo } from '@/lib/files/photo';
import { useToast } from '@/lib/resource/use-toast';
import type { PanelProps } from './field-kind';
import { mostFiles } from './files-editor';

/** What is held, to be shown or saved; more is brought and what is there taken off without further ado. */
export function FilesPanel({ value, field, row, save }: PanelProps) {
  const toast = useToast();
  const record = `/${field.of}/${row.id}`;
  const held = filesIn(value);
  return (
    <div className="gx-panel-files">
      {field.rules?.type === 'image' &&
        held.map(({ id, name }) => <Photo key={id} record={record} id={id} label={name} />)}
      {save ? (
        <FilesField
          value={held}
          record={record}
          isImage={field.rules?.type === 'image'}
          most={mostFiles(field)}
          onChange={(next) => void save(next).catch(toast.failed)}
        />
      ) : (
        <FileLinks record={record} files={held} />
      )}
    </div>
  );
}
