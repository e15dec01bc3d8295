import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Family } from './family.ts'

const resolutionMs = 20
const windowMs = 60_000
const percentiles = { p50: 50, p99: 99, max: 100 }

/** How long things waited for their turn in the last whole minute, or since the start where there is none yet. */
export function watchEventLoopLag(): { family: () => Family; stop: () => void } {
  const histogram = monitorEventLoopDelay({ resolution: resolutionMs })
  histogram.enable()
  let lastMinute: number[] | null = null
  const turn = setInterval(() => {
    lastMinute = read()
    histogram.reset()
  }, windowMs).unref()

  /** It measures from one timer to the next, so that its own interval is in every value. */
  function read(): number[] {
    return Object.values(percentiles).map((percentile) => {
      const ms = histogram.percentile(percentile) / 1e6
      return Math.max(0, ms - resolutionMs) / 1000
    })
  }

  return {
    family: () => {
      const values = lastMinute ?? read()
      return {
        type: 'gauge',
        name: 'nodejs_eventloop_lag_seconds',
        help: 'How long the event loop kept others waiting in the last whole minute.',
        samples: Object.keys(percentiles).map((at, index) => ({
          labels: { at },
          value: values[index] ?? 0,
        })),
      }
    },
    stop: () => {
      clearInterval(turn)
      histogram.disable()
    },
  }
}
