import type { Counters as ClientCounters, DayActivity, KeyActivity } from '../src/index.ts'
import { type Cell, type Counters, counterNames, noCounters } from './cells.ts'

/** What the client counted, under the names of the truth. */
export function toCounters(counted: ClientCounters): Counters {
  return {
    requests: counted.requests,
    successes: counted.successes,
    failures: counted.failures,
    prompt: counted.promptTokens,
    completion: counted.completionTokens,
    cacheRead: counted.cacheReadTokens,
    cacheCreation: counted.cacheCreationTokens,
    spend: counted.spendUsd,
  }
}

/** Team × key, from the keys of each team. */
export function teamCells(days: readonly DayActivity[]): Cell[] {
  return days.flatMap(({ date, teams }) =>
    teams.flatMap(({ teamId, keys }) =>
      keys.map(({ key, counters }) => ({
        date,
        team: teamId,
        key,
        model: null,
        counters: toCounters(counters),
      })),
    ),
  )
}

/**
 * Model × key of an answer that is about one team. What a key has beyond its models belongs to
 * requests that the gateway lists under no model.
 */
export function modelCells(days: readonly DayActivity[], team: string | null): Cell[] {
  return days.flatMap(({ date, models, teams }) => {
    const named = models.flatMap(({ model, keys }) =>
      keys.map(({ key, counters }) => ({ date, team, key, model, counters: toCounters(counters) })),
    )
    const keys = teams.flatMap((each) => each.keys)
    return [...named, ...unnamed(named, keys, { date, team })]
  })
}

function unnamed(
  named: readonly Cell[],
  keys: readonly KeyActivity[],
  { date, team }: { date: string; team: string | null },
): Cell[] {
  const rest = new Map<string, Counters>()
  for (const { key, counters } of keys) {
    const sum = rest.get(key) ?? noCounters()
    const whole = toCounters(counters)
    for (const name of counterNames) sum[name] += whole[name]
    rest.set(key, sum)
  }
  for (const { key, counters } of named) {
    const sum = rest.get(key) ?? noCounters()
    for (const name of counterNames) sum[name] -= counters[name]
    rest.set(key, sum)
  }
  return [...rest]
    .filter(([, counters]) => counterNames.some((name) => name !== 'spend' && counters[name] !== 0))
    .map(([key, counters]) => ({ date, team, key, model: null, counters }))
}
