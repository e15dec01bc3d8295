import { SeriesAnswer, SeriesMeasure, UsageAnswer, type ChartLine } from '@podium/contracts'
import { expect, test } from 'vitest'
import { livePodium } from '../../support/live-podium.ts'

const startsAt = Date.parse('2026-11-20T23:30:00Z')
const podium = () => livePodium({ startsAt, minutes: 50 })
type Podium = Awaited<ReturnType<typeof podium>>

const chart = ({ ask }: Podium, query: string) => ask(`/api/v1/series?${query}`, SeriesAnswer)
const usage = ({ ask }: Podium, query: string) => ask(`/api/v1/usage?${query}`, UsageAnswer)
const sum = (values: readonly (number | null)[]) =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0)

test('lines, all of them and what no step shows are what /usage says, in every measure and grouping', async () => {
  const live = await podium()
  const figureOf = {
    tokens: 'tokens',
    prompt_tokens: 'prompt_tokens',
    completion_tokens: 'completion_tokens',
    cache_read_tokens: 'cache_read_tokens',
    cache_creation_tokens: 'cache_creation_tokens',
    requests: 'requests',
    successes: 'successes',
    failures: 'failures',
    spend: 'spend_usd',
    cost_per_1m_tokens: 'cost_per_1k_tokens',
    cache_hit_share: 'cache_hit_share',
    success: 'success_rate',
  } as const
  for (const window of ['range=24h', 'range=today&tz=Europe/Berlin', 'range=7d'])
    for (const by of ['by=team&then=model', 'by=provider&then=team', 'by=model', 'by=none']) {
      const query = `${window}&${by}`
      const table = await usage(live, `${query}&top=500`)
      for (const measure of SeriesMeasure.options) {
        const drawn = await chart(live, `${query}&measure=${measure}&top=3`)
        const scale = measure === 'cost_per_1m_tokens' ? 1000 : 1
        const told = (row: UsageAnswer['totals'] | undefined) => {
          const value = row?.usage[figureOf[measure]] ?? null
          return value === null ? null : scale * value
        }
        const close = (value: number | null, expected: number | null, what: string) =>
          expected === null
            ? expect([null, 0], what).toContain(value)
            : expect(Math.abs((value ?? NaN) - expected), what).toBeLessThan(1e-8)
        close(drawn.all.total, told(table.totals), `${query} ${measure}`)
        for (const line of drawn.lines.filter(({ kind }) => kind !== 'others')) {
          const row = table.rows.find(
            ({ key, then_key: then }) => key === line.key && then === line.then_key,
          )
          close(line.total, told(row), `${query} ${measure} ${line.label}`)
        }
        expect(drawn.balance.apart, `${query} ${measure}`).toBe(0)
        const same = new Map(Object.entries(table.balance)).get(drawn.balance.measure)
        if (same !== undefined) expect(drawn.balance.whole).toBe(same.whole)
      }
    }
})

test('values of a step are its known and unknown time together, and add up line by line', async () => {
  const live = await podium()
  const { lines, all, running, starts } = await chart(live, 'range=7d&bucket=day&by=model&top=2')
  expect(running).toBe(starts.length - 1)
  for (const [index] of starts.entries())
    expect(sum(lines.map(({ values }) => values[index] ?? null))).toBe(all.values[index] ?? 0)
  expect(sum(all.values)).toBe(all.total)
  expect(sum(lines.map(({ share }) => share))).toBeCloseTo(1, 12)
})

test('one step for the whole span holds what has no minute, and ranks like a table', async () => {
  const live = await podium()
  for (const window of ['range=24h', 'range=today&tz=Europe/Berlin', 'range=30d']) {
    const { lines, all, starts, end } = await chart(live, `${window}&bucket=all&by=team&top=50`)
    const { totals, window: told } = await usage(live, window)
    expect([starts, end]).toEqual([[told.from], told.to])
    expect(all.values).toEqual([totals.usage.tokens])
    for (const { values, total, unplaced_total: rest } of lines) {
      expect(values).toEqual([total])
      expect(rest).toBe(0)
    }
    const totalsOf = lines.map(({ total }) => total ?? 0)
    expect(totalsOf).toEqual(totalsOf.toSorted((a, b) => b - a))
  }
})

