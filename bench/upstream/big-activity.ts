import type { Counters, DayActivity, KeyActivity } from '@podium/litellm-client'

type Size = { teams: number; models: number; keysPerTeam: number }

/** A day in our words in which every cell has grown with every poll. */
export function bigActivity(date: string, size: Size, poll: number): DayActivity {
  const teams = Array.from({ length: size.teams }, (_, index) => `team-${index}`)
  const models = Array.from({ length: size.models }, (_, index) => `model-${index}`)
  const keysOf = (team: string) =>
    Array.from({ length: size.keysPerTeam }, (_, index) => `${team}-key-${index}`.padEnd(64, '0'))
  const rows = (count: number) => counters(count * poll)
  const key = (name: string, count: number): KeyActivity => ({
    key: name,
    alias: name.slice(0, 16),
    counters: rows(count),
  })
  return {
    date,
    source: 'single-page',
    counters: rows(size.teams * size.models * size.keysPerTeam),
    teams: teams.map((teamId) => ({
      teamId,
      alias: teamId,
      counters: rows(size.models * size.keysPerTeam),
      keys: keysOf(teamId).map((name) => key(name, size.models)),
    })),
    models: models.map((model) => ({
      model,
      counters: rows(size.teams * size.keysPerTeam),
      keys: teams.flatMap((team) => keysOf(team).map((name) => key(name, 1))),
    })),
    providers: [],
    keys: [],
  }
}

function counters(requests: number): Counters {
  return {
    promptTokens: requests * 1234,
    completionTokens: requests * 345,
    cacheReadTokens: requests * 100,
    cacheCreationTokens: requests * 10,
    requests,
    successes: requests,
    failures: 0,
    spendUsd: requests / 128,
    cacheSavingsUsd: 0,
    responseMs: 0,
    timedRequests: 0,
  }
}
