/** What is left of a cap: null is any number; whoever holds more than he may is left nothing. */
export function leftOf(cap: number | null, held: number): number | null {
  return cap === null ? null : Math.max(0, cap - held);
}
