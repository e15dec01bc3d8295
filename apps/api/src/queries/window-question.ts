import { resolveWindow, type AskedWindow, type SpanWindow } from '../analytics/window.ts'
import { utcDate } from '../domain/utc-day.ts'
import type { DayRange } from '../domain/span.ts'
import { BadParameter } from './bad-parameter.ts'

/** The minute that an answer is about: the present one, or the last of a window that is over. */
export type Moment = { asOf: number; isLive: boolean; until: number | null; days: DayRange }

/** Whom and what of a window a question is about; empty lists are everybody and everything. */
export type Chosen = {
  team: readonly string[]
  model: readonly string[]
  provider: readonly string[]
}

/** A question about a span of time, as a query gets it. */
export type WindowQuestion<Query> = {
  query: Query
  window: SpanWindow
  moment: Moment
  now: number
}

/** An hour for what weighs the last minutes, and half of one that ranks are compared over. */
export const reachSeconds = 5400

export function windowOf(asked: AskedWindow, now: number): SpanWindow {
  const resolved = resolveWindow(asked, now)
  if (!resolved.ok) throw new BadParameter(resolved.parameter, resolved.detail)
  return resolved.window
}

export function momentOf(window: SpanWindow, now: number): Moment {
  const next = (Math.floor(now / 60_000) + 1) * 60
  const isLive = window.to * 1000 > now
  const asOf = isLive ? Math.min(next, window.to) : window.to
  const ends = [window.until, isLive ? next * 1000 : null].filter((end) => end !== null)
  const reach = utcDate((asOf - reachSeconds) * 1000)
  const { from, to } = window.days
  return {
    asOf,
    isLive,
    until: ends.length === 0 ? null : Math.min(...ends),
    days: { from: reach < from ? reach : from, to },
  }
}
