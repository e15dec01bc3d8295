import type { Window } from '@podium/contracts'
import { describeWindow, isoOf } from '../analytics/describe-window.ts'
import { resolveFilter, type Filter } from '../analytics/filter.ts'
import { nameTeams, type NamedTeam } from '../analytics/team-names.ts'
import type { TeamModel } from '../domain/traffic.ts'
import type { PublicIds } from '../analytics/public-ids.ts'
import { partialDays, type SpanWindow } from '../analytics/window.ts'
import { utcDate } from '../domain/utc-day.ts'
import type { Store } from '../store/open-store.ts'
import type { StoredModel, StoredTeam } from '../domain/listings.ts'
import { Refused } from '../http/refused.ts'

export type ScopeStore = Pick<Store, 'teams' | 'models' | 'coverage' | 'unplacedOf' | 'dataVersion'>
export type ScopeDeps = { store: ScopeStore; publicIds: PublicIds }

export type TrafficStore = ScopeStore & Pick<Store, 'spanTotals'>
export type TrafficDeps = ScopeDeps & { store: TrafficStore }

type Chosen = { team: readonly string[]; model: readonly string[]; provider: readonly string[] }

/** What every answer about a window begins with: whom it is about, and how well the window is known. */
export type Scope = {
  dataVersion: number
  stored: readonly StoredTeam[]
  teams: readonly NamedTeam[]
  models: readonly StoredModel[]
  filter: Filter
  window: Window
  readDays: ReadonlySet<string>
  /** When the newest day of the window was read last. */
  readAt: string | null
}

/** `rows` are team × model of the window, of everybody. */
export type Traffic = Scope & { rows: readonly TeamModel[] }

export async function readTraffic(
  deps: TrafficDeps,
  query: Chosen,
  window: SpanWindow,
  now: number,
): Promise<Traffic> {
  const scope = await readScope(deps, query, window, now)
  return { ...scope, rows: await deps.store.spanTotals(window) }
}

/** Throws `Refused` where the query names what nobody has. */
export async function readScope(
  { store, publicIds }: ScopeDeps,
  query: Chosen,
  window: SpanWindow,
  now: number,
): Promise<Scope> {
  const [dataVersion, stored, models] = await Promise.all([
    store.dataVersion(),
    store.teams(),
    store.models(),
  ])
  const teams = nameTeams(stored, publicIds)
  const found = resolveFilter(query, { teams, models })
  if (!found.ok) throw new Refused({ parameter: found.parameter, detail: found.detail })
  const { filter } = found
  const [read, unplaced] = await Promise.all([
    store.coverage(window.days),
    store.unplacedOf(partialDays(window)),
  ])
  const last = Math.max(...read.map(({ finishedAt }) => finishedAt))
  return {
    ...{ dataVersion, stored, teams, models, filter },
    window: describeWindow(window, { read, unplaced, filter, today: utcDate(now) }),
    readDays: new Set(read.map(({ day }) => day)),
    readAt: read.length === 0 ? null : isoOf(last / 1000),
  }
}
