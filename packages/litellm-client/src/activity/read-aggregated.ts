import { LiteLLMError } from '../errors/litellm-error.ts'
import type { Exchange } from '../exchange/exchange.ts'
import type { ActivityMemory } from './activity-memory.ts'
import type { DayTally } from './day-tally.ts'
import type { TalliedAnswer } from './tally-answer.ts'
import { askActivity, type DayQuestion } from './ask-activity.ts'

export interface AggregatedAnswer {
  tally: DayTally
  /** Keys beyond the cap; totals of teams and models stay whole. */
  missingKeys: number
}

const largestKeyLimit = '1000'

/**
 * The aggregated route (since 1.99): one SQL pass, nothing to page. Asked for as many keys as it may
 * give (since about 1.103 it gives 100 of itself); `undefined` where there is no such route for us.
 */
export async function readAggregated(
  exchange: Exchange,
  memory: ActivityMemory,
  question: DayQuestion,
): Promise<AggregatedAnswer | undefined> {
  if (memory.aggregated === 'absent') return undefined
  const answer = await ask(exchange, memory, question)
  if (answer === undefined) return undefined
  memory.aggregated = 'present'
  const { api_key_limit: limit, total_api_keys: total } = answer.metadata
  return { tally: answer.tally, missingKeys: Math.max(0, (total ?? 0) - (limit ?? Infinity)) }
}

async function ask(
  exchange: Exchange,
  memory: ActivityMemory,
  question: DayQuestion,
): Promise<TalliedAnswer | undefined> {
  const limit = memory.takesKeyLimit ? { api_key_limit: largestKeyLimit } : undefined
  try {
    return await askActivity(exchange, '/team/daily/activity/aggregated', question, limit ?? {})
  } catch (error) {
    if (!(error instanceof LiteLLMError)) throw error
    if (error.kind === 'too_large') {
      memory.aggregated = 'present'
      return undefined
    }
    if (error.status === 422 && error.kind === 'rejected' && limit !== undefined) {
      memory.takesKeyLimit = false
      return ask(exchange, memory, question)
    }
    const isMissing =
      error.kind === 'not_found' || error.kind === 'forbidden' || error.status === 422
    if (isMissing && error.kind !== 'budget') return undefined
    throw error
  }
}
