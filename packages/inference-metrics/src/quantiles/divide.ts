/** A ratio without a divisor is not known: never 0, never NaN. */
export function divide(a: number | null, b: number | null): number | null {
  return a === null || b === null || b === 0 ? null : a / b
}
