import type { Window } from '@podium/contracts'
import { daysBetween } from '../domain/utc-day.ts'
import { amount } from './amount.ts'
import type { Filter } from './filter.ts'
import type { TeamModel } from '../domain/traffic.ts'
import type { SpanWindow } from './window.ts'

type WindowKnowledge = {
  /** UTC days that were read. */
  read: readonly { day: string }[]
  /** What has no minute on the days of which the window holds a part. */
  unplaced: readonly TeamModel[]
  /** The UTC day of now: later ones are not missing. */
  today: string
  filter: Filter
}

export function describeWindow(window: SpanWindow, known: WindowKnowledge): Window {
  const { from, to, tz, basis, days } = window
  const isRead = new Set(known.read.map(({ day }) => day))
  const { teams, models, isEveryTeam } = known.filter
  const asked = known.unplaced.filter(
    ({ teamId, model }) =>
      (teamId === null ? isEveryTeam : teams.has(teamId)) && (models === null || models.has(model)),
  )
  return {
    from: isoOf(from),
    to: isoOf(to),
    tz,
    basis,
    missing_days: daysBetween(days.from, days.to).filter(
      (day) => day <= known.today && !isRead.has(day),
    ),
    unplaced: basis === 'days' ? null : amount(asked.map(({ counters }) => counters)),
  }
}

export function isoOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString()
}
