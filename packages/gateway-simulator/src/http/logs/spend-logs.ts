import { notFound, proxyError, unprocessable } from '../../gateway/answers.ts'
import type { Profile } from '../../gateway/profile.ts'
import { bookRequest } from '../../ledger/book-request.ts'
import type { SentRequest } from '../../ledger/sent-request.ts'
import { seesEverything } from '../context.ts'
import type { GatewayRequest } from '../context.ts'
import { readIntegers } from '../query.ts'
import { refuseNonAdmin } from '../authorize.ts'
import { viewLog } from './log-view.ts'

const countCap = 10_000

/** `GET /spend/logs/v2`: single requests whose *start* lies in the window, newest first unless asked. */
export function answerSpendLogs(request: GatewayRequest): Response {
  const { gateway, query, caller, path } = request
  const { profile, world } = gateway
  if (!profile.spendLogsRoute) return notFound()
  const isOwnOnly = profile.spendLogsForViewer && caller.user !== null && !seesEverything(caller)
  const seesAll = profile.spendLogsForViewer && seesEverything(caller)
  const refusal = isOwnOnly || seesAll ? null : refuseNonAdmin(caller, profile, path)
  if (refusal !== null) return refusal
  const pages = readIntegers(query, [
    { name: 'page', fallback: 1, least: 1 },
    { name: 'page_size', fallback: 50, least: 1, most: profile.spendLogsMaxPage },
  ])
  if (!pages.ok) return unprocessable(profile, pages.problems)
  const [page = 1, pageSize = 50] = pages.value
  const window = readWindow(query, profile)
  if (!window.ok) return window.answer
  const found = gateway.engine
    .finished()
    .filter(({ flushedAtMs }) => flushedAtMs !== null)
    .map(({ request }) => request)
    .filter((request) => {
      const startMs = loggedStart(request, profile)
      return startMs >= window.fromMs && startMs <= window.toMs
    })
    .filter((request) => matches(request, query, profile))
    .filter(({ token }) => !isOwnOnly || world.keys.get(token)?.userId === caller.user?.id)
  const sorted = sortLogs(found, query, profile)
  const total = profile.spendLogsTotalIsCapped ? Math.min(sorted.length, countCap) : sorted.length
  return Response.json({
    data: sorted
      .slice((page - 1) * pageSize, page * pageSize)
      .map((request) => viewLog(request, world, profile)),
    total,
    page,
    page_size: pageSize,
    total_pages: Math.ceil(total / pageSize),
    ...(profile.spendLogsTotalIsCapped && { total_is_capped: sorted.length > countCap }),
  })
}

type Window = { ok: true; fromMs: number; toMs: number } | { ok: false; answer: Response }

function readWindow(query: URLSearchParams, profile: Profile): Window {
  const from = query.get('start_date')
  const to = query.get('end_date')
  if (from === null || to === null) {
    const message = 'Start date and end date are required'
    return { ok: false, answer: proxyError(profile, 400, { message, type: 'bad_request' }) }
  }
  const wrong = [from, to].find((text) => Number.isNaN(parseInstant(text)))
  if (wrong !== undefined) {
    const message = `Invalid date format: ${wrong}. Expected: 'YYYY-MM-DD' or 'YYYY-MM-DD HH:MM:SS'`
    return { ok: false, answer: proxyError(profile, 400, { message }) }
  }
  return { ok: true, fromMs: parseInstant(from), toMs: parseInstant(to) }
}

function parseInstant(text: string): number {
  if (!/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}:\d{2})?$/.test(text)) return Number.NaN
  return Date.parse(`${text.replace(' ', 'T')}${text.includes(' ') ? '' : 'T00:00:00'}Z`)
}

/** Older releases log a failure as if it had begun when it ended. */
function loggedStart(request: SentRequest, profile: Profile): number {
  const isLate = request.outcome !== 'success' && profile.failuresDatedByEnd
  return isLate ? request.endMs : request.startMs
}

function matches(request: SentRequest, query: URLSearchParams, profile: Profile): boolean {
  const status = request.outcome === 'success' ? 'success' : 'failure'
  const booking = bookRequest(request, profile)
  const is = (name: string, value: string) => [null, value].includes(query.get(name))
  return (
    is('status_filter', status) &&
    is('api_key', booking.apiKey) &&
    is('team_id', booking.teamId) &&
    is('model', booking.model)
  )
}

function sortLogs(
  requests: SentRequest[],
  query: URLSearchParams,
  profile: Profile,
): SentRequest[] {
  const sign = query.get('sort_order') === 'asc' ? 1 : -1
  const read: Record<string, (request: SentRequest) => number> = {
    spend: ({ spend }) => spend,
    total_tokens: ({ promptTokens, completionTokens }) => promptTokens + completionTokens,
    endTime: ({ endMs }) => endMs,
    startTime: (request) => loggedStart(request, profile),
  }
  const by = read[query.get('sort_by') ?? ''] ?? read['startTime']
  if (by === undefined) return requests
  return requests.toSorted((a, b) => sign * (by(a) - by(b)))
}
