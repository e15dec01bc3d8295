import { addCounters, type CounterName, type Counters, noCounters } from './counters.ts'

/** The sum of one key, with its label. */
export interface KeySum {
  alias: string | null
  counters: Counters
}

/** The sum of one team, model, provider or key, and of its keys. */
export interface GroupSum extends KeySum {
  keys: Map<string, KeySum>
}

/** A day that is put together from one or more answers, each of which has some of its rows. */
export interface DayTally {
  counters: Counters
  teams: Map<string, GroupSum>
  models: Map<string, GroupSum>
  providers: Map<string, GroupSum>
  keys: Map<string, GroupSum>
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

/** Adds another tally, which must have no row in common with this one. */
export function addTally(into: DayTally, from: DayTally): void {
  addCounters(into.counters, from.counters)
  for (const name of from.absent) into.absent.add(name)
  into.hasModelGroups &&= from.hasModelGroups
  into.hasKeyBreakdown &&= from.hasKeyBreakdown
  addGroups(into.teams, from.teams)
  addGroups(into.models, from.models)
  addGroups(into.providers, from.providers)
  addGroups(into.keys, from.keys)
}

/** Adds the groups of one map to those of another, id by id. */
export function addGroups(into: Map<string, GroupSum>, from: ReadonlyMap<string, GroupSum>): void {
  for (const [id, added] of from) {
    const group = into.get(id)
    if (group === undefined) {
      into.set(id, added)
      continue
    }
    addCounters(group.counters, added.counters)
    for (const [keyId, addedKey] of added.keys) {
      const key = group.keys.get(keyId)
      if (key === undefined) group.keys.set(keyId, addedKey)
      else addCounters(key.counters, addedKey.counters)
    }
  }
}
