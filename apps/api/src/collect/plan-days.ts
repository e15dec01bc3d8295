import type { DayRange } from '../domain/span.ts'
import { addDays, hourMs, minuteMs, utcDate } from '../domain/utc-day.ts'

type DayPlanning = {
  now: number
  /** How far back the gateway is read, in days before today. */
  historyDays: number
  /** When the last accepted read of a day began; `null` where there was none. */
  lastReadAt: (day: string) => number | null
}

type Planning = DayPlanning & {
  /** What viewers look at: of the past it is read first, those of the first span before those of the next. */
  wanted?: readonly DayRange[]
  /** Days before today that were asked for in vain, for a while: the others do not wait for them. */
  isPutOff?: (day: string) => boolean
}

/**
 * The UTC days that one poll reads: today; yesterday, in the first two hours each time, then every five minutes; the day
 * before hourly; and one day of history that has not been read: yesterday, then what somebody looks at, then the rest,
 * newest first.
 */
export function planDays({
  now,
  historyDays,
  lastReadAt,
  wanted = [],
  isPutOff = () => false,
}: Planning): string[] {
  const today = utcDate(now)
  const midnight = Date.parse(`${today}T00:00:00Z`)
  const yesterday = addDays(today, -1)
  const isDue = (day: string, since: number) => {
    const last = lastReadAt(day)
    // A last read in the future is from before the clock was set back.
    return last !== null && (last < since || last > now) && !isPutOff(day)
  }
  const days = [today]
  const isEarly = now - midnight < 2 * hourMs
  if (isDue(yesterday, isEarly ? now : now - 5 * minuteMs)) days.push(yesterday)
  if (isDue(addDays(today, -2), now - hourMs)) days.push(addDays(today, -2))
  const unread = past(today, historyDays).filter(
    (day) => lastReadAt(day) === null && !isPutOff(day),
  )
  // Yesterday is a part of today in most zones.
  const next = unread[0] === yesterday ? yesterday : (firstWanted(unread, wanted) ?? unread[0])
  return next === undefined ? days : [...days, next]
}

/** How much of the past is still to come; 0 when all of it has been read. */
export function unreadDays({ now, historyDays, lastReadAt }: DayPlanning): number {
  const today = utcDate(now)
  return past(today, historyDays).filter((day) => lastReadAt(day) === null).length
}

function firstWanted(unread: readonly string[], wanted: readonly DayRange[]): string | undefined {
  for (const { from, to } of wanted) {
    const day = unread.find((day) => from <= day && day <= to)
    if (day !== undefined) return day
  }
  return undefined
}

function past(today: string, historyDays: number): string[] {
  return Array.from({ length: historyDays }, (_, index) => addDays(today, -1 - index))
}
