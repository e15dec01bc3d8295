import { dayMs, secondsPerDay, utcDate } from '../domain/utc-day.ts'
import type { SpanWindow } from './window.ts'

/**
 * The UTC days that come nearest to a window: from the midnight nearest to its beginning to the one nearest to its end,
 * and today with it while the window is not over. Of these days everything is known.
 */
export function wholeDays(window: SpanWindow, now: number): SpanWindow {
  if (window.basis === 'days') return window
  const { from, to, until } = window
  const today = Math.floor(now / dayMs)
  const isLive = to * 1000 > now
  const nearest = Math.round(from / secondsPerDay)
  const middle = Math.floor((from + to) / 2 / secondsPerDay)
  const end = isLive ? today + 1 : Math.max(Math.round(to / secondsPerDay), middle + 1)
  const first = Math.min(nearest, isLive ? today : middle)
  return {
    from: first * secondsPerDay,
    to: end * secondsPerDay,
    tz: 'UTC',
    basis: 'days',
    until: isLive ? Math.min(until ?? Infinity, to * 1000, end * dayMs) : until,
    days: { from: utcDate(first * dayMs), to: utcDate((end - 1) * dayMs) },
  }
}
