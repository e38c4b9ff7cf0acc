import './fields.css';

const COLORS = new Set([
  'blue',
  'green',
  'gold',
  'orange',
  'red',
  'purple',
  'cyan',
  'magenta',
  'geekblue',
  'volcano',
  'lime',
]);

/** A word on a tint that stays readable in both themes; antd's preset tags do not. */
export function StatusTag({ color, children }: { color?: string | null; children: string }) {
  const name = color && COLORS.has(color) ? color : 'gray';
  return <span className={`gx-tag gx-tag-${name}`}>{children}</span>;
}
