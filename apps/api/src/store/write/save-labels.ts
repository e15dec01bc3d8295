import type { Writing } from './writing.ts'

/** What activity calls teams and keys. A label is no identity: it may be missing, shared, or change. */
export type Labels = {
  teams: Iterable<{ teamId: string | null; alias: string | null }>
  keys: Iterable<{ key: string; keyAlias: string | null }>
}

/** Keys take every label that is told; teams only where no list of teams has named them. */
export async function saveLabels(writing: Writing, labels: Labels): Promise<boolean> {
  const teamsChanged = await labelTeams(writing, labels.teams)
  return (await labelKeys(writing, labels.keys)) || teamsChanged
}

async function labelTeams({ trx, names }: Writing, labels: Labels['teams']): Promise<boolean> {
  const told = new Map<string, string>()
  for (const { teamId, alias } of labels)
    if (teamId !== null && alias !== null) told.set(teamId, alias)
  if (told.size === 0) return false
  const idOf = await names.teams(trx, told.keys())
  const known = await trx
    .selectFrom('team')
    .select(['team_id', 'alias'])
    .where('listed_at', 'is', null)
    .execute()
  let changed = false
  for (const { team_id: teamId, alias: before } of known) {
    const alias = teamId === null ? undefined : told.get(teamId)
    if (teamId === null || alias === undefined || alias === before) continue
    await trx.updateTable('team').set({ alias }).where('id', '=', idOf(teamId)).execute()
    changed = true
  }
  return changed
}

async function labelKeys({ trx, names }: Writing, labels: Labels['keys']): Promise<boolean> {
  const told = new Map<string, string>()
  for (const { key, keyAlias } of labels) if (keyAlias !== null) told.set(key, keyAlias)
  if (told.size === 0) return false
  const idOf = await names.keys(trx, told.keys())
  const known = await trx.selectFrom('key').select(['key', 'alias']).execute()
  let changed = false
  for (const { key, alias: before } of known) {
    const alias = told.get(key)
    if (alias === undefined || alias === before) continue
    await trx.updateTable('key').set({ alias }).where('id', '=', idOf(key)).execute()
    changed = true
  }
  return changed
}
