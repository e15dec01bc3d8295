import type { Counters, DayActivity, KeyActivity, TeamActivity } from '@podium/litellm-client'
import { noCounters, sum } from '../../src/domain/counters.ts'

export function tokens(promptTokens: number, completionTokens = 0): Counters {
  return {
    ...noCounters,
    promptTokens,
    completionTokens,
    requests: 1,
    successes: 1,
    spendUsd: 0.001,
  }
}

export function key(name: string, counters: Counters): KeyActivity {
  return { key: name, alias: `alias of ${name}`, counters }
}

export function team(
  teamId: string | null,
  keys: KeyActivity[],
  counters?: Counters,
): TeamActivity {
  return {
    teamId,
    alias: teamId,
    counters: counters ?? sum(keys.map((each) => each.counters)),
    keys,
  }
}

export function day(teams: TeamActivity[], models: Record<string, KeyActivity[]>): DayActivity {
  return {
    date: '2026-11-21',
    source: 'single-page',
    counters: sum(teams.map((each) => each.counters)),
    teams,
    models: Object.entries(models).map(([model, keys]) => ({
      model,
      counters: sum(keys.map((each) => each.counters)),
      keys,
    })),
    providers: [],
    keys: [],
  }
}
