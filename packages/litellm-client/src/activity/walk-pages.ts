import { LiteLLMError } from '../errors/litellm-error.ts'
import type { DayQuestion } from './ask-activity.ts'
import type { ActivityReader } from './day-reading.ts'
import { addTally, createDayTally, type DayTally } from './day-tally.ts'
import { readPage } from './read-page.ts'
import { isSameTally } from './same-tally.ts'

export interface Walk {
  tally: DayTally
  pages: number
}

const mostWalks = 4
const mostPages = 50

/**
 * Page after page. Up to 1.89 rows of one day have no order of their own, so pages may repeat some and
 * skip others, and do so the same way each time: two walks in a row that cut the rows differently must
 * come to the same, else there is no answer.
 */
export async function walkPages(reader: ActivityReader, question: DayQuestion): Promise<Walk> {
  const { pageSize } = reader.memory
  let previous: Walk | undefined
  for (let attempt = 0; attempt < mostWalks; attempt++) {
    const size = attempt % 2 === 0 ? pageSize : Math.max(1, Math.floor(pageSize * 0.9))
    const walk = await walkOnce(reader, question, size)
    if (previous !== undefined && walk !== undefined && isSameTally(previous.tally, walk.tally))
      return walk
    previous = walk
  }
  throw new LiteLLMError('unstable_paging', { host: reader.exchange.host })
}

/** `undefined` where the number of pages changed on the way. */
async function walkOnce(
  { exchange }: ActivityReader,
  question: DayQuestion,
  pageSize: number,
): Promise<Walk | undefined> {
  const tally = createDayTally()
  let pages = 1
  for (let page = 1; page <= pages; page++) {
    const answer = await readPage(exchange, question, page, pageSize)
    const told = answer.metadata.total_pages ?? 1
    if (told > mostPages) {
      throw new LiteLLMError('too_large', {
        host: exchange.host,
        detail: `a day of more than ${mostPages} pages`,
      })
    }
    if (page > 1 && told !== pages) return undefined
    pages = told
    addTally(tally, answer.tally)
  }
  return { tally, pages }
}
