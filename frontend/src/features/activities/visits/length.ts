/** Metres as people say them: metres nearby, kilometres farther away. */
export function lengthOf(metres: number): { unit: 'm' | 'km'; count: number } {
  return metres < 1_000 ? { unit: 'm', count: metres } : { unit: 'km', count: Math.round(metres / 100) / 10 };
}
