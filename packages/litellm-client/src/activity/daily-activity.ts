import { LiteLLMError } from '../errors/litellm-error.ts'
import { type CounterName, counterNames } from './counters.ts'
import { daysBetween } from './dates.ts'
import type { DailyActivity, DayActivity } from './day-activity.ts'
import type { ActivityReader } from './day-reading.ts'
import { finishDay } from './finish-day.ts'
import type { ActivityNote } from './notes.ts'
import { readDay } from './read-day.ts'

export interface ActivityQuery {
  /** First and last UTC day, `YYYY-MM-DD`, both included; at most 400 days. */
  from: string
  to: string
  /** Only these teams, without the traffic that has no team. */
  teamIds?: readonly string[] | undefined
  signal?: AbortSignal | undefined
}

/** Reads day by day, because the answer for many days can be too large. */
export async function readDailyActivity(
  reader: ActivityReader,
  { from, to, teamIds = [], signal }: ActivityQuery,
): Promise<DailyActivity> {
  if (teamIds.some((id) => id === '' || id.includes(','))) {
    throw new LiteLLMError('input', { detail: 'a team id with a comma cannot be sent' })
  }
  const teams = teamIds.length > 0 ? { only: teamIds } : { except: [] }
  const days: DayActivity[] = []
  const notes: ActivityNote[] = []
  const absent = new Set<CounterName>()
  for (const date of daysBetween(from, to)) {
    const reading = await readDay(reader, { date, teams, signal })
    if (reading.tally.teams.size === 0 && reading.tally.counters.requests === 0) continue
    const { day, notes: dayNotes } = finishDay(date, reading)
    days.push(day)
    notes.push(...dayNotes)
    for (const name of reading.tally.absent) absent.add(name)
  }
  return { days, absent: counterNames.filter((name) => absent.has(name)), notes }
}
