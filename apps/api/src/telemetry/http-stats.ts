import type { Family } from './family.ts'

const bounds = [0.001, 0.005, 0.025, 0.1, 0.25, 1, 2.5, 10]

type Duration = { method: string; route: string; counts: number[]; sum: number }
type Count = { method: string; route: string; status: number; value: number }

export type HttpStats = {
  /** Called for every request, so it is only arithmetic. */
  add: (method: string, route: string, status: number, seconds: number) => void
  families: () => Family[]
}

/** Requests by route of the table; there are as many series as routes, however many addresses are asked for. */
export function createHttpStats(): HttpStats {
  const durations = new Map<string, Duration>()
  const counts = new Map<string, Map<number, Count>>()

  function entryOf(method: string, route: string) {
    const key = `${method} ${route}`
    let duration = durations.get(key)
    let byStatus = counts.get(key)
    if (duration === undefined || byStatus === undefined) {
      duration = {
        method,
        route,
        counts: Array.from({ length: bounds.length + 1 }, () => 0),
        sum: 0,
      }
      byStatus = new Map()
      durations.set(key, duration)
      counts.set(key, byStatus)
    }
    return { duration, byStatus }
  }

  return {
    add: (method, route, status, seconds) => {
      const { duration, byStatus } = entryOf(method, route)
      let bucket = 0
      while (seconds > (bounds[bucket] ?? Infinity)) bucket += 1
      duration.counts[bucket] = (duration.counts[bucket] ?? 0) + 1
      duration.sum += seconds
      const count = byStatus.get(status)
      if (count === undefined) byStatus.set(status, { method, route, status, value: 1 })
      else count.value += 1
    },
    families: () => [
      {
        type: 'counter',
        name: 'podium_http_requests_total',
        help: 'Requests that were answered, by route of the table.',
        samples: [...counts.values()]
          .flatMap((byStatus) => [...byStatus.values()])
          .map(({ method, route, status, value }) => ({
            labels: { method, route, status: String(status) },
            value,
          })),
      },
      {
        type: 'histogram',
        name: 'podium_http_request_duration_seconds',
        help: 'Time from a request to the end of its answer.',
        bounds,
        samples: [...durations.values()].map(({ method, route, counts: of, sum }) => ({
          labels: { method, route },
          counts: of,
          sum,
        })),
      },
    ],
  }
}
