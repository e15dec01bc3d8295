import { isNotForThisKey, isOfKind } from '../errors/litellm-error.ts'
import type { ActivityReader, DayReading } from './day-reading.ts'
import type { DayRequest } from './fetch-activity.ts'
import { isUrlTooLong, narrowByTeam } from './narrow-by-team.ts'
import { type AggregatedAnswer, readAggregated } from './read-aggregated.ts'
import { readSinglePage } from './read-page.ts'
import { walkPages } from './walk-pages.ts'

/**
 * Takes the aggregated answer where it has all keys; else all rows in one page; else the aggregated
 * answer that lacks some keys; else the rows team by team.
 */
export async function readDay(reader: ActivityReader, request: DayRequest): Promise<DayReading> {
  const { http, memory } = reader
  const aggregated = await readAggregated(http, memory, request)
  if (aggregated?.missingKeys === 0) return fromAggregated(aggregated)
  const page = await readSinglePage(http, memory, request).catch((error: unknown) => {
    const isMissing = isOfKind(error, 'not_found') || isNotForThisKey(error)
    if (aggregated !== undefined && isMissing) return undefined
    throw error
  })
  // Only now: where both routes fail, the aggregated one is not known to be missing.
  if (memory.aggregated === 'unknown') memory.aggregated = 'absent'
  if (page !== undefined) {
    return { tally: page.tally, source: 'single-page', notes: [] }
  }
  if (aggregated !== undefined) return fromAggregated(aggregated)
  return narrowOrWalk(reader, request)
}

async function narrowOrWalk(reader: ActivityReader, request: DayRequest): Promise<DayReading> {
  try {
    return await narrowByTeam(reader, request)
  } catch (error) {
    if (!isUrlTooLong(error)) throw error
    const { tally, pages } = await walkPages(reader, request)
    return { tally, source: 'page-walk', notes: [{ kind: 'pages_walked', count: pages }] }
  }
}

function fromAggregated({ tally, missingKeys }: AggregatedAnswer): DayReading {
  return {
    tally,
    source: 'aggregated',
    notes: missingKeys > 0 ? [{ kind: 'keys_truncated', count: missingKeys }] : [],
  }
}
