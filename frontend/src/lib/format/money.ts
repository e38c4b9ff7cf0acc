/** Money and quantities are decimal strings; nothing here turns them into floating point. */
const SYMBOLS: Record<string, string> = { CNY: '¥', USD: '$', EUR: '€', HKD: 'HK$', JPY: 'JP¥', GBP: '£' };

interface Decimal {
  sign: string;
  whole: string;
  fraction: string;
}

function split(value: string): Decimal | undefined {
  const match = /^(-?)0*(\d+)(?:\.(\d*))?$/.exec(value.trim());
  return match ? { sign: match[1] ?? '', whole: match[2] ?? '0', fraction: match[3] ?? '' } : undefined;
}

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1234567.5` → `1,234,567.5`; at least `digits` places, further ones only if they say something. */
export function formatDecimal(value: unknown, digits = 0): string {
  if (value === null || value === undefined || value === '') return '';
  const parts = split(String(value));
  if (!parts) return String(value);
  const fraction = parts.fraction.replace(/0+$/, '').padEnd(digits, '0');
  return parts.sign + grouped(parts.whole) + (fraction ? `.${fraction}` : '');
}

export function formatMoney(value: unknown, currency = 'CNY'): string {
  const text = formatDecimal(value, 2);
  if (!text) return '';
  const symbol = SYMBOLS[currency] ?? `${currency} `;
  return text.startsWith('-') ? `-${symbol}${text.slice(1)}` : symbol + text;
}

/** `123456789.00` → `¥1.23亿`, cut off rather than rounded up to a sum nobody has. */
export function shortMoney(value: unknown, currency = 'CNY'): string {
  const parts = split(String(value ?? ''));
  if (!parts) return '';
  const symbol = parts.sign + (SYMBOLS[currency] ?? `${currency} `);
  for (const [places, unit] of [
    [8, '亿'],
    [4, '万'],
  ] as const) {
    if (parts.whole.length <= places) continue;
    const fraction = parts.whole.slice(-places).slice(0, 2).replace(/0+$/, '');
    return symbol + grouped(parts.whole.slice(0, -places)) + (fraction ? `.${fraction}` : '') + unit;
  }
  return symbol + grouped(parts.whole);
}

/** What a person types (`1,234.5`, `¥ 12万`, `１２`) as a decimal string; undefined when it is no number. */
export function parseDecimal(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,¥$€£]/g, '');
  const match = /^(-?\d+)(?:\.(\d+))?([万亿]?)$/.exec(plain);
  if (!match) return undefined;
  const [, whole = '', fraction = '', unit = ''] = match;
  const places = unit === '亿' ? 8 : unit === '万' ? 4 : 0;
  const padded = fraction.padEnd(places, '0');
  const moved = whole + padded.slice(0, places);
  const rest = padded.slice(places);
  return moved.replace(/^(-?)0+(?=\d)/, '$1') + (rest ? `.${rest}` : '');
}

/** The decimal point some places to the right, or to the left: a fraction as percent, and back. */
export function shifted(value: string, places: number): string {
  const parts = split(value);
  if (!parts) return value;
  const whole = parts.whole.padStart(1 - Math.min(places, 0), '0');
  const digits = whole + parts.fraction.padEnd(Math.max(places, 0), '0');
  const point = whole.length + places;
  const fraction = digits.slice(point).replace(/0+$/, '');
  return parts.sign + digits.slice(0, point).replace(/^0+(?=\d)/, '') + (fraction && `.${fraction}`);
}
