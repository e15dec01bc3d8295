import { LiteLLMError } from '../errors/litellm-error.ts'
import { beyond, counterNames, type Counters, noCounters } from './counters.ts'
import type { DayActivity, KeyActivity, TeamActivity } from './day-activity.ts'
import type { DayReading } from './day-reading.ts'
import { addGroups, type DayTally, type GroupSum } from './day-tally.ts'
import type { ActivityNote, ActivityNoteKind } from './notes.ts'

const unassigned = 'Unassigned'

/** The day under our names, and notes about what its sums show to be missing. */
export function finishDay(date: string, { source, tally, notes: readingNotes }: DayReading) {
  if (tally.teams.size === 0 && tally.counters.requests > 0) {
    // One release dropped the map. Read as a day without teams, it would move all usage to "no team".
    throw new LiteLLMError('schema', { detail: 'activity without teams' })
  }
  const teams = readTeams(tally)
  const derived = deriveUnassigned(teams, tally.counters)
  const day: DayActivity = {
    date,
    source,
    counters: tally.counters,
    teams,
    models: [...tally.models].map(([model, group]) => ({ model, ...withKeys(group) })),
    providers: [...tally.providers].map(([provider, group]) => ({ provider, ...withKeys(group) })),
    keys: toKeys(tally.keys),
  }
  const missing = (groups: Iterable<GroupSum>) => tally.counters.requests - requestsOf(groups)
  const counts: [ActivityNoteKind, number][] = [
    ['unassigned_derived', derived],
    ['no_key_breakdown', tally.hasKeyBreakdown ? 0 : tally.teams.size],
    ['no_model_groups', tally.hasModelGroups ? 0 : tally.models.size],
    ['models_incomplete', missing(tally.models.values())],
    ['keys_incomplete', missing(tally.keys.values())],
  ]
  const found = counts.filter(([, count]) => count > 0).map(([kind, count]) => ({ kind, count }))
  const notes = [...readingNotes, ...found].map((note): ActivityNote => ({ date, ...note }))
  return { day, notes }
}

function readTeams({ teams }: DayTally): TeamActivity[] {
  const named = new Map(teams)
  const nameless = named.get('')
  if (nameless !== undefined) {
    named.delete('')
    addGroups(named, new Map([[unassigned, nameless]]))
  }
  return [...named].map(([id, group]) =>
    id === unassigned
      ? { teamId: null, alias: null, ...withKeys(group) }
      : { teamId: id, alias: group.alias, ...withKeys(group) },
  )
}

function withKeys({ counters, keys }: GroupSum): { counters: Counters; keys: KeyActivity[] } {
  return { counters, keys: toKeys(keys) }
}

function toKeys(
  sums: ReadonlyMap<string, { alias: string | null; counters: Counters }>,
): KeyActivity[] {
  return [...sums].map(([key, { alias, counters }]) => ({ key, alias, counters }))
}

/**
 * Makes the teams sum up to the day, and returns how many requests that took. Before 1.71.2 traffic
 * without a team is in the day alone. A day that has less than its teams is broken.
 */
function deriveUnassigned(teams: TeamActivity[], day: Counters): number {
  const rest = noCounters()
  for (const name of counterNames) {
    const sum = teams.reduce((total, team) => total + team.counters[name], 0)
    rest[name] = beyond(day[name], sum)
    if (rest[name] < 0 && name !== 'cacheSavingsUsd') {
      throw new LiteLLMError('schema', { detail: `the teams have more ${name} than the day` })
    }
  }
  if (counterNames.every((name) => rest[name] === 0)) return 0
  const withoutTeam = teams.find((team) => team.teamId === null)
  if (withoutTeam === undefined) {
    teams.push({ teamId: null, alias: null, counters: rest, keys: [] })
  } else {
    for (const name of counterNames) withoutTeam.counters[name] += rest[name]
  }
  return Math.max(1, rest.requests)
}

function requestsOf(groups: Iterable<GroupSum>): number {
  let requests = 0
  for (const { counters } of groups) requests += counters.requests
  return requests
}
