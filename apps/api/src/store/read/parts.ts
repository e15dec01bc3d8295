import type { Counters } from '@podium/litellm-client'
import type { Kysely } from 'kysely'
import type { Width } from '../../ledger/delta.ts'
import type { Schema } from '../schema.ts'
import { cutDays, cutHours } from './cut-span.ts'
import { allDays, allHours } from './parts-of-all.ts'
import { teamDayParts, teamHourParts } from './parts-of-team.ts'
import type { Span } from './ranges.ts'
import { modelBuckets, teamBuckets } from './series.ts'

type Db = Kysely<Schema>

/** How fine the time of what was placed has to be. */
export type Unit = 'minute' | 'hour' | 'day'

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
  const found: Part[] = []
  if (days !== null) {
    const ofDays =
      whose === 'all' ? await allDays(db, days) : await teamDayParts(db, days, whose.teamId)
    found.push(...ofDays.filter(({ isPlaced }) => unit === 'day' || !isPlaced))
  }
  const spans = unit === 'day' ? edges : [span]
  for (const each of spans)
    found.push(...(await (unit === 'minute' ? buckets : hours)(db, each, whose)))
  return found
}

async function hours(db: Db, span: Span, whose: Whose): Promise<Part[]> {
  const { hours: whole, edges } = cutHours(span)
  const found: Part[] = []
  if (whole !== null)
    found.push(
      ...(whose === 'all'
        ? await allHours(db, whole)
        : await teamHourParts(db, whole, whose.teamId)),
    )
  for (const edge of edges) found.push(...(await buckets(db, edge, whose)))
  return found
}

async function buckets(db: Db, span: Span, whose: Whose): Promise<Part[]> {
  const rows =
    whose === 'all' ? await modelBuckets(db, span) : await teamBuckets(db, span, whose.teamId)
  return rows.map(({ model, start, width, counters }) => ({
    ...{ model, start, width, counters },
    isPlaced: true,
  }))
}
