import type { Grouping, UsageRow } from '@podium/contracts'
import { unknownProvider } from './filter.ts'
import type { NamedTraffic } from './team-names.ts'

/** What has a row or a line of its own. */
export type GroupName = Pick<UsageRow, 'key' | 'then_key' | 'label' | 'kind'>

export const all: GroupName = { key: null, then_key: null, label: 'All', kind: 'all' }
export const others: GroupName = { key: null, then_key: null, label: 'Others', kind: 'others' }

export type Grouped = { by: Grouping; then: Grouping }
type Known = {
  teams: readonly NamedTraffic[]
  models: readonly { model: string; provider: string | null }[]
}

/** The group of some traffic: the same object for the same group. */
export function grouping({ teams, models }: Known, { by, then }: Grouped) {
  const nameOf = new Map(teams.map(({ teamId, name }) => [teamId, name]))
  const providerOf = new Map(models.map(({ model, provider }) => [model, provider]))
  const known = new Map<string, GroupName>()
  const part = (what: Grouping, teamId: string | null, model: string) => {
    if (what === 'none') return null
    if (what === 'model') return { key: model, label: model }
    if (what === 'team') {
      const name = nameOf.get(teamId)
      return { key: name?.id ?? null, label: name?.name ?? '' }
    }
    const provider = providerOf.get(model) ?? unknownProvider
    return { key: provider, label: provider }
  }
  return (teamId: string | null, model: string): GroupName => {
    const first = part(by, teamId, model)
    if (by === 'none' || first === null) return all
    const second = part(then, teamId, model)
    const id = JSON.stringify([first.key, second?.key])
    const found = known.get(id) ?? {
      key: first.key,
      then_key: second?.key ?? null,
      label: second === null ? first.label : `${first.label} · ${second.label}`,
      kind: by,
    }
    known.set(id, found)
    return found
  }
}

/** Whether a line is about one team only, so that the others need not be read. */
export function asksForTeams({ by, then }: Grouped): boolean {
  return by === 'team' || then === 'team'
}

/** Largest first; between equals by name, so that the order never depends on how the rows came. */
export function bySize<Item extends { name: GroupName; size: number }>(a: Item, b: Item): number {
  return b.size - a.size || (idOf(a.name) < idOf(b.name) ? -1 : 1)
}

/** Groups of different questions have the same. */
export function idOf({ key, then_key: then }: GroupName): string {
  return JSON.stringify([key, then])
}
