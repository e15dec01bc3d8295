import type { Counters } from '@podium/litellm-client'
import type { ModelTerms } from '../../src/analytics/prices.ts'
import type { TeamTraffic } from '../../src/analytics/team-usage.ts'
import { noCounters, sum } from '../../src/domain/counters.ts'

/** Counters that are zero but for these; requests are both kinds. */
export function counted(some: Partial<Counters>): Counters {
  const { successes = 0, failures = 0 } = some
  return { ...noCounters, requests: successes + failures, ...some }
}

export function trafficOf(teamId: string, models: Record<string, Partial<Counters>>): TeamTraffic {
  const rows = Object.entries(models).map(([model, some]) => ({ model, counters: counted(some) }))
  return { teamId, models: rows, counters: sum(rows.map(({ counters }) => counters)) }
}

/** Every model has a price, also for its cache; none is local or has a shadow price, unless said. */
export function terms(of: Record<string, Partial<ModelTerms>> = {}) {
  return (model: string): ModelTerms => ({
    isPriced: true,
    shadow: null,
    hasCachePrice: true,
    countsCacheReads: true,
    isLocal: false,
    ...of[model],
  })
}
