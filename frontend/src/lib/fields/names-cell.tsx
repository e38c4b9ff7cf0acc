import { StatusTag } from './status-tag';
import { useNames } from './use-names';

/** Records of which only the ids are known, by their names. */
export function NamesCell({ ids, path }: { ids: string[]; path: string }) {
  const nameOf = useNames(path, ids);
  return (
    <span className="gx-tags">
      {ids.map((id) => (
        <StatusTag key={id}>{nameOf(id)}</StatusTag>
      ))}
    </span>
  );
}
