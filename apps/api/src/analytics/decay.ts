/** What was seen in a bucket of `width` minutes. */
export type Seen = { start: number; width: number; amount: number }

/** The last minutes, latest first: how old each is, and whether anybody watched. */
const reach = 60
const fresh = 5

/**
 * Amount per minute before `asOf` (epoch seconds), each minute weighing half as much as the one `halfLife` minutes
 * later. Minutes that nobody watched are left out; `null` where the last five are among them.
 */
export function decayedRate(
  seen: readonly Seen[],
  { asOf, halfLife, isKnown }: { asOf: number; halfLife: number; isKnown: readonly boolean[] },
): number | null {
  if (!isKnown.slice(0, fresh).some(Boolean)) return null
  const amounts = new Array<number>(reach).fill(0)
  for (const { start, width, amount } of seen)
    for (let minute = 0; minute < width; minute += 1) {
      const age = Math.floor((asOf - start) / 60) - 1 - minute
      if (age >= 0 && age < reach) amounts[age] = (amounts[age] ?? 0) + amount / width
    }
  let weights = 0
  let total = 0
  for (const [age, amount] of amounts.entries()) {
    if (isKnown[age] !== true) continue
    const weight = 2 ** (-age / halfLife)
    weights += weight
    total += weight * amount
  }
  return weights === 0 ? null : total / weights
}

/** For each of the last minutes, latest first. */
export function knownMinutes(
  asOf: number,
  isWatched: (span: { from: number; to: number }) => boolean,
): boolean[] {
  return Array.from({ length: reach }, (_, age) => {
    const to = asOf - age * 60
    const hour = to - 60 - ((to - 60) % 3600)
    return isWatched({ from: to - 60, to }) || isWatched({ from: hour, to: hour + 3600 })
  })
}
