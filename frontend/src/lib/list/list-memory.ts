/** Where one was in a list, until the window closes: Back finds the same rows, cell and selection. */
export interface ListPlace {
  scrollTop: number;
  active: { row: number; column: number };
  selected: ReadonlySet<string>;
}

const places = new Map<string, ListPlace>();

export function placeOf(key: string): ListPlace {
  return places.get(key) ?? { scrollTop: 0, active: { row: 0, column: 0 }, selected: new Set() };
}

export function keepPlace(key: string, change: Partial<ListPlace>) {
  places.set(key, { ...placeOf(key), ...change });
}

/** The list a record was opened from: how to find its neighbours, and the way back with filters and all. */
interface Trail {
  href: string;
  rowAt: (index: number) => { id: string } | undefined;
  total: number;
}

const trails = new Map<string, Trail>();

export function keepTrail(list: string, trail: Trail) {
  trails.set(list, trail);
}

export function trailOf(list: string): Trail | undefined {
  return trails.get(list);
}

/** Another person signs in: the places of the first one are none of their business. */
export function forgetPlaces() {
  places.clear();
  trails.clear();
}

export function neighboursOf(list: string, id: string): { previous?: string; next?: string } {
  const trail = trails.get(list);
  if (!trail) return {};
  for (let index = 0; index < trail.total; index++) {
    if (trail.rowAt(index)?.id === id) {
      return { previous: trail.rowAt(index - 1)?.id, next: trail.rowAt(index + 1)?.id };
    }
  }
  return {};
}
