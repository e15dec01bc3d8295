import { detailError, unprocessable } from '../../gateway/answers.ts'
import { addCounters, noCounters } from '../../ledger/counters.ts'
import type { DailyRow } from '../../ledger/row-store.ts'
import type { GatewayRequest } from '../context.ts'
import { readIntegers } from '../query.ts'
import { refuseViewer } from '../authorize.ts'
import { viewDay } from './breakdown.ts'
import { findDateProblem } from './dates.ts'
import { viewTotals } from './metrics.ts'
import { selectRows } from './scope.ts'

/** `GET /team/daily/activity`: pages are cut from rows, so one date can lie on several of them. */
export function answerPagedActivity(request: GatewayRequest): Response {
  const { gateway, query, caller, path } = request
  const { profile, world } = gateway
  if (caller.role === 'proxy_admin_viewer' && !profile.viewerSeesActivity) {
    return refuseViewer(profile, path)
  }
  const pages = readIntegers(query, [
    { name: 'page', fallback: 1 },
    { name: 'page_size', fallback: 10 },
  ])
  if (!pages.ok) return unprocessable(profile, pages.problems)
  const [page = 1, pageSize = 10] = pages.value
  const scope = selectRows(request)
  if (!scope.ok) return scope.answer
  const problem = profile.datesAreChecked
    ? findDateProblem(scope.from, scope.to, { reversedIsRefused: profile.reversedRangeIsRefused })
    : null
  if (problem !== null) return problem
  if (page < 1 || pageSize < 1) {
    if (profile.pageZeroIsRefused) {
      const text = `page and page_size must be >= 1, got page=${page}, page_size=${pageSize}`
      return detailError(400, text)
    }
    const error = 'Failed to fetch analytics: integer division or modulo by zero'
    return detailError(500, { error })
  }
  const rows = orderRows(scope.rows, profile.stablePaging).slice(
    (page - 1) * pageSize,
    page * pageSize,
  )
  const totalPages = Math.ceil(scope.rows.length / pageSize)
  const total = noCounters()
  for (const row of rows) addCounters(total, row.counters)
  return Response.json({
    results: groupByDate(rows).map(([date, ofDay]) =>
      viewDay(date, ofDay, { world, profile, shownKeys: null }),
    ),
    metadata: {
      ...viewTotals(total, profile),
      page,
      total_pages: totalPages,
      has_more: page < totalPages,
      ...(profile.responseTimeCounters && {
        api_key_limit: null,
        total_api_keys: null,
        entity_total_api_keys: null,
      }),
    },
  })
}

/** Newest date first; within a date older releases show the rows as they lie on disk. */
function orderRows(rows: readonly DailyRow[], isStable: boolean): DailyRow[] {
  return rows.toSorted((a, b) => {
    if (a.date !== b.date) return a.date < b.date ? 1 : -1
    if (!isStable) return a.physical - b.physical
    return a.id < b.id ? -1 : 1
  })
}

/** In the order given, which is newest first. */
export function groupByDate(rows: readonly DailyRow[]): [string, DailyRow[]][] {
  const days = new Map<string, DailyRow[]>()
  for (const row of rows) {
    const day = days.get(row.date)
    if (day === undefined) days.set(row.date, [row])
    else day.push(row)
  }
  return [...days]
}
