/** To the nearest number of so many decimals, by its exact value: 1.005 is a little less, and gives 1. */
export function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}
