import type { RaceMeasure } from '@podium/contracts'
import { add, noCounters } from '../../domain/counters.ts'
import type { TeamModelStep } from '../../domain/time-slice.ts'
import { contenders } from '../board/placing.ts'
import { valueOf } from '../board/rank-teams.ts'
import type { Pace } from '../board/pace.ts'
import type { Terms } from '../prices.ts'
import { hasTraffic, type TeamTraffic } from '../team-usage.ts'

type Input = {
  measure: RaceMeasure
  /** Epoch seconds, first to last. */
  at: readonly number[]
  /** What came in the span, of the models that are asked about. */
  steps: readonly TeamModelStep[]
  termsOf: Terms
}

/** What the board would have said at one moment, and whose traffic without a known time has joined since the last. */
export type RacePoint = {
  values: ReadonlyMap<string | null, number | null>
  untimed: ReadonlySet<string | null>
}

/** Nobody races for momentum. */
export const noPace: Pace = { momentum: () => () => null, usdPerMinute: () => null }

/** Moment by moment, so that whoever asks can let others go first. */
export function* runRace({ measure, at, steps, termsOf }: Input): Generator<RacePoint> {
  const stepsAt = Map.groupBy(steps, ({ ends }) => pointOf(at, ends))
  const teams = new Map<string | null, Map<string, TeamModelStep['counters']>>()
  for (const index of at.keys()) {
    const joined = stepsAt.get(index) ?? []
    for (const { teamId, model, counters } of joined) {
      const models = teams.get(teamId) ?? new Map<string, TeamModelStep['counters']>()
      teams.set(teamId, models)
      models.set(model, add(models.get(model) ?? noCounters, counters))
    }
    const board = contenders({ teams: trafficOf(teams), pace: noPace, ago: 0, termsOf })
    yield {
      values: new Map(board.map((team) => [team.teamId, valueOf(measure, team)])),
      untimed: new Set(
        joined
          .filter(({ isPlaced, counters }) => !isPlaced && hasTraffic(counters))
          .map(({ teamId }) => teamId),
      ),
    }
  }
}

/** The first moment at which it is known; the last one where its day is not over. */
function pointOf(at: readonly number[], ends: number): number {
  let low = 0
  let high = at.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((at[middle] ?? Infinity) >= ends) high = middle
    else low = middle + 1
  }
  return low
}

function trafficOf(
  teams: ReadonlyMap<string | null, ReadonlyMap<string, TeamModelStep['counters']>>,
): TeamTraffic[] {
  return [...teams].flatMap(([teamId, models]) => {
    const totals = [...models].map(([model, counters]) => ({ model, counters }))
    let counters = noCounters
    for (const total of totals) counters = add(counters, total.counters)
    return hasTraffic(counters) ? [{ teamId, models: totals, counters }] : []
  })
}
