import { notFound, unprocessable } from '../../gateway/answers.ts'
import type { Profile } from '../../gateway/profile.ts'
import { addCounters, noCounters } from '../../ledger/counters.ts'
import type { DailyRow } from '../../ledger/row-store.ts'
import type { GatewayRequest } from '../context.ts'
import { readIntegers } from '../query.ts'
import { viewDay } from './breakdown.ts'
import { rankKeys } from './key-ranking.ts'
import { viewTotals } from './metrics.ts'
import { groupByDate } from './paged-activity.ts'
import { selectCheckedRows } from './scope.ts'

/** `GET /team/daily/activity/aggregated`: no pages; newer releases list the dearest keys only. */
export function answerAggregatedActivity(request: GatewayRequest): Response {
  const { profile, world } = request.gateway
  if (!profile.aggregatedRoute) return notFound()
  const limit = readIntegers(
    request.query,
    profile.apiKeyLimit ? [{ name: 'api_key_limit', fallback: 100, least: 1, most: 1000 }] : [],
  )
  if (!limit.ok) return unprocessable(profile, limit.problems)
  const scope = selectCheckedRows(request)
  if (!scope.ok) return scope.answer
  const [keyLimit] = limit.value
  const shownKeys =
    keyLimit === undefined ? null : new Set(rankKeys(scope.rows, profile).slice(0, keyLimit))
  const total = noCounters()
  for (const row of scope.rows) addCounters(total, row.counters)
  const dropsEmptyKey = profile.aggregatedDropsEmptyKey
  const days = scope.rows.toSorted((a, b) => (a.date < b.date ? 1 : -1))
  return Response.json({
    results: groupByDate(days).map(([date, rows]) =>
      viewDay(date, rows, { world, profile, shownKeys, dropsEmptyKey }),
    ),
    metadata: {
      ...viewTotals(total, profile),
      page: 1,
      total_pages: 1,
      has_more: false,
      ...(keyLimit !== undefined && {
        api_key_limit: keyLimit,
        total_api_keys: rankKeys(scope.rows, profile).length,
        entity_total_api_keys: countKeysOfTeams(scope.rows, profile),
      }),
    },
  })
}

function countKeysOfTeams(rows: readonly DailyRow[], profile: Profile): Record<string, number> {
  const teams = new Map<string, DailyRow[]>()
  for (const row of rows) {
    const name = row.teamId === '' ? 'Unassigned' : row.teamId
    const ofTeam = teams.get(name)
    if (ofTeam === undefined) teams.set(name, [row])
    else ofTeam.push(row)
  }
  return Object.fromEntries(
    [...teams].map(([team, ofTeam]) => [team, rankKeys(ofTeam, profile).length]),
  )
}
