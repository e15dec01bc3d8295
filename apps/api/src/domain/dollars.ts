/** Dollars are told to the billionth, as the nearest number to that decimal: sums of doubles leave tails. */
const perDollar = 1e9

export function roundUsd(usd: number): number {
  // Plus nothing, because nobody wants to read -0.
  return Math.round(usd * perDollar) / perDollar + 0
}
