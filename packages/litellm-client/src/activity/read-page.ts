import { isOfKind, LiteLLMError } from '../errors/litellm-error.ts'
import type { Exchange } from '../exchange/exchange.ts'
import type { ActivityMemory } from './activity-memory.ts'
import type { TalliedAnswer } from './tally-answer.ts'
import { askActivity, type DayQuestion } from './ask-activity.ts'

/** The largest page that the routes of this family took where they had a bound. */
const modestPage = 1_000

export function readPage(
  exchange: Exchange,
  question: DayQuestion,
  page: number,
  pageSize: number,
): Promise<TalliedAnswer> {
  const paging = { page: String(page), page_size: String(pageSize) }
  return askActivity(exchange, '/team/daily/activity', question, paging)
}

/** All rows in one page, one statement, one moment; `undefined` where they do not fit. */
export async function readOnlyPage(
  exchange: Exchange,
  memory: ActivityMemory,
  question: DayQuestion,
): Promise<TalliedAnswer | undefined> {
  const name = JSON.stringify([question.date, question.teams])
  if (memory.oversized.has(name)) return undefined
  try {
    const answer = await readPage(exchange, question, 1, memory.pageSize)
    if ((answer.metadata.total_pages ?? 1) <= 1) return answer
  } catch (error) {
    if (isPageRefused(error) && memory.pageSize > modestPage) {
      memory.pageSize = modestPage
      return readOnlyPage(exchange, memory, question)
    }
    if (!isOfKind(error, 'too_large')) throw error
  }
  memory.oversized.add(name)
  return undefined
}

function isPageRefused(error: unknown): boolean {
  return error instanceof LiteLLMError && error.kind === 'rejected' && error.status === 422
}
