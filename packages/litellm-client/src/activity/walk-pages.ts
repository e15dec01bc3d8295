import { LiteLLMError } from '../errors/litellm-error.ts'
import type { ActivityReader } from './day-reading.ts'
import { addTally, createDayTally, type DayTally } from './day-tally.ts'
import type { DayRequest } from './fetch-activity.ts'
import { readPage } from './read-page.ts'
import { isSameTally } from './same-tally.ts'

export interface PageWalk {
  tally: DayTally
  pages: number
}

const maxWalks = 4
const maxPages = 50

/**
 * Reads page after page. Up to 1.89 the rows of one day have no order of their own, so pages may repeat
 * some rows and skip others, and do so the same way each time. So two walks in a row with different page
 * sizes must have the same sums, else the reading fails.
 */
export async function walkPages(reader: ActivityReader, request: DayRequest): Promise<PageWalk> {
  const { pageSize } = reader.memory
  let previous: PageWalk | undefined
  for (let attempt = 0; attempt < maxWalks; attempt++) {
    const size = attempt % 2 === 0 ? pageSize : Math.max(1, Math.floor(pageSize * 0.9))
    const walk = await walkOnce(reader, request, size)
    if (previous !== undefined && walk !== undefined && isSameTally(previous.tally, walk.tally))
      return walk
    previous = walk
  }
  throw new LiteLLMError('unstable_paging', { host: reader.http.host })
}

/** `undefined` where the number of pages changed on the way. */
async function walkOnce(
  { http }: ActivityReader,
  request: DayRequest,
  pageSize: number,
): Promise<PageWalk | undefined> {
  const tally = createDayTally()
  let pages = 1
  for (let page = 1; page <= pages; page++) {
    const answer = await readPage(http, request, page, pageSize)
    const totalPages = answer.metadata.total_pages ?? 1
    if (totalPages > maxPages) {
      throw new LiteLLMError('too_large', {
        host: http.host,
        detail: `a day of more than ${maxPages} pages`,
      })
    }
    if (page > 1 && totalPages !== pages) return undefined
    pages = totalPages
    addTally(tally, answer.tally)
  }
  return { tally, pages }
}
