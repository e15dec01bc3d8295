import type { CompatModels } from '@podium/contracts'
import type { TeamModel } from '../../domain/traffic.ts'
import { teamsShown, tokensOf, type Asked } from './teams-shown.ts'

/** Tokens by model, of the teams that the other routes list. */
export function models(rows: readonly TeamModel[], { teams, coverage }: Asked): CompatModels {
  const tokens = new Map<string, number>()
  for (const { model, counters } of teamsShown(teams, rows).flatMap((shown) => shown.rows))
    tokens.set(model, (tokens.get(model) ?? 0) + tokensOf(counters))
  return {
    models: [...tokens]
      .map(([model, sum]) => ({ model, tokens: sum }))
      .toSorted((a, b) => b.tokens - a.tokens || (a.model < b.model ? -1 : 1)),
    coverage,
  }
}
