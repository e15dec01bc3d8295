import { unassigned, type NamedTraffic } from './team-names.ts'

/** What of the traffic is asked about. */
export type Filter = {
  /** The gateway's ids; `null` is traffic without a team, which is asked about by its name only. */
  teams: ReadonlySet<string | null>
  /** No team was chosen, so `teams` are all there are. */
  isEveryTeam: boolean
  /** `null` is all. */
  models: ReadonlySet<string> | null
}

type Asked = { team: readonly string[]; model: readonly string[]; provider: readonly string[] }
type Known = {
  teams: readonly NamedTraffic[]
  models: readonly { model: string; provider: string | null }[]
}
type Found = { ok: true; filter: Filter } | { ok: false; parameter: string; detail: string }

/** Models whose provider the gateway does not name. */
export const unknownProvider = 'unknown'

/** Names that nobody has are refused: an empty answer would look like a quiet team. */
export function resolveFilter({ team, model, provider }: Asked, { teams, models }: Known): Found {
  const providerOf = new Map(models.map((each) => [each.model, each.provider ?? unknownProvider]))
  const providers = new Set(providerOf.values())
  const known = [...teams, unassigned]
  const ids = new Set(known.map(({ name }) => name.id))
  if (team.some((id) => !ids.has(id))) return refuse('team', 'There is no team with this id.')
  if (model.some((name) => !providerOf.has(name)))
    return refuse('model', 'There is no model of this name.')
  if (provider.some((name) => !providers.has(name)))
    return refuse('provider', 'There is no provider of this name.')

  const isEveryTeam = team.length === 0
  const chosen = isEveryTeam ? teams : known.filter(({ name }) => team.includes(name.id))
  const wanted = [...providerOf].filter(
    ([name, its]) =>
      (model.length === 0 || model.includes(name)) &&
      (provider.length === 0 || provider.includes(its)),
  )
  const isEveryModel = model.length + provider.length === 0
  return {
    ok: true,
    filter: {
      teams: new Set(chosen.map(({ teamId }) => teamId)),
      isEveryTeam,
      models: isEveryModel ? null : new Set(wanted.map(([name]) => name)),
    },
  }
}

function refuse(parameter: string, detail: string): Found {
  return { ok: false, parameter, detail }
}
