import type { DailyActivity } from '../src/index.ts'
import { type Cell, sumBy } from './cells.ts'
import type { Checklist } from './checklist.ts'
import { teamCells, toCounters } from './found-cells.ts'

/** Whatever a gateway counts: teams sum to their day, and the keys of a team to the team. */
export function checkParts(list: Checklist, { days }: DailyActivity): void {
  const cell = (date: string, team: string | null, counters: Cell['counters']): Cell => ({
    date,
    team,
    key: '',
    model: null,
    counters,
  })
  const teams = days.flatMap(({ date, teams: each }) =>
    each.map(({ teamId, counters }) => cell(date, teamId, toCounters(counters))),
  )
  const whole = days.map(({ date, counters }) => cell(date, null, toCounters(counters)))
  list.cells('teams sum to the day', sumBy(teams, ['date']), sumBy(whole, ['date']))
  const place = ['date', 'team'] as const
  list.cells('keys sum to their team', sumBy(teamCells(days), place), sumBy(teams, place))
  const providers = days.flatMap(({ date, providers: each }) =>
    each.map(({ counters }) => cell(date, null, toCounters(counters))),
  )
  list.cells('providers sum to the day', sumBy(providers, ['date']), sumBy(whole, ['date']))
}
