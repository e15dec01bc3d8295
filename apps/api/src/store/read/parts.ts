import type { Counters } from '@podium/litellm-client'
import type { Kysely } from 'kysely'
import type { Width } from '../../ledger/delta.ts'
import type { Schema } from '../schema.ts'
import { cutDays, cutHours } from './cut-span.ts'
import { allDays, allHours, allQuarters } from './parts-of-all.ts'
import { teamDayParts, teamHourParts } from './parts-of-team.ts'
import type { DayRange, Span } from './ranges.ts'
import { modelBuckets, teamBuckets } from './series.ts'

type Db = Kysely<Schema>

/** How fine the time of what was placed has to be. */
export type Unit = 'minute' | 'quarter' | 'hour' | 'day'

/** A piece of a span, by model. What is not placed is somewhere in its whole UTC day. */
export type Part = {
  model: string
  start: number
  /** Minutes. */
  width: Width
  isPlaced: boolean
  counters: Counters
}

/** All traffic together, or that of one team; `teamId` null is traffic without one. */
export type Whose = 'all' | { teamId: string | null }

/** A span cut in time and by model. Together its parts are what `spanTotals` says. */
export async function parts(db: Db, span: Span, unit: Unit, whose: Whose): Promise<Part[]> {
  const { days, edges } = cutDays(span)
  const ofDays = days === null ? [] : await readDays(db, days, whose)
  if (unit !== 'day') {
    const unplaced = ofDays.filter(({ isPlaced }) => !isPlaced)
    return [...unplaced, ...(await placed(db, span, unit, whose))]
  }
  const atEdges: Part[][] = []
  for (const edge of edges) atEdges.push(await placed(db, edge, 'hour', whose))
  return [...ofDays, ...atEdges.flat()]
}

function readDays(db: Db, days: DayRange, whose: Whose): Promise<Part[]> {
  return whose === 'all' ? allDays(db, days) : teamDayParts(db, days, whose.teamId)
}

async function placed(
  db: Db,
  span: Span,
  unit: Exclude<Unit, 'day'>,
  whose: Whose,
): Promise<Part[]> {
  if (unit === 'hour') return hourly(db, span, whose)
  if (whose === 'all' && unit === 'quarter') return allQuarters(db, span)
  const rows =
    whose === 'all' ? await modelBuckets(db, span) : await teamBuckets(db, span, whose.teamId)
  return rows.map(({ model, start, width, counters }) => ({
    ...{ model, start, width, counters },
    isPlaced: true,
  }))
}

async function hourly(db: Db, span: Span, whose: Whose): Promise<Part[]> {
  const { hours, edges } = cutHours(span)
  const found: Part[][] = []
  if (hours !== null)
    found.push(
      await (whose === 'all' ? allHours(db, hours) : teamHourParts(db, hours, whose.teamId)),
    )
  for (const edge of edges) found.push(await placed(db, edge, 'minute', whose))
  return found.flat()
}
