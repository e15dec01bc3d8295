import type { Kysely } from 'kysely'
import type { DayCounters, TeamDay } from '../../domain/traffic.ts'
import { dayText } from '../day-number.ts'
import { dayNumbers } from './ranges.ts'
import type { DayRange } from '../../domain/span.ts'
import { byTeams } from './in-steps.ts'
import type { Schema } from '../schema.ts'
import { fromTeams } from '../from-teams.ts'

type Db = Kysely<Schema>

/** Oldest first. A day has one row or a few, which are quicker summed here than sorted by SQLite. */
export async function teamDays(db: Db, range: DayRange): Promise<TeamDay[]> {
  const { first, last } = dayNumbers(range)
  const rows = await byTeams(db, 1 + last - first, async (teams) => {
    const some = await fromTeams(db, 'team_day', teams)
      .select(['team.team_id', 'd.day', 'd.prompt', 'd.completion'])
      .select(['d.requests', 'd.successes', 'd.failures'])
      .where('d.day', '>=', first)
      .where('d.day', '<=', last)
      .execute()
    return [...Map.groupBy(some, ({ day }) => day)].flatMap(([number, ofDay]) => {
      const day = dayText(number)
      return [...sumByTeam(ofDay)].map(([teamId, counters]) => ({ teamId, day, counters }))
    })
  })
  const days = Map.groupBy(rows, ({ day }) => day)
  return [...days.keys()].toSorted().flatMap((day) => days.get(day) ?? [])
}

type Row = {
  team_id: string | null
  prompt: number
  completion: number
  requests: number
  successes: number
  failures: number
}

function sumByTeam(rows: readonly Row[]): Map<string | null, DayCounters> {
  const sums = new Map<string | null, DayCounters>()
  for (const row of rows) {
    const known = sums.get(row.team_id)
    sums.set(row.team_id, {
      promptTokens: row.prompt + (known?.promptTokens ?? 0),
      completionTokens: row.completion + (known?.completionTokens ?? 0),
      requests: row.requests + (known?.requests ?? 0),
      successes: row.successes + (known?.successes ?? 0),
      failures: row.failures + (known?.failures ?? 0),
    })
  }
  return sums
}
