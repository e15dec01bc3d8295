import { notFound, unprocessable } from '../../gateway/answers.ts'
import { addCounters, noCounters } from '../../ledger/counters.ts'
import type { Counters } from '../../ledger/counters.ts'
import type { DailyRow } from '../../ledger/row-store.ts'
import { findTeam } from '../../world/world.ts'
import type { World } from '../../world/world.ts'
import type { GatewayRequest } from '../context.ts'
import { pythonFloat } from '../models/mask-number.ts'
import { selectCheckedRows } from './scope.ts'

const exportTypes = ['daily', 'daily_with_keys', 'daily_with_models', 'daily_with_users'] as const
type ExportType = (typeof exportTypes)[number]

/** `GET /team/daily/activity/export`: rows by underlying model, key or user, with no cap; CSV unless asked. */
export function answerExport(request: GatewayRequest): Response {
  const { gateway, query } = request
  if (!gateway.profile.exportRoute) return notFound()
  const text = query.get('export_type') ?? 'daily'
  const type = exportTypes.find((known) => known === text)
  if (type === undefined) {
    const msg =
      "Input should be 'daily', 'daily_with_keys', 'daily_with_models' or 'daily_with_users'"
    const problem = { type: 'enum', loc: ['query', 'export_type'], msg, input: text }
    return unprocessable(gateway.profile, [problem])
  }
  const scope = selectCheckedRows(request)
  if (!scope.ok) return scope.answer
  const lines = sumLines(scope.rows, type, gateway.world)
  if (query.get('format') === 'json') return Response.json(lines)
  return new Response(writeCsv(lines), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="team_${type}_${scope.from}_${scope.to}.csv"`,
    },
  })
}

type Line = Record<string, string | number | null>

function sumLines(rows: readonly DailyRow[], type: ExportType, world: World): Line[] {
  const sums = new Map<string, { row: DailyRow; userId: string | null; counters: Counters }>()
  for (const row of rows) {
    const userId = world.keys.get(row.apiKey)?.userId ?? null
    const part = {
      daily: '',
      daily_with_keys: row.apiKey,
      daily_with_models: row.model,
      daily_with_users: userId,
    }
    const name = [row.date, row.teamId, part[type]].join('\u001f')
    const sum = sums.get(name) ?? { row, userId, counters: noCounters() }
    addCounters(sum.counters, row.counters)
    sums.set(name, sum)
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { row, userId, counters }]) => ({
      date: row.date,
      entity_id: row.teamId,
      entity_alias: findTeam(world, row.teamId)?.alias ?? null,
      api_key: type === 'daily_with_keys' ? row.apiKey : null,
      key_alias: type === 'daily_with_keys' ? (world.keys.get(row.apiKey)?.alias ?? null) : null,
      user_id: type === 'daily_with_users' ? userId : null,
      user_email: null,
      model: type === 'daily_with_models' ? row.model || 'unknown-model' : null,
      spend: counters.spend,
      flat_cost: 0,
      prompt_tokens: counters.promptTokens,
      completion_tokens: counters.completionTokens,
      api_requests: counters.successes + counters.failures,
      successful_requests: counters.successes,
      failed_requests: counters.failures,
      cache_read_input_tokens: counters.cacheReadTokens,
      cache_creation_input_tokens: counters.cacheCreationTokens,
    }))
}

const floats = new Set(['spend', 'flat_cost'])

function writeCsv(lines: readonly Line[]): string {
  const [first] = lines
  if (first === undefined) return ''
  const rows = lines.map((line) =>
    Object.entries(line).map(([name, value]) =>
      floats.has(name) ? pythonFloat(Number(value)) : quote(String(value ?? '')),
    ),
  )
  return [Object.keys(first), ...rows].map((cells) => `${cells.join(',')}\r\n`).join('')
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
