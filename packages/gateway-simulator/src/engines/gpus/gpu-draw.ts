/** What one engine takes from one GPU. It is constant between two events of the engine, so that its sums are exact. */
export interface GpuDraw {
  /** For a while the engine works on this share of its largest batch. */
  hold(fromMs: number, toMs: number, share: number): void
  now(): Drawn
  /** As an exporter that looks every so often last saw it. */
  sampled(): Drawn
}

export interface Drawn {
  /** Above the idle GPU. */
  watts: number
  joules: number
  /** By how much it is warmer than the idle GPU. */
  warmth: number
  utilization: number
}

const coolingMs = 45_000
/** Degrees for each watt. */
const perWatt = 0.062
/** Of the power between idle and limit: of one request, and of a full batch. */
const [leastPower, fullPower] = [0.38, 0.88]
const leastBusy = 0.55

export function createGpuDraw(spanWatts: number, sampleMs: number): GpuDraw {
  let drawn: Drawn = { watts: 0, joules: 0, warmth: 0, utilization: 0 }
  let sampled = drawn

  function after(ms: number, watts: number, utilization: number): Drawn {
    const target = watts * perWatt
    return {
      watts,
      joules: drawn.joules + (watts * ms) / 1000,
      warmth: target + (drawn.warmth - target) * Math.exp(-ms / coolingMs),
      utilization,
    }
  }

  return {
    hold(fromMs, toMs, share) {
      const isBusy = share > 0
      const watts = isBusy ? spanWatts * (leastPower + (fullPower - leastPower) * share) : 0
      const utilization = isBusy ? leastBusy + (1 - leastBusy) * share : 0
      const tickMs = Math.floor(toMs / sampleMs) * sampleMs
      if (tickMs > fromMs) sampled = after(tickMs - fromMs, watts, utilization)
      drawn = after(toMs - fromMs, watts, utilization)
    },
    now: () => drawn,
    sampled: () => sampled,
  }
}
