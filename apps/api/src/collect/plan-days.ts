import { addDays, hourMs, minuteMs, utcDate } from '../domain/utc-day.ts'

type DayPlanning = {
  now: number
  /** How far back the gateway is read, in days before today. */
  historyDays: number
  /** When the last accepted read of a day began; `null` where there was none. */
  lastReadAt: (day: string) => number | null
}

/**
 * The UTC days that one poll reads: today; yesterday, in the first two hours each time, then every five minutes; the day
 * before hourly; and one day of history that has not been read, newest first.
 */
export function planDays({ now, historyDays, lastReadAt }: DayPlanning): string[] {
  const today = utcDate(now)
  const midnight = Date.parse(`${today}T00:00:00Z`)
  const yesterday = addDays(today, -1)
  const isDue = (day: string, since: number) => {
    const last = lastReadAt(day)
    // A last read in the future is from before the clock was set back.
    return last !== null && (last < since || last > now)
  }
  const days = [today]
  const isEarly = now - midnight < 2 * hourMs
  if (isDue(yesterday, isEarly ? now : now - 5 * minuteMs)) days.push(yesterday)
  if (isDue(addDays(today, -2), now - hourMs)) days.push(addDays(today, -2))
  const unread = nextUnread(today, historyDays, lastReadAt)
  return unread === null ? days : [...days, unread]
}

/** How much of the past is still to come; 0 when all of it has been read. */
export function unreadDays({ now, historyDays, lastReadAt }: DayPlanning): number {
  const today = utcDate(now)
  return past(today, historyDays).filter((day) => lastReadAt(day) === null).length
}

function nextUnread(
  today: string,
  historyDays: number,
  lastReadAt: DayPlanning['lastReadAt'],
): string | null {
  return past(today, historyDays).find((day) => lastReadAt(day) === null) ?? null
}

function past(today: string, historyDays: number): string[] {
  return Array.from({ length: historyDays }, (_, index) => addDays(today, -1 - index))
}
