import type { Family } from './family.ts'

const bounds = [0.001, 0.005, 0.025, 0.1, 0.25, 1, 2.5, 10]

type Duration = { method: string; route: string; counts: number[]; sum: number }
/** How many there were; whoever counts raises it. */
export type Tally = { value: number }
type Count = Tally & { method: string; route: string; status: number }
type Entry = { duration: Duration; byStatus: Map<number, Count> }

export type AnsweredRequest = { method: string; route: string; status: number; seconds: number }

export type HttpStats = {
  /** Counts an answer and its time. */
  observe: (answered: AnsweredRequest) => void
  /** Of such answers. It stays the same, so that who counts every request looks it up once. */
  tally: (method: string, route: string, status: number) => Tally
  /** For those that were not answered on the spot. */
  time: (method: string, route: string, seconds: number) => void
  families: () => Family[]
}

/** Requests by route of the table; there are as many series as routes, however many addresses are asked for. */
export function createHttpStats(): HttpStats {
  const entries = new Map<string, Map<string, Entry>>()

  function entryOf(method: string, route: string): Entry {
    const known = entries.get(route)?.get(method)
    if (known !== undefined) return known
    const counts = Array.from({ length: bounds.length + 1 }, () => 0)
    const entry = { duration: { method, route, counts, sum: 0 }, byStatus: new Map() }
    const ofRoute = entries.get(route) ?? new Map<string, Entry>()
    entries.set(route, ofRoute.set(method, entry))
    return entry
  }

  const time: HttpStats['time'] = (method, route, seconds) => {
    const { duration } = entryOf(method, route)
    let bucket = 0
    while (seconds > (bounds[bucket] ?? Infinity)) bucket += 1
    duration.counts[bucket] = (duration.counts[bucket] ?? 0) + 1
    duration.sum += seconds
  }
  const tally: HttpStats['tally'] = (method, route, status) => {
    const { byStatus } = entryOf(method, route)
    const counted = byStatus.get(status) ?? { method, route, status, value: 0 }
    byStatus.set(status, counted)
    return counted
  }
  const all = () => [...entries.values()].flatMap((ofRoute) => [...ofRoute.values()])

  return {
    observe: ({ method, route, status, seconds }) => {
      tally(method, route, status).value += 1
      time(method, route, seconds)
    },
    tally,
    time,
    families: () => [
      {
        type: 'counter',
        name: 'podium_http_requests_total',
        help: 'Requests that were answered, by route of the table.',
        samples: all()
          .flatMap(({ byStatus }) => [...byStatus.values()])
          .map(({ method, route, status, value }) => ({
            labels: { method, route, status: String(status) },
            value,
          })),
      },
      {
        type: 'histogram',
        name: 'podium_http_request_duration_seconds',
        help: 'Time from a request to the end of its answer, of answers that were not ready.',
        bounds,
        samples: all().map(({ duration: { method, route, counts, sum } }) => ({
          labels: { method, route },
          counts,
          sum,
        })),
      },
    ],
  }
}
