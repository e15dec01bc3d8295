import { z } from 'zod'
import { LiteLLMError } from '../errors/litellm-error.ts'
import { expectShape } from '../schema/expect-shape.ts'
import type { GatewayHttp } from '../http/client.ts'
import { type SpendLog, SpendLogRow } from './spend-log.ts'

export interface SpendLogWindow {
  /** Requests that started in this second or later … */
  from: Date
  /** … and in this one or earlier. */
  to: Date
  /** From 1. */
  page?: number | undefined
  /** Up to 100; releases from 1.94 on take 1,000. */
  pageSize?: number | undefined
  signal?: AbortSignal | undefined
}

export interface SpendLogPage {
  /** Oldest first, where the release can sort (1.81.11 and later); else newest first. */
  rows: SpendLog[]
  page: number
  /** True where this page was full. The gateway's own total is not exact. */
  hasMore: boolean
}

const Page = z.object({ data: z.array(SpendLogRow) })

/** Reads `/spend/logs/v2`: since 1.80.8 for administrators, since 1.89 for viewers. */
export async function readSpendLogs(
  http: GatewayHttp,
  window: SpendLogWindow,
): Promise<SpendLogPage> {
  const { from, to, page = 1, pageSize = 100, signal } = window
  const query = new URLSearchParams({
    start_date: formatSecond(from, 'from'),
    end_date: formatSecond(to, 'to'),
    page: String(wholeNumber(page, 'page')),
    page_size: String(wholeNumber(pageSize, 'pageSize')),
    sort_by: 'startTime',
    sort_order: 'asc',
  })
  const request = { route: '/spend/logs/v2', query, signal }
  const { data: rows } = await http.readJson(request, expectShape(Page, 'spend logs'))
  return { rows, page, hasMore: rows.length >= pageSize }
}

/** The route refuses ISO dates: `YYYY-MM-DD HH:MM:SS`, UTC. */
function formatSecond(instant: Date, name: string): string {
  if (Number.isNaN(instant.getTime()))
    throw new LiteLLMError('input', { detail: `${name} is no instant` })
  return instant.toISOString().slice(0, 19).replace('T', ' ')
}

function wholeNumber(value: number, name: string): number {
  if (Number.isSafeInteger(value) && value > 0) return value
  throw new LiteLLMError('input', { detail: `${name} is not a positive whole number` })
}
