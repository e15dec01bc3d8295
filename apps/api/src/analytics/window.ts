import { addDays, parseDate, secondsPerDay, secondsPerHour, utcDate } from '../domain/utc-day.ts'
import { isTimeZone, localDate, startOfLocalDay } from './time-zone.ts'

const maxDays = 400

export const ranges = ['1h', '24h', 'today', '7d', '30d'] as const
export type Range = (typeof ranges)[number]

export type AskedWindow = {
  from?: string | undefined
  to?: string | undefined
  range?: Range | undefined
  tz: string
}

/** A span of whole minutes. */
export type SpanWindow = {
  /** Epoch seconds; `to` is left out. */
  from: number
  to: number
  tz: string
  /** `days` where it is made of whole UTC days. */
  basis: 'days' | 'minutes'
  /** In milliseconds: when the same words begin to mean another span; `null` is never. */
  until: number | null
  /** The UTC days that it touches, both included. */
  days: { from: string; to: string }
}

type Refusal = { parameter: string; detail: string }
type Resolved = { ok: true; window: SpanWindow } | ({ ok: false } & Refusal)
type RollingSpan = { from: number; to: number; until: number | null }

/** What a query's words mean at `now`, in milliseconds. Without any it is the zone's today. */
export function resolveWindow(asked: AskedWindow, now: number): Resolved {
  const { from, to, range, tz } = asked
  if (!isTimeZone(tz)) return refuse('tz', 'tz must name a time zone, for example Europe/Berlin.')
  if (range !== undefined && (from !== undefined || to !== undefined))
    return refuse('range', 'range stands alone: leave it out where from and to are given.')
  if (to !== undefined && from === undefined)
    return refuse('from', 'from is missing: to says only where the window ends.')
  const span = from === undefined ? rolling(range ?? 'today', tz, now) : fixed(from, to, tz, now)
  if ('parameter' in span) return { ok: false, ...span }
  if (span.to - span.from > maxDays * secondsPerDay + secondsPerHour)
    return refuse('from', `A window has at most ${maxDays} days.`)
  return { ok: true, window: spanWindow({ ...span, tz }) }
}

export function spanWindow(span: RollingSpan & { tz: string }): SpanWindow {
  return { ...span, ...touched(span) }
}

const lengths = {
  '1h': { hours: 1 },
  '24h': { hours: 24 },
  today: { days: 1 },
  '7d': { days: 7 },
  '30d': { days: 30 },
} as const

/** Hours are counted back from the end of this minute, days from the end of today. */
function rolling(range: keyof typeof lengths, tz: string, now: number): RollingSpan {
  const length = lengths[range]
  if ('hours' in length) {
    const to = (Math.floor(now / 60_000) + 1) * 60
    return { from: to - length.hours * secondsPerHour, to, until: to * 1000 }
  }
  const today = localDate(Math.floor(now / 1000), tz)
  const to = startOfLocalDay(addDays(today, 1), tz)
  return { from: startOfLocalDay(addDays(today, 1 - length.days), tz), to, until: to * 1000 }
}

/** A day in `to` is in the window as a whole. What lies after today is cut off: nobody can know it yet. */
function fixed(
  from: string,
  to: string | undefined,
  tz: string,
  now: number,
): RollingSpan | Refusal {
  const today = localDate(Math.floor(now / 1000), tz)
  const endOfToday = startOfLocalDay(addDays(today, 1), tz)
  const start = instantOf(from, tz, 'from')
  if (start === null) return notAnInstant('from')
  if (start >= endOfToday) return { parameter: 'from', detail: 'from lies in the future.' }
  const end = to === undefined ? endOfToday : instantOf(to, tz, 'to')
  if (end === null) return notAnInstant('to')
  if (start >= end) return { parameter: 'from', detail: 'from must lie before to.' }
  const isCut = to === undefined || end > endOfToday
  return {
    from: start,
    to: Math.min(end, endOfToday),
    until: isCut ? endOfToday * 1000 : null,
  }
}

function notAnInstant(parameter: string): Refusal {
  const detail = `${parameter} must be a day (2026-11-21) or an instant with its offset (2026-11-21T09:00:00Z).`
  return { parameter, detail }
}

const instant =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/

/** In epoch seconds, to the minute: outwards, so that nothing asked for is lost. */
function instantOf(text: string, tz: string, side: 'from' | 'to'): number | null {
  const day = parseDate(text)
  if (day !== null) return startOfLocalDay(side === 'to' ? addDays(day, 1) : day, tz)
  const date = instant.exec(text)?.[1]
  if (date === undefined || parseDate(date) === null) return null
  const minutes = Date.parse(text) / 60_000
  return 60 * (side === 'to' ? Math.ceil(minutes) : Math.floor(minutes))
}

function touched({ from, to }: RollingSpan): Pick<SpanWindow, 'basis' | 'days'> {
  const isWhole = from % secondsPerDay === 0 && to % secondsPerDay === 0
  return {
    basis: isWhole ? 'days' : 'minutes',
    days: { from: utcDate(from * 1000), to: utcDate((to - 1) * 1000) },
  }
}

/** UTC days of which only a part is in the window. */
export function partialDays({ from, to }: { from: number; to: number }): string[] {
  const edges = [from, to].filter((edge) => edge % secondsPerDay !== 0)
  return [...new Set(edges.map((edge) => utcDate(edge * 1000)))]
}

function refuse(parameter: string, detail: string): { ok: false } & Refusal {
  return { ok: false, parameter, detail }
}
