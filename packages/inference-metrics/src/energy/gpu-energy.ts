/** What a GPU said at one scrape of its source. */
export type PowerSample = { at: number; powerWatts: number | null; energyJoules: number | null }

export type GpuEnergy =
  | { state: 'ok'; joules: number; source: 'counter' | 'power' }
  | { state: 'counter_reset' }
  | { state: 'no_reading' }

/** Sources of one tick are asked at almost, not exactly, the same instant. */
const sameTickMs = 1000

/**
 * The energy of a GPU over a window. Its counter counts first: watts between the first and the last of its steps, times the
 * window. One that does not step twice says nothing; then power is integrated, which is an estimate.
 */
export function gpuEnergy(
  samples: readonly PowerSample[],
  { from, to }: { from: number; to: number },
): GpuEnergy {
  const inside = samples.filter(({ at }) => at >= from - sameTickMs && at <= to + sameTickMs)
  const counted = wattsOfCounter(inside)
  if (counted === 'counter_reset') return { state: 'counter_reset' }
  const watts = counted ?? wattsOfPower(inside)
  if (watts === null) return { state: 'no_reading' }
  const source = counted === null ? 'power' : 'counter'
  return { state: 'ok', joules: (watts * (to - from)) / 1000, source }
}

type Step = { at: number; joules: number }

function wattsOfCounter(samples: readonly PowerSample[]): number | 'counter_reset' | null {
  let last: number | null = null
  const steps: Step[] = []
  for (const { at, energyJoules } of samples) {
    if (energyJoules === null) continue
    // What was used before it began again cannot be known.
    if (last !== null && energyJoules < last) return 'counter_reset'
    if (last !== null && energyJoules > last) steps.push({ at, joules: energyJoules })
    last = energyJoules
  }
  const [first, final] = [steps[0], steps.at(-1)]
  if (first === undefined || final === undefined || first === final) return null
  return (final.joules - first.joules) / ((final.at - first.at) / 1000)
}

/** By the trapezoid. */
function wattsOfPower(samples: readonly PowerSample[]): number | null {
  let joules = 0
  let seconds = 0
  let before: { at: number; watts: number } | null = null
  for (const { at, powerWatts } of samples) {
    if (powerWatts === null) continue
    if (before !== null) {
      const step = (at - before.at) / 1000
      joules += ((before.watts + powerWatts) / 2) * step
      seconds += step
    }
    before = { at, watts: powerWatts }
  }
  return seconds === 0 ? null : joules / seconds
}
