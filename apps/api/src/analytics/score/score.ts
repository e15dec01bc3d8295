import type { Score, ScorePart } from '@podium/contracts'
import { median } from '../median.ts'
import type { Terms } from '../prices.ts'
import type { TeamTraffic } from '../team-usage.ts'
import { cacheHitShare } from '../usage.ts'
import { wilsonLowerBound } from '../wilson.ts'
import { efficiencyField, type Field } from './efficiency.ts'
import { breadthOf, cacheOf, effectiveModels, isCacheJudged, volumeOf } from './parts.ts'
import { pricedOutput } from './priced-output.ts'
import { partNames, weightsFor, type PartName, type PartValues } from './weights.ts'

/** What a team needs to have a score. */
export const scoreFrom = { requests: 20, completion_tokens: 1000 }

/** What the eligible teams of a board are measured by. */
export type Yardstick = { field: Field; par: number; termsOf: Terms }

export function isEligible({ counters }: TeamTraffic): boolean {
  return (
    counters.requests >= scoreFrom.requests &&
    counters.completionTokens >= scoreFrom.completion_tokens
  )
}

export function yardstickOf(teams: readonly TeamTraffic[], termsOf: Terms): Yardstick {
  const eligible = teams.filter(isEligible)
  return {
    field: efficiencyField(eligible.flatMap((team) => pricedOutput(team.models, termsOf) ?? [])),
    par: median(eligible.map(({ counters }) => counters.completionTokens)) ?? 0,
    termsOf,
  }
}

/** `null` for a team that is still warming up. */
export function scoreOf(team: TeamTraffic, yardstick: Yardstick): Score | null {
  return isEligible(team) ? scoreOfParts(partValues(team, yardstick)) : null
}

export function partValues(team: TeamTraffic, by: Yardstick): PartValues {
  const { counters, models } = team
  const priced = pricedOutput(models, by.termsOf)
  const share = isCacheJudged(models, by.termsOf) ? cacheHitShare(team, by.termsOf) : null
  return {
    efficiency: priced === null ? null : by.field.place(by.field.shrink(priced)),
    reliability: wilsonLowerBound(counters.successes, counters.requests),
    volume: volumeOf(counters.completionTokens, by.par),
    cache: share === null ? null : cacheOf(share),
    breadth: breadthOf(effectiveModels(models)),
  }
}

export function scoreOfParts(values: PartValues): Score {
  const weights = weightsFor(values)
  const part = (name: PartName): ScorePart => ({ value: values[name], weight: weights[name] })
  const total = partNames.reduce((sum, name) => sum + (values[name] ?? 0) * weights[name], 0)
  return {
    total: Math.min(100, 100 * total),
    parts: {
      efficiency: part('efficiency'),
      reliability: part('reliability'),
      volume: part('volume'),
      cache: part('cache'),
      breadth: part('breadth'),
    },
  }
}
