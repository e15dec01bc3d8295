import { Counter, Histogram, type Registry } from 'prom-client'

export type AnsweredRequest = { method: string; route: string; status: number; seconds: number }

export type HttpStats = {
  /** Counts an answer and its time. */
  observe: (answered: AnsweredRequest) => void
}

/** Requests by route of the table; there are as many series as routes, however many addresses are asked for. */
export function createHttpStats(registry: Registry): HttpStats {
  const registers = [registry]
  const requests = new Counter({
    name: 'podium_http_requests_total',
    help: 'Requests that were answered, by route of the table.',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'podium_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['method', 'route'],
    buckets: [0.001, 0.005, 0.025, 0.1, 0.25, 1, 2.5, 10],
    registers,
  })
  return {
    observe: ({ method, route, status, seconds }) => {
      requests.inc({ method, route, status })
      durations.observe({ method, route }, seconds)
    },
  }
}
