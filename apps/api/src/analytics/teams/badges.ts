import { Badge } from '@podium/contracts'
import { quantile } from '../median.ts'
import type { Terms } from '../prices.ts'
import type { TeamTraffic } from '../team-usage.ts'
import { wilsonLowerBound } from '../wilson.ts'
import { hasSteadyHand, hasComeback, type SeenRequests } from './streaks.ts'

export type BadgeInput = {
  team: TeamTraffic
  /** Everybody on the board, the team among them. */
  board: readonly TeamTraffic[]
  termsOf: Terms
  /** Of the team, by bucket. */
  seen: readonly SeenRequests[]
  /** Places gained in half an hour; `null` is not known. */
  climbed: number | null
}

/** Positive only, and only what the data can prove. */
export function badgesOf(input: BadgeInput): Badge[] {
  const { team, seen, climbed } = input
  const { promptTokens, cacheReadTokens, requests, successes } = team.counters
  const earned: Record<Badge, boolean> = {
    first_light: successes > 0,
    ironclad: requests >= 50 && (wilsonLowerBound(successes, requests) ?? 0) >= 0.928,
    cache_craft: promptTokens >= 50_000 && cacheReadTokens >= 0.6 * promptTokens,
    polyglot: team.models.filter(({ counters }) => counters.successes >= 5).length >= 4,
    featherweight: isFeatherweight(input),
    local_hero: isLocalHero(input),
    comeback: hasComeback(seen),
    climber: climbed !== null && climbed >= 5,
    steady_hand: hasSteadyHand(seen),
  }
  return Badge.options.filter((badge) => earned[badge])
}

/** A team that is alone is not light, and what cost nothing has no weight. */
function isFeatherweight({ team, board }: BadgeInput): boolean {
  if (board.length < 4 || team.counters.spendUsd <= 0) return false
  const light =
    quantile(
      board.map(({ counters }) => counters.spendUsd),
      0.25,
    ) ?? 0
  const middle =
    quantile(
      board.map(({ counters }) => counters.completionTokens),
      0.5,
    ) ?? Infinity
  return team.counters.spendUsd <= light && team.counters.completionTokens >= middle
}

function isLocalHero({ team, termsOf }: BadgeInput): boolean {
  const whole = team.counters.completionTokens
  const local = team.models
    .filter(({ model }) => termsOf(model).isLocal)
    .reduce((total, { counters }) => total + counters.completionTokens, 0)
  return whole >= 5000 && local >= whole / 2
}
