import { isOfKind, LiteLLMError } from '../errors/litellm-error.ts'
import type { GatewayHttp } from '../http/client.ts'
import type { ActivityMemory } from './activity-memory.ts'
import { type DayRequest, fetchActivity } from './fetch-activity.ts'
import type { TalliedAnswer } from './tally-answer.ts'

/** The largest page that routes of this family accept where they have a limit. */
const commonPageLimit = 1_000

export function readPage(
  http: GatewayHttp,
  request: DayRequest,
  page: number,
  pageSize: number,
): Promise<TalliedAnswer> {
  const paging = { page: String(page), page_size: String(pageSize) }
  return fetchActivity(http, '/team/daily/activity', request, paging)
}

/** All rows in one page, so of one statement at one moment; `undefined` where they do not fit. */
export async function readSinglePage(
  http: GatewayHttp,
  memory: ActivityMemory,
  request: DayRequest,
): Promise<TalliedAnswer | undefined> {
  const name = JSON.stringify([request.date, request.teams])
  if (memory.oversized.has(name)) return undefined
  try {
    const answer = await readPage(http, request, 1, memory.pageSize)
    if ((answer.metadata.total_pages ?? 1) <= 1) return answer
  } catch (error) {
    if (isPageSizeRefused(error) && memory.pageSize > commonPageLimit) {
      memory.pageSize = commonPageLimit
      return readSinglePage(http, memory, request)
    }
    if (!isOfKind(error, 'too_large')) throw error
  }
  memory.oversized.add(name)
  return undefined
}

function isPageSizeRefused(error: unknown): boolean {
  return error instanceof LiteLLMError && error.kind === 'rejected' && error.status === 422
}
