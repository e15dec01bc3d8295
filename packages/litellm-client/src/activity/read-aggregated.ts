import { isNotForThisKey, LiteLLMError } from '../errors/litellm-error.ts'
import type { GatewayHttp } from '../http/client.ts'
import type { ActivityMemory } from './activity-memory.ts'
import type { DayTally } from './day-tally.ts'
import { type DayRequest, fetchActivity } from './fetch-activity.ts'
import type { TalliedAnswer } from './tally-answer.ts'

export interface AggregatedAnswer {
  tally: DayTally
  /** Keys beyond the gateway's limit; the totals of teams and models are complete all the same. */
  missingKeys: number
}

const largestKeyLimit = '1000'

/**
 * The aggregated route (since 1.99): one SQL pass, no pages. It is asked for as many keys as it may
 * give, because since about 1.103 it gives 100 unless asked. `undefined` where the gateway has no such
 * route for this key.
 */
export async function readAggregated(
  http: GatewayHttp,
  memory: ActivityMemory,
  request: DayRequest,
): Promise<AggregatedAnswer | undefined> {
  if (memory.aggregated === 'absent') return undefined
  const answer = await fetchAggregated(http, memory, request)
  if (answer === undefined) return undefined
  memory.aggregated = 'present'
  const { api_key_limit: limit, total_api_keys: total } = answer.metadata
  return { tally: answer.tally, missingKeys: Math.max(0, (total ?? 0) - (limit ?? Infinity)) }
}

async function fetchAggregated(
  http: GatewayHttp,
  memory: ActivityMemory,
  request: DayRequest,
): Promise<TalliedAnswer | undefined> {
  const limit = memory.takesKeyLimit ? { api_key_limit: largestKeyLimit } : undefined
  try {
    return await fetchActivity(http, '/team/daily/activity/aggregated', request, limit ?? {})
  } catch (error) {
    if (!(error instanceof LiteLLMError)) throw error
    if (error.kind === 'too_large') {
      memory.aggregated = 'present'
      return undefined
    }
    if (error.status === 422 && error.kind === 'rejected' && limit !== undefined) {
      memory.takesKeyLimit = false
      return fetchAggregated(http, memory, request)
    }
    const isMissing = error.kind === 'not_found' || isNotForThisKey(error) || error.status === 422
    if (isMissing && error.kind !== 'budget') return undefined
    throw error
  }
}
