import type { Tokens, TokensKey, TokensTeam } from '@podium/contracts'

export type PublicIds = { team: (id: string) => string; key: (hash: string) => string }
/** `isGone` is a team that the gateway no longer lists. */
type NamedTeam = { teamId: string; alias: string | null; isGone: boolean }
type KeyLabel = { key: string; alias: string | null }
type CellTokens = {
  teamId: string | null
  model: string
  key: string
  counters: { promptTokens: number; completionTokens: number }
}
type Input = {
  teams: readonly NamedTeam[]
  keys: readonly KeyLabel[]
  cells: readonly CellTokens[]
  coverage: Tokens['coverage']
}

/** Traffic of the gateway's own pages, not of a team. */
const uiTeam = 'litellm-dashboard'

/** Every team of the gateway and every team with traffic, most tokens first. Traffic without a team is no row. */
export function tokensByTeam(input: Input, publicIds: PublicIds): Tokens {
  const cellsOf = Map.groupBy(input.cells, (cell) => cell.teamId)
  const aliasOf = new Map(input.keys.map(({ key, alias }) => [key, alias]))
  const teams = input.teams
    .filter((team) => team.teamId !== uiTeam)
    .filter((team) => !team.isGone || cellsOf.has(team.teamId))
    .map((team) => teamRow(team, cellsOf.get(team.teamId) ?? [], { publicIds, aliasOf }))
  return { teams: tellApart(teams).toSorted(byTokens), coverage: input.coverage }
}

type Naming = { publicIds: PublicIds; aliasOf: ReadonlyMap<string, string | null> }

function teamRow(team: NamedTeam, cells: readonly CellTokens[], naming: Naming): TokensTeam {
  const id = naming.publicIds.team(team.teamId)
  const keys = [...Map.groupBy(cells, (cell) => cell.key)].map(([key, ofKey]) =>
    keyRow(key, ofKey, naming),
  )
  return {
    name: nameOf(team) ?? id,
    tokens: cells.reduce((total, cell) => total + tokensOf(cell), 0),
    team_id: id,
    breakdown: { api_keys: keys.toSorted((a, b) => keyTokens(b) - keyTokens(a)) },
  }
}

/** An alias of blanks is no name. */
function nameOf(team: NamedTeam): string | null {
  const name = team.alias?.trim() ?? ''
  return name === '' ? null : name
}

function keyRow(key: string, cells: readonly CellTokens[], naming: Naming): TokensKey {
  const models = [...Map.groupBy(cells, (cell) => cell.model)].map(([model_name, ofModel]) => {
    const prompt_tokens = ofModel.reduce((total, cell) => total + cell.counters.promptTokens, 0)
    const completion_tokens = ofModel.reduce(
      (total, cell) => total + cell.counters.completionTokens,
      0,
    )
    return {
      model_name,
      total_tokens: prompt_tokens + completion_tokens,
      prompt_tokens,
      completion_tokens,
    }
  })
  return {
    api_key: naming.publicIds.key(key),
    key_alias: naming.aliasOf.get(key) ?? null,
    models: models.toSorted((a, b) => b.total_tokens - a.total_tokens),
  }
}

/** Two teams with one name are two rows: a short id tells them apart. */
function tellApart(teams: readonly TokensTeam[]): TokensTeam[] {
  const count = Map.groupBy(teams, (team) => team.name)
  return teams.map((team) =>
    count.get(team.name)?.length === 1
      ? team
      : { ...team, name: `${team.name} (${team.team_id.slice(-4)})` },
  )
}

function byTokens(a: TokensTeam, b: TokensTeam): number {
  return b.tokens - a.tokens || (a.team_id < b.team_id ? -1 : 1)
}

function tokensOf(cell: CellTokens): number {
  return cell.counters.promptTokens + cell.counters.completionTokens
}

function keyTokens(key: TokensKey): number {
  return key.models.reduce((total, model) => total + model.total_tokens, 0)
}
