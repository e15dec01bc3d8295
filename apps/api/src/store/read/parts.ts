import type { Measure } from './amounts.ts'
import { cutDays, cutHours } from './cut-span.ts'
import type { Part } from './part.ts'
import { allDays, allHours, allMinutes, allQuarters } from './parts-of-all.ts'
import { teamDayParts, teamHourParts, teamMinuteParts } from './parts-of-team.ts'
import type { DayRange, Span } from '../../domain/span.ts'
import type { Source } from './slices.ts'

/** How fine the time of what was placed has to be. */
export type Unit = 'minute' | 'quarter' | 'hour' | 'day'

/** All traffic together, or that of one team; `teamId` null is traffic without one. */
export type Whose = 'all' | { teamId: string | null }

export type PartsAsked = {
  unit: Unit
  whose: Whose
  measure: Measure
  /** Models together are fewer rows, and are read in the order in which they lie. */
  byModel: boolean
}

/** A span cut in time. Together its parts are what `spanTotals` says. */
export async function parts(source: Source, span: Span, asked: PartsAsked): Promise<Part[]> {
  const { days, edges } = cutDays(span)
  const ofDays = days === null ? [] : await readDays(source, days, asked)
  if (asked.unit !== 'day') {
    const unplaced = ofDays.filter(({ isPlaced }) => !isPlaced)
    return [...unplaced, ...(await placed(source, span, asked))]
  }
  const atEdges: Part[][] = []
  for (const edge of edges) atEdges.push(await placed(source, edge, { ...asked, unit: 'hour' }))
  return [...ofDays, ...atEdges.flat()]
}

function readDays(source: Source, days: DayRange, asked: PartsAsked): Promise<Part[]> {
  const { whose } = asked
  return whose === 'all'
    ? allDays(source, days, asked)
    : teamDayParts(source, days, { ...asked, ...whose })
}

async function placed(source: Source, span: Span, asked: PartsAsked): Promise<Part[]> {
  const { unit, whose } = asked
  if (unit === 'hour') return hourly(source, span, asked)
  if (whose !== 'all') return teamMinuteParts(source, span, { ...asked, ...whose })
  // Quarters would have to be sorted; without models there are few minutes.
  return unit === 'quarter' && asked.byModel
    ? allQuarters(source, span, asked)
    : allMinutes(source, span, asked)
}

async function hourly(source: Source, span: Span, asked: PartsAsked): Promise<Part[]> {
  const { whose } = asked
  const { hours, edges } = cutHours(span)
  const found: Part[][] = []
  if (hours !== null)
    found.push(
      await (whose === 'all'
        ? allHours(source, hours, asked)
        : teamHourParts(source, hours, { ...asked, ...whose })),
    )
  for (const edge of edges) found.push(await placed(source, edge, { ...asked, unit: 'minute' }))
  return found.flat()
}
