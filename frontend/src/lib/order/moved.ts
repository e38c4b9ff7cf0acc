/** The list with one of its items before another; at the end without one. */
export function movedBefore<T>(list: T[], item: T, before: T | undefined): T[] {
  if (item === before || !list.includes(item)) return list;
  const rest = list.filter((it) => it !== item);
  const at = before === undefined ? -1 : rest.indexOf(before);
  return at < 0 ? [...rest, item] : rest.toSpliced(at, 0, item);
}

/** The list with one of its items so many places further on. */
export function movedBy<T>(list: T[], item: T, by: number): T[] {
  const at = list.indexOf(item);
  const to = at + by;
  if (at < 0 || to < 0 || to >= list.length) return list;
  return list.toSpliced(at, 1).toSpliced(to, 0, item);
}
