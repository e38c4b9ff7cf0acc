import dayjs, { type Dayjs } from 'dayjs';
import { formatDate, inZone, today } from '@/lib/format/date';
import { type Filter, isLeaf, type Leaf } from './filter';

/** Who asks, and on which day. */
export interface Moment {
  me?: string;
  today: Dayjs;
}

export function momentOf(me: string | undefined): Moment {
  return { me, today: dayjs(today().format('YYYY-MM-DD')) };
}

type Values = Record<string, unknown>;

/**
 * Whether what is typed meets a condition. It decides what a form shows; what is asked for, the server decides, and
 * means the same by it: an empty field meets `ne`, `not_in`, `is_null` and `not …` alone.
 */
export function matches(filter: Filter, record: Values, moment: Moment): boolean {
  if (isLeaf(filter)) return meets(filter, record[filter.field] ?? null, moment);
  if ('and' in filter) return filter.and.every((part) => matches(part, record, moment));
  if ('or' in filter) return filter.or.some((part) => matches(part, record, moment));
  return !matches(filter.not, record, moment);
}

function meets({ op, value: asked }: Leaf, value: unknown, moment: Moment): boolean {
  const wanted = asked === 'me' ? moment.me : asked;
  const order = (bound: unknown) => (value === null ? undefined : compare(value, bound));
  const isAtLeast = (bound: unknown) => (order(bound) ?? -1) >= 0;
  const isAtMost = (bound: unknown) => (order(bound) ?? 1) <= 0;
  switch (op) {
    case 'ne':
    case 'not_in':
      return !isOneOf(value, wanted);
    case 'lt':
      return (order(wanted) ?? 0) < 0;
    case 'gt':
      return (order(wanted) ?? 0) > 0;
    case 'lte':
      return isAtMost(wanted);
    case 'gte':
      return isAtLeast(wanted);
    case 'between':
      return Array.isArray(wanted) && isAtLeast(wanted[0]) && isAtMost(wanted[1]);
    case 'contains':
      if (Array.isArray(value)) return isOneOf(value, wanted);
      return typeof value === 'string' && folded(value).includes(folded(wanted));
    case 'starts_with':
      return typeof value === 'string' && folded(value).startsWith(folded(wanted));
    case 'is_null':
      return value === null;
    case 'is_not_null':
      return value !== null;
    case 'eq':
    case 'in':
    case undefined:
      return isOneOf(value, wanted);
    default:
      return lies(value, rangeOf(op, Number(wanted ?? 0), moment.today));
  }
}

function folded(value: unknown): string {
  return String(value ?? '').toLowerCase();
}

/** A list meets a list, or a single value, that it shares something with. */
function isOneOf(value: unknown, wanted: unknown): boolean {
  const all = Array.isArray(wanted) ? wanted : [wanted];
  return (Array.isArray(value) ? value : [value]).some((it) => all.some((other) => isEqual(it, other)));
}

/** `007` is not `7`, but `12.50` is `12.5`. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a === 'string' && typeof b === 'string') {
    if (DAY.test(b) && a.length > 10) return dayOf(a) === b;
    return a.includes('.') && numberOf(a) !== undefined && numberOf(a) === numberOf(b);
  }
  return numberOf(a) !== undefined && numberOf(a) === numberOf(b);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function dayOf(value: string): string {
  return value.length > 10 ? inZone(value).format('YYYY-MM-DD') : formatDate(value);
}

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

function compare(value: unknown, bound: unknown): number | undefined {
  const [a, b] = [numberOf(value), numberOf(bound)];
  if (a !== undefined && b !== undefined) return a - b;
  if (typeof value !== 'string' || typeof bound !== 'string') return undefined;
  const isDays = DAY.test(bound) && /^\d{4}-\d{2}-\d{2}/.test(value);
  const [left, right] = isDays ? [dayOf(value), bound] : [value, bound];
  return left < right ? -1 : left > right ? 1 : 0;
}

function lies(value: unknown, range: [Dayjs, Dayjs] | undefined): boolean {
  if (typeof value !== 'string' || !range) return false;
  const day = dayOf(value);
  return range[0].format('YYYY-MM-DD') <= day && day < range[1].format('YYYY-MM-DD');
}

/** From the first day on, to before the second. */
function rangeOf(op: string, count: number, now: Dayjs): [Dayjs, Dayjs] | undefined {
  const monday = now.subtract((now.day() + 6) % 7, 'day');
  const month = now.startOf('month');
  const quarter = month.subtract(month.month() % 3, 'month');
  const ranges: Record<string, [Dayjs, Dayjs]> = {
    today: [now, now.add(1, 'day')],
    yesterday: [now.subtract(1, 'day'), now],
    tomorrow: [now.add(1, 'day'), now.add(2, 'day')],
    this_week: [monday, monday.add(7, 'day')],
    last_week: [monday.subtract(7, 'day'), monday],
    this_month: [month, month.add(1, 'month')],
    last_month: [month.subtract(1, 'month'), month],
    this_quarter: [quarter, quarter.add(3, 'month')],
    this_year: [now.startOf('year'), now.startOf('year').add(1, 'year')],
    last_n_days: [now.subtract(count - 1, 'day'), now.add(1, 'day')],
    next_n_days: [now, now.add(count, 'day')],
  };
  return ranges[op];
}
