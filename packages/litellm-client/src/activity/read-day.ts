import { isOfKind } from '../errors/litellm-error.ts'
import type { DayQuestion } from './ask-activity.ts'
import type { ActivityReader, DayReading } from './day-reading.ts'
import { isTooLong, narrowByTeam } from './narrow-by-team.ts'
import { type AggregatedAnswer, readAggregated } from './read-aggregated.ts'
import { readOnlyPage } from './read-page.ts'
import { walkPages } from './walk-pages.ts'

/**
 * The aggregated answer where there is one that has all keys; else all rows in one page; else, unless
 * the aggregated answer lacks nothing but rare keys, the rows team by team.
 */
export async function readDay(reader: ActivityReader, question: DayQuestion): Promise<DayReading> {
  const { exchange, memory } = reader
  const aggregated = await readAggregated(exchange, memory, question)
  if (aggregated?.missingKeys === 0) return fromAggregated(aggregated)
  const page = await readOnlyPage(exchange, memory, question).catch((error: unknown) => {
    if (aggregated !== undefined && isOfKind(error, 'not_found', 'forbidden')) return undefined
    throw error
  })
  // Only now: where both routes fail, it was not the aggregated one that is missing.
  if (memory.aggregated === 'unknown') memory.aggregated = 'absent'
  if (page !== undefined) {
    return { tally: page.tally, source: 'single-page', notes: [] }
  }
  if (aggregated !== undefined) return fromAggregated(aggregated)
  return narrow(reader, question)
}

async function narrow(reader: ActivityReader, question: DayQuestion): Promise<DayReading> {
  try {
    return await narrowByTeam(reader, question)
  } catch (error) {
    if (!isTooLong(error)) throw error
    const { tally, pages } = await walkPages(reader, question)
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
