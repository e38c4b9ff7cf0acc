import { RemoteSelect } from './remote-select';

interface RecordSelectProps {
  path: string;
  query?: Record<string, unknown>;
  isMany?: boolean;
  placeholder?: string;
  autoFocus?: boolean;
  /** Words for chosen ids whose rows are not loaded. */
  shown?: Record<string, string>;
  /** Given by `Form.Item`. */
  id?: string;
  value?: string | string[] | null;
  onChange?: (value: string | string[] | null) => void;
}

/** Chooses a record, or several, as a child of antd's `Form.Item`. */
export function RecordSelect({ value, onChange, ...rest }: RecordSelectProps) {
  return <RemoteSelect {...rest} value={value} allowClear onChange={(next) => onChange?.(next)} />;
}
