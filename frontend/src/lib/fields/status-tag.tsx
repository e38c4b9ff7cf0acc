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

/** Colours of words that mean the same everywhere; a dictionary's own colour comes first. */
const USUAL: Record<string, string> = {
  pending: 'gold',
  following: 'blue',
  running: 'blue',
  owned: 'blue',
  active: 'green',
  enabled: 'green',
  converted: 'green',
  done: 'green',
  dealt: 'green',
  signed: 'green',
  invalid: 'red',
  failed: 'red',
  locked: 'orange',
  partly_failed: 'orange',
  A: 'red',
  B: 'orange',
  C: 'blue',
};

export function usualColor(value: string): string | undefined {
  return USUAL[value];
}

/** A word on a tint that stays readable in both themes; antd's preset tags do not. */
export function StatusTag({ color, children }: { color?: string | null; children: string }) {
  const name = color && COLORS.has(color) ? color : 'gray';
  return <span className={`gx-tag gx-tag-${name}`}>{children}</span>;
}
