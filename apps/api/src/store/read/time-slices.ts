import type { Kysely } from 'kysely'
import { cutDays, cutHours } from './cut-span.ts'
import type { SliceQuery, TimeSlice } from '../../domain/time-slice.ts'
import { allDays, allHours, allMinutes, allQuarters } from './slices-of-all.ts'
import { teamDaySlices, teamHourSlices, teamMinuteSlices } from './slices-of-team.ts'
import type { DayRange, Span } from '../../domain/span.ts'
import type { Schema } from '../schema.ts'

type Db = Kysely<Schema>

/** A span cut in time. Together its slices are what `spanTotals` says. */
export async function timeSlices(db: Db, span: Span, asked: SliceQuery): Promise<TimeSlice[]> {
  const { days, edges } = cutDays(span)
  const ofDays = days === null ? [] : await readDays(db, days, asked)
  if (asked.unit !== 'day') {
    const unplaced = ofDays.filter(({ isPlaced }) => !isPlaced)
    return [...unplaced, ...(await placed(db, span, asked))]
  }
  const atEdges: TimeSlice[][] = []
  for (const edge of edges) atEdges.push(await placed(db, edge, { ...asked, unit: 'hour' }))
  return [...ofDays, ...atEdges.flat()]
}

function readDays(db: Db, days: DayRange, asked: SliceQuery): Promise<TimeSlice[]> {
  const { whose } = asked
  return whose === 'all'
    ? allDays(db, days, asked)
    : teamDaySlices(db, days, { ...asked, ...whose })
}

async function placed(db: Db, span: Span, asked: SliceQuery): Promise<TimeSlice[]> {
  const { unit, whose } = asked
  if (unit === 'hour') return hourly(db, span, asked)
  if (whose !== 'all') return teamMinuteSlices(db, span, { ...asked, ...whose })
  // Quarters would have to be sorted; without models there are few minutes.
  return unit === 'quarter' && asked.byModel
    ? allQuarters(db, span, asked)
    : allMinutes(db, span, asked)
}

async function hourly(db: Db, span: Span, asked: SliceQuery): Promise<TimeSlice[]> {
  const { whose } = asked
  const { hours, edges } = cutHours(span)
  const found: TimeSlice[][] = []
  if (hours !== null)
    found.push(
      await (whose === 'all'
        ? allHours(db, hours, asked)
        : teamHourSlices(db, hours, { ...asked, ...whose })),
    )
  for (const edge of edges) found.push(await placed(db, edge, { ...asked, unit: 'minute' }))
  return found.flat()
}
