import { notFound, unprocessable } from '../../gateway/answers.ts'
import { addCounters, noCounters } from '../../ledger/counters.ts'
import type { DailyRow } from '../../ledger/row-store.ts'
import type { GatewayRequest } from '../context.ts'
import { readIntegers } from '../query.ts'
import { describeKey } from './breakdown.ts'
import { nameKey, rankKeys } from './key-ranking.ts'
import { viewBareMetrics } from './metrics.ts'
import { selectCheckedRows } from './scope.ts'

/** `GET /team/daily/activity/aggregated/keys`: the keys that the cap leaves out, page by page. */
export function answerAggregatedKeys(request: GatewayRequest): Response {
  const { profile } = request.gateway
  if (!profile.aggregatedKeyRoutes) return notFound()
  const window = readIntegers(request.query, [
    { name: 'offset', fallback: 0, least: 0 },
    { name: 'limit', fallback: 50, least: 1, most: 100 },
  ])
  if (!window.ok) return unprocessable(profile, window.problems)
  const [offset = 0, limit = 50] = window.value
  const scope = selectCheckedRows(request)
  if (!scope.ok) return scope.answer
  const keys = rankKeys(scope.rows, request.gateway.profile)
  return Response.json({
    api_keys: viewKeys(request, scope.rows, keys.slice(offset, offset + limit)),
    total_api_keys: keys.length,
    offset,
    limit,
  })
}

/** `…/aggregated/search?search=`: keys whose alias or hash contains the text. */
export function answerKeySearch(request: GatewayRequest): Response {
  if (!request.gateway.profile.aggregatedKeyRoutes) return notFound()
  const scope = selectCheckedRows(request)
  if (!scope.ok) return scope.answer
  const text = (request.query.get('search') ?? '').toLowerCase()
  const { world } = request.gateway
  const found = rankKeys(scope.rows, request.gateway.profile).filter(
    (key) => key.includes(text) || (world.keys.get(key)?.alias ?? '').toLowerCase().includes(text),
  )
  return Response.json({ api_keys: viewKeys(request, scope.rows, found.slice(0, 50)) })
}

/** `…/aggregated/model_top_keys?model_group=`: the dearest keys of one model. */
export function answerModelTopKeys(request: GatewayRequest): Response {
  const { profile } = request.gateway
  if (!profile.aggregatedKeyRoutes) return notFound()
  const limit = readIntegers(request.query, [{ name: 'limit', fallback: 5, least: 1, most: 100 }])
  if (!limit.ok) return unprocessable(profile, limit.problems)
  const scope = selectCheckedRows(request)
  if (!scope.ok) return scope.answer
  const name = request.query.get('model_group') ?? ''
  const byGroup = request.query.get('by_model_group') === 'true'
  const rows = scope.rows.filter((row) => (byGroup ? row.modelGroup : row.model) === name)
  const top = rankKeys(rows, profile).slice(0, limit.value[0])
  return Response.json({ api_keys: viewKeys(request, rows, top) })
}

function viewKeys({ gateway }: GatewayRequest, rows: readonly DailyRow[], keys: readonly string[]) {
  return keys.map((key) => {
    const sum = noCounters()
    for (const row of rows) {
      if (nameKey(row, gateway.profile) === key) addCounters(sum, row.counters)
    }
    return {
      api_key: key,
      metrics: viewBareMetrics(sum),
      metadata: describeKey(gateway.world, key, gateway.profile),
    }
  })
}
