import type { Board } from '@podium/contracts'
import type { WindowQuery } from '../../api/window-query.ts'
import type { Format } from '../../lib/format.ts'

type Span = Pick<Board['window'], 'basis' | 'from' | 'tz'>

/** Whether whole UTC days are shown in place of the span that was asked for. */
export function isOtherSpan({ basis, from, tz }: Span, asked: WindowQuery): boolean {
  if (basis === 'minutes') return false
  const isOfHours = asked.range === '1h' || asked.range === '24h'
  const isCustom = asked.from !== undefined && Date.parse(asked.from) !== Date.parse(from)
  return tz !== asked.tz || isOfHours || isCustom
}

/** Never 100 where something is missing. */
export function shownPercent(uncertainShare: number): number {
  return Math.floor(1000 * (1 - uncertainShare)) / 10
}

const dayMs = 86_400_000

/** Three of them by name, and how many more. */
export function firstDays(days: readonly string[], format: Format): string {
  const named = days.slice(0, 3).map((day) => format.utcDay(day))
  const more = days.length - named.length
  return [...named, ...(more > 0 ? [`+ ${format.count(more)}`] : [])].join(' · ')
}

export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + dayMs).toISOString()
}

export function dayBefore(instant: string): string {
  return new Date(Date.parse(instant) - dayMs).toISOString()
}
