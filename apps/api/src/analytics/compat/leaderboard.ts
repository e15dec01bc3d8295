import type { CompatLeaderboard, CompatKey, CompatTeam } from '@podium/contracts'
import type { StoredKey } from '../../domain/listings.ts'
import type { CellTokens } from '../../domain/traffic.ts'
import type { PublicIds } from '../public-ids.ts'
import { teamsShown, type Asked, type TeamShown } from './teams-shown.ts'

type TokenRows = { cells: readonly CellTokens[]; keys: readonly StoredKey[] }

/** Each team's keys, each key's models; most tokens first. Traffic without a team is no row. */
export function tokensByTeam(
  { cells, keys }: TokenRows,
  { teams, coverage }: Asked,
  publicIds: PublicIds,
): CompatLeaderboard {
  const aliasOf = new Map(keys.map(({ key, alias }) => [key, alias]))
  const naming = { publicIds, aliasOf }
  return { teams: teamsShown(teams, cells).map((shown) => teamRow(shown, naming)), coverage }
}

type Naming = { publicIds: PublicIds; aliasOf: ReadonlyMap<string, string | null> }

function teamRow({ team, tokens, rows }: TeamShown<CellTokens>, naming: Naming): CompatTeam {
  const keys = [...Map.groupBy(rows, (cell) => cell.key)].map(([key, ofKey]) =>
    keyRow(key, ofKey, naming),
  )
  return {
    name: team.name,
    tokens,
    team_id: team.id,
    breakdown: { api_keys: keys.toSorted(byKeyTokens) },
  }
}

function keyRow(key: string, cells: readonly CellTokens[], naming: Naming): CompatKey {
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
    models: models.toSorted(
      (a, b) => b.total_tokens - a.total_tokens || (a.model_name < b.model_name ? -1 : 1),
    ),
  }
}

function byKeyTokens(a: CompatKey, b: CompatKey): number {
  return keyTokens(b) - keyTokens(a) || (a.api_key < b.api_key ? -1 : 1)
}

function keyTokens(key: CompatKey): number {
  return key.models.reduce((total, model) => total + model.total_tokens, 0)
}
