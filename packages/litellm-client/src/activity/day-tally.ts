import type { KeyActivity } from './day-activity.ts'
import { addCounters, type CounterName, type Counters, noCounters } from './counters.ts'

/** The sum of one team, model, provider or key. */
export interface Group {
  alias: string | null
  counters: Counters
  keys: Map<string, KeyActivity>
}

/** A day being put together from one or more answers, each of which has some of its rows. */
export interface DayTally {
  counters: Counters
  teams: Map<string, Group>
  models: Map<string, Group>
  providers: Map<string, Group>
  keys: Map<string, Group>
  absent: Set<CounterName>
  hasModelGroups: boolean
  hasKeyBreakdown: boolean
}

export function createDayTally(): DayTally {
  return {
    counters: noCounters(),
    teams: new Map(),
    models: new Map(),
    providers: new Map(),
    keys: new Map(),
    absent: new Set(),
    hasModelGroups: true,
    hasKeyBreakdown: true,
  }
}

/** Adds the rows of another reading, which must share none with this one. */
export function addTally(into: DayTally, from: DayTally): void {
  addCounters(into.counters, from.counters)
  for (const name of from.absent) into.absent.add(name)
  into.hasModelGroups &&= from.hasModelGroups
  into.hasKeyBreakdown &&= from.hasKeyBreakdown
  mergeGroups(into.teams, from.teams)
  mergeGroups(into.models, from.models)
  mergeGroups(into.providers, from.providers)
  mergeGroups(into.keys, from.keys)
}

/** Adds the groups of one map to those of another, id by id. */
export function mergeGroups(into: Map<string, Group>, from: ReadonlyMap<string, Group>): void {
  for (const [id, part] of from) {
    const group = into.get(id)
    if (group === undefined) {
      into.set(id, part)
      continue
    }
    addCounters(group.counters, part.counters)
    for (const [key, entry] of part.keys) {
      const own = group.keys.get(key)
      if (own === undefined) group.keys.set(key, entry)
      else addCounters(own.counters, entry.counters)
    }
  }
}
