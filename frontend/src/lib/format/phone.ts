/** `13812345678` → `138 1234 5678`; masked and foreign numbers stay as they are. */
export function formatPhone(value: unknown): string {
  const text = typeof value === 'string' ? value : '';
  const match = /^(?:\+86)?(1[\d*]{2})([\d*]{4})([\d*]{4})$/.exec(text);
  return match ? `${match[1]} ${match[2]} ${match[3]}` : text;
}

export function isMasked(value: unknown): boolean {
  return typeof value === 'string' && value.includes('*');
}
