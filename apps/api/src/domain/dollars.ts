const perDollar = 1e9

/**
 * Dollars as everybody is told them: to the billionth, as the number nearest to that decimal, so that 0.22019 is not
 * 0.22018999999999997. The books are kept on a finer grid, on which sums have no error.
 */
export function roundUsd(usd: number): number {
  const billionths = usd * perDollar
  if (Number.isInteger(usd) || !Number.isSafeInteger(Math.round(billionths))) return usd
  // Plus nothing, because nobody wants to read -0.
  return Math.round(billionths) / perDollar + 0
}