test('cumulative is the sum up to each step; a step that nobody knows stays unknown', async () => {
  const live = await podium()
  const query = 'from=2026-11-20T23:20:00Z&to=2026-11-21T00:40:00Z&bucket=minute&by=none'
  const steps = await chart(live, query)
  const drawn = await chart(live, `${query}&cumulative=true`)
  let up = 0
  steps.all.values.forEach((value, index) => {
    up += value ?? 0
    expect(drawn.all.values[index]).toBe(value === null ? null : up)
  })
  expect(drawn.all.placed).toEqual(steps.all.placed)
  const [hole] = steps.holes
  expect(hole).toMatchObject({ from: '2026-11-20T23:20:00.000Z', reason: 'not_watched' })
  expect(steps.holes).toHaveLength(1)
})

test('ratios of a step are ratios of its sums, of the others and of everything too', async () => {
  const live = await podium()
  const query = 'range=24h&bucket=15min&by=model&top=2'
  const of = async (measure: string) => chart(live, `${query}&measure=${measure}`)
  const [success, successes, requests] = [
    await of('success'),
    await of('successes'),
    await of('requests'),
  ]
  const found = (lines: readonly ChartLine[], { kind, key }: ChartLine) =>
    lines.find((line) => line.kind === kind && line.key === key)
  for (const line of [...success.lines.slice(0, 2), success.all]) {
    const [part, whole] = [successes, requests].map((drawn) =>
      found([...drawn.lines, drawn.all], line),
    )
    if (part === undefined || whole === undefined) continue
    line.values.forEach((value, index) => {
      const all = whole.values[index] ?? 0
      const rate = all === 0 ? null : Math.round((1e4 * (part.values[index] ?? 0)) / all) / 100
      expect(value).toBe(rate)
    })
  }
  expect(success.lines.at(-1)?.kind).toBe('others')
  expect(success.balance.measure).toBe('requests')
})

test('the period before is one more line over the same steps, and the lines say what changed', async () => {
  const live = await podium()
  const query = 'from=2026-11-20T23:55:00Z&to=2026-11-21T00:15:00Z&bucket=5min&by=model'
  const drawn = await chart(live, `${query}&compare=before`)
  const before = await chart(
    live,
    'from=2026-11-20T23:35:00Z&to=2026-11-20T23:55:00Z&bucket=5min&by=none',
  )
  expect(drawn.before_line?.values).toEqual(before.all.values)
  expect(drawn.before_line?.total).toBe(before.all.total)
  expect(drawn.before?.window.to).toBe(drawn.window.from)
  const table = await usage(live, `${query.replace('&bucket=5min', '')}&compare=before`)
  expect(drawn.all.before_total).toBe(table.totals.before?.tokens)
  expect(drawn.all.change).toBe(table.totals.change?.tokens ?? null)
  expect(sum(drawn.lines.map((line) => line.before_total))).toBe(before.all.total)
  const ranked = await chart(live, `${query}&order=change&top=50`)
  if (ranked.order === 'change') {
    const by = ranked.lines.map(({ total, before_total: old }) =>
      Math.abs((total ?? 0) - (old ?? 0)),
    )
    expect(by).toEqual(by.toSorted((a, b) => b - a))
  }
  expect(ranked.order).toBe(drawn.before?.known === true ? 'change' : 'total')
})

test('a chart refuses what it cannot draw, by name', async () => {
  const { get } = await podium()
  for (const [query, parameter] of [
    ['by=team&then=team', 'then'],
    ['by=none&then=team', 'then'],
    ['order=beauty', 'order'],
    ['cumulative=1', 'cumulative'],
    ['compare=after', 'compare'],
    ['range=30d&bucket=minute', 'bucket'],
    ['top=51', 'top'],
  ] as const) {
    const refused = await get(`/api/v1/series?${query}`)
    expect(refused.status, query).toBe(400)
    expect(await refused.json()).toMatchObject({ parameter })
  }
})
