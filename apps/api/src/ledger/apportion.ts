/**
 * Splits a whole number by whole weights of any sign: every share is its exact part rounded down, and what is left
 * goes one each to those that lost most. The shares sum to the amount, and none exceeds its weight when the amount
 * does not exceed the weights.
 */
export function apportion(amount: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (amount === 0 || total === 0) return weights.map(() => 0)
  const parts = weights.map((weight, index) => ({ index, ...exactShare(amount, weight, total) }))
  let left = amount - parts.reduce((sum, { share }) => sum + share, 0)
  const shares = parts.map(({ share }) => share)
  for (const { index, share } of parts.toSorted((a, b) => b.lost - a.lost || a.index - b.index)) {
    if (left <= 0) break
    shares[index] = share + 1
    left -= 1
  }
  return shares
}

/** Floor of amount × weight ÷ total, and the remainder, without the error of a product beyond 2^53. */
function exactShare(
  amount: number,
  weight: number,
  total: number,
): { share: number; lost: number } {
  const product = amount * weight
  if (Number.isSafeInteger(product)) {
    const lost = ((product % total) + total) % total
    return { share: (product - lost) / total, lost }
  }
  const exact = BigInt(amount) * BigInt(weight)
  const divisor = BigInt(total)
  const lost = ((exact % divisor) + divisor) % divisor
  return { share: Number((exact - lost) / divisor), lost: Number(lost) }
}
