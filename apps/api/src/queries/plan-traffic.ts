import { planCommon, type CommonQuery } from '../http/routes/common-query.ts'
import { readTraffic, type Traffic, type TrafficDeps } from './read-traffic.ts'
import type { Refusal } from '../http/refused.ts'
import type { Plan } from '../http/routes/route.ts'

type Asked = {
  query: CommonQuery
  now: number
  /** What else is asked, besides the common query. */
  also?: string
}

/** A question that the traffic of a window answers by itself. */
export function planTraffic(
  deps: TrafficDeps,
  { query, now, also }: Asked,
  describe: (traffic: Traffic) => object,
): Plan | Refusal {
  const planned = planCommon(query, now)
  if ('parameter' in planned) return planned
  const { window, question } = planned
  return {
    question: JSON.stringify([question, also]),
    until: window.until,
    days: window.days,
    read: async () => {
      const traffic = await readTraffic(deps, query, window, now)
      const { dataVersion: data_version, window: described } = traffic
      return { data_version, window: described, ...describe(traffic) }
    },
  }
}
