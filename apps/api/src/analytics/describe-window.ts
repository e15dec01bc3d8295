import type { Window } from '@podium/contracts'
import type { TeamModel, UnplacedTraffic } from '../domain/traffic.ts'
import { addDays, daysBetween } from '../domain/utc-day.ts'
import { amount } from './amount.ts'
import type { Filter } from './filter.ts'
import type { SpanWindow } from './window.ts'

type WindowKnowledge = {
  readDays: ReadonlySet<string>
  /** What has no minute on the days of which the window holds a part, and what of it may lie inside or outside. */
  unplaced: readonly UnplacedTraffic[]
  uncertain: readonly UnplacedTraffic[]
  /** What counts. */
  rows: readonly TeamModel[]
  /** The UTC day of now: later ones are not missing. */
  today: string
  /** How many days before today the gateway is read. */
  historyDays: number
  filter: Filter
}

export function describeWindow(window: SpanWindow, known: WindowKnowledge): Window {
  const { from, to, tz, basis, days } = window
  const { readDays, today, historyDays, filter } = known
  const begin = addDays(today, -historyDays)
  const missing = daysBetween(days.from, days.to).filter(
    (day) => day <= today && !readDays.has(day),
  )
  return {
    from: isoOf(from),
    to: isoOf(to),
    tz,
    basis,
    unread_days: missing.filter((day) => day >= begin),
    before_history: missing.filter((day) => day < begin),
    unplaced: basis === 'days' ? null : sumOf(known.unplaced, filter),
    uncertain: describeUncertain(known),
  }
}

function describeUncertain({ uncertain, rows, filter }: WindowKnowledge): Window['uncertain'] {
  const ours = uncertain.filter((row) => isAsked(row, filter))
  if (ours.length === 0) return null
  const open = sumOf(ours, filter)
  const counted = sumOf(rows, filter)
  // Failed requests have no tokens.
  const unit = open.tokens + counted.tokens > 0 ? 'tokens' : 'requests'
  const all = open[unit] + counted[unit]
  const share = all > 0 ? Math.min(1, Math.max(0, open[unit] / all)) : 0
  return { ...open, share, days: [...new Set(ours.map(({ day }) => day))].toSorted() }
}

function sumOf(rows: readonly TeamModel[], filter: Filter) {
  return amount(rows.filter((row) => isAsked(row, filter)).map(({ counters }) => counters))
}

/** Totals of teams name no model: they are read where all models are asked about. */
function isAsked({ teamId, model }: TeamModel, { teams, models }: Filter): boolean {
  return teams.has(teamId) && (models === null || models.has(model))
}

export function isoOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString()
}
