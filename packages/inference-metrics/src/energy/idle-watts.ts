/** What an engine did at one of its scrapes; `isBusy` where it is not known that it did nothing. */
export type Activity = { at: number; isBusy: boolean }

const quietMs = 30_000
const most = 60
const least = 10

/**
 * What a GPU draws while nobody uses it: the median of its last 60 power samples at which all of its engines had been quiet
 * for 30 s; `null` with fewer than 10.
 */
export function idleWatts(
  samples: readonly { at: number; powerWatts: number | null }[],
  engines: readonly (readonly Activity[])[],
): number | null {
  const quiet: number[] = []
  for (const { at, powerWatts } of samples.toReversed()) {
    if (powerWatts === null || engines.length === 0) continue
    if (engines.every((activity) => wasQuiet(activity, at))) quiet.push(powerWatts)
    if (quiet.length === most) break
  }
  if (quiet.length < least) return null
  const sorted = quiet.toSorted((a, b) => a - b)
  const [low, high] = [
    sorted[Math.ceil(quiet.length / 2) - 1],
    sorted[Math.floor(quiet.length / 2)],
  ]
  return ((low ?? 0) + (high ?? 0)) / 2
}

/** Watched for all of the time before, and seen doing nothing. */
function wasQuiet(activity: readonly Activity[], at: number): boolean {
  const last = activity.findLastIndex((one) => one.at <= at + 1000)
  for (let index = last; index >= 0; index -= 1) {
    const one = activity[index]
    if (one === undefined || one.isBusy) return false
    if (one.at <= at - quietMs) return true
  }
  return false
}

/** `null` is not known, and then it is not quiet. */
export function isBusy({
  running,
  waiting,
  tokens,
}: {
  running: number | null
  waiting: number | null
  tokens: number | null
}): boolean {
  return running !== 0 || waiting !== 0 || (tokens ?? 0) > 0
}
