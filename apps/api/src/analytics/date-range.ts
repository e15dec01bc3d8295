import { addDays, countDays, parseDate, utcDate } from '../domain/utc-day.ts'

const maxDays = 400

export type DateRange = { start: string; end: string }
export type RangeProblem = { parameter: string; detail: string }

type Parsed = { ok: true; range: DateRange } | ({ ok: false } & RangeProblem)

/** The compatibility routes' range: yesterday and today by default, UTC, both ends included. */
export function parseDateRange(
  query: { start_date?: string | undefined; end_date?: string | undefined },
  now: number,
): Parsed {
  const today = utcDate(now)
  const end = parseDate(query.end_date ?? today)
  if (end === null)
    return refuse('end_date', 'end_date must be a day of the calendar, as YYYY-MM-DD.')
  const tomorrow = addDays(today, 1)
  if (end > tomorrow) return refuse('end_date', 'end_date lies in the future.')
  // Viewers east of UTC ask for their today, which is UTC's tomorrow.
  const last = end === tomorrow ? today : end

  const start = parseDate(query.start_date ?? addDays(last, -1))
  if (start === null)
    return refuse('start_date', 'start_date must be a day of the calendar, as YYYY-MM-DD.')
  if (start > last) return refuse('start_date', 'start_date must not be later than end_date.')
  if (countDays(start, last) > maxDays)
    return refuse('start_date', `A range has at most ${maxDays} days.`)
  return { ok: true, range: { start, end: last } }
}

function refuse(parameter: string, detail: string): { ok: false } & RangeProblem {
  return { ok: false, parameter, detail }
}
