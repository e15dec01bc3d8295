import type { LoadOfModel } from '@podium/contracts'
import type { EngineSlice } from '../../../domain/inference/slice.ts'
import type { TeamModel } from '../../../domain/traffic.ts'
import { dashboardTeam, type NamedTraffic } from '../../team-names.ts'

type Loaded = {
  model: string
  publicModels: readonly string[]
  engines: readonly string[]
  minutes: number
  slices: readonly EngineSlice[]
  /** What the gateway counted in the same time. */
  rows: readonly TeamModel[]
  teams: readonly NamedTraffic[]
}

/** Shares are of whichever counted more, so that teams and the remainder are all there is. */
export function loadOfModel(loaded: Loaded): LoadOfModel {
  const { model, publicModels, engines, minutes, slices, rows, teams } = loaded
  const byTeam = tokensByTeam(rows, publicModels)
  const gateway = [...byTeam.values()].reduce((sum, tokens) => sum + tokens, 0)
  const engine = tokensOf(slices)
  const all = Math.max(engine ?? 0, gateway)
  const shareOf = (tokens: number) => (all === 0 ? null : tokens / all)
  const beyond = engine === null ? null : Math.max(0, engine - gateway)
  return {
    model,
    public_models: [...publicModels],
    engines: [...engines],
    minutes,
    engine_tokens: engine,
    gateway_tokens: gateway,
    not_via_gateway_tokens: beyond,
    ahead_tokens: engine === null ? 0 : Math.max(0, gateway - engine),
    not_via_gateway_share: beyond === null ? null : shareOf(beyond),
    teams: [...byTeam]
      .toSorted(([, a], [, b]) => b - a)
      .map(([teamId, tokens]) => ({
        team: teams.find((one) => teamId !== null && one.teamId === teamId)?.name ?? null,
        tokens,
        tokens_per_minute: minutes === 0 ? null : tokens / minutes,
        share: shareOf(tokens),
      })),
  }
}

/** The gateway's own pages are nobody's team. */
function tokensByTeam(
  rows: readonly TeamModel[],
  publicModels: readonly string[],
): Map<string | null, number> {
  const byTeam = new Map<string | null, number>()
  for (const { teamId, model, counters } of rows) {
    const tokens = counters.promptTokens + counters.completionTokens
    if (!publicModels.includes(model) || tokens === 0) continue
    const team = teamId === dashboardTeam ? null : teamId
    byTeam.set(team, (byTeam.get(team) ?? 0) + tokens)
  }
  return byTeam
}

function tokensOf(slices: readonly EngineSlice[]): number | null {
  let sum: number | null = null
  for (const { increase } of slices)
    for (const value of [increase.counters.promptTokens, increase.counters.generationTokens])
      if (value !== null) sum = (sum ?? 0) + value
  return sum
}
