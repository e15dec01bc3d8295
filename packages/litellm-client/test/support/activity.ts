/** One stored row of the gateway's daily table, as far as tests need it. */
export interface Row {
  date?: string
  team?: string
  group?: string
  provider?: string
  key?: string
  requests?: number
  failures?: number
  prompt?: number
  completion?: number
  spend?: number
}

type Metrics = Record<string, number>
interface Bucket {
  metrics: Metrics
  metadata: Record<string, unknown>
  api_key_breakdown?: Record<string, Bucket>
}

const aliases: Record<string, string> = { red: 'Red Team', blue: 'Blue, with comma' }

function metricsOf(row: Row): Metrics {
  const { requests = 1, failures = 0, prompt = 10, completion = 1, spend = 0.25 } = row
  return {
    spend,
    prompt_tokens: prompt,
    completion_tokens: completion,
    cache_read_input_tokens: 0,
    cache_creation_input_tokens: 0,
    total_tokens: prompt + completion,
    successful_requests: requests - failures,
    failed_requests: failures,
    api_requests: requests,
  }
}

function add(sum: Metrics, part: Metrics): void {
  for (const [name, value] of Object.entries(part)) sum[name] = (sum[name] ?? 0) + value
}

function addTo(
  map: Record<string, Bucket>,
  id: string,
  row: Row,
  metadata: Record<string, unknown>,
) {
  const bucket = (map[id] ??= { metrics: {}, metadata, api_key_breakdown: {} })
  add(bucket.metrics, metricsOf(row))
  const keys = (bucket.api_key_breakdown ??= {})
  const key = (keys[row.key ?? 'k1'] ??= {
    metrics: {},
    metadata: { key_alias: `alias ${row.key ?? 'k1'}` },
  })
  add(key.metrics, metricsOf(row))
}

/** The body that the gateway makes of rows: grouped by day, each map summing the same rows. */
export function answerOf(rows: readonly Row[], metadata: Record<string, unknown> = {}) {
  const days = new Map<string, ReturnType<typeof emptyDay>>()
  for (const row of rows) {
    const date = row.date ?? '2026-11-21'
    const day = days.get(date) ?? emptyDay(date)
    days.set(date, day)
    const team = row.team ?? 'Unassigned'
    add(day.metrics, metricsOf(row))
    addTo(day.breakdown.entities, team, row, team in aliases ? { team_alias: aliases[team] } : {})
    if (row.group !== '') addTo(day.breakdown.model_groups, row.group ?? 'alpha', row, {})
    addTo(day.breakdown.providers, row.provider ?? 'openai', row, {})
    addTo(day.breakdown.api_keys, row.key ?? 'k1', row, { key_alias: `alias ${row.key ?? 'k1'}` })
  }
  return {
    results: [...days.values()].toReversed(),
    metadata: { page: 1, total_pages: rows.length === 0 ? 0 : 1, has_more: false, ...metadata },
  }
}

function emptyDay(date: string) {
  const map = (): Record<string, Bucket> => ({})
  return {
    date,
    metrics: metricsOf({ requests: 0, prompt: 0, completion: 0, spend: 0 }),
    breakdown: { entities: map(), model_groups: map(), providers: map(), api_keys: map() },
  }
}
