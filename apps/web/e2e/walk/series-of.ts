import type { ChartLine, SeriesAnswer } from '@podium/contracts'
import { leftOut, windowAt } from './board-of.ts'
import type { Cast } from './cast.ts'
import { groupingOf, usageAnswerOf } from './usage-answer-of.ts'
import { balanceOf } from './balance-of.ts'

const quarter = 15 * 60_000
const ratios = ['cost_per_1m_tokens', 'cache_hit_share', 'success'] as const

/** An afternoon in quarters of an hour, with an hour that nobody watched. */
export function seriesOf(search: URLSearchParams, cast: Cast, now: number): SeriesAnswer {
  const window = windowAt(now)
  const isWhole = search.get('bucket') === 'all'
  const from = Date.parse(window.from)
  const count = isWhole ? 1 : Math.ceil((now - from) / quarter)
  const starts = Array.from({ length: count }, (_, at) =>
    new Date(from + at * quarter).toISOString(),
  )
  const measure = measureOf(search.get('measure'))
  const isRatio = ratios.some((name) => name === measure)
  const usage = usageAnswerOf(
    new URLSearchParams({
      by: search.get('by') ?? 'team',
      then: search.get('then') ?? 'none',
      top: search.get('top') ?? '7',
    }),
    cast,
    now,
  )
  const valuesOf = (tokens: number) =>
    starts.map((_, at) => {
      if (!isWhole && at >= 20 && at < 24) return null
      const wave = 1 + Math.sin(at / 6)
      return isRatio ? 0.2 + wave / 10 : Math.round((tokens / count) * wave)
    })
  const lineOf = (row: (typeof usage.rows)[number], kind: ChartLine['kind']): ChartLine => ({
    ...{ key: row.key, then_key: row.then_key, label: row.label, kind },
    ...{ placed: valuesOf(row.usage.tokens), values: valuesOf(row.usage.tokens), unplaced: null },
    unplaced_total: isRatio ? null : 0,
    total: isRatio ? 0.31 : row.usage.tokens,
    share: isRatio ? null : row.share,
    before_total: null,
    change: 0.031,
  })
  const isCompared = search.get('compare') === 'before'
  return {
    data_version: 1,
    window,
    left_out: leftOut,
    bucket: isWhole ? 'all' : '15min',
    measure,
    by: groupingOf(search.get('by')),
    then: groupingOf(search.get('then'), 'none'),
    order: 'total',
    cumulative: search.get('cumulative') === 'true',
    starts,
    end: new Date(now).toISOString(),
    running: isWhole ? null : count - 1,
    lines: usage.rows.map((row) => lineOf(row, row.kind)),
    all: lineOf(usage.totals, 'all'),
    before_line: isCompared ? lineOf(usage.totals, 'before') : null,
    before: isCompared ? { window, known: true, reason: null } : null,
    holes: isWhole ? [] : [hole(starts, isRatio)],
    balance: balanceOf('tokens', 384_213_907, 1_204_381),
  }
}

/** The sixth hour. */
function hole(starts: readonly string[], isRatio: boolean): SeriesAnswer['holes'][number] {
  const [from = '', to = ''] = [starts[20], starts[24]]
  return { from, to, reason: 'not_watched', amount: isRatio ? null : 199_210 }
}

function measureOf(text: string | null): SeriesAnswer['measure'] {
  const known = ['spend', 'requests', 'failures', ...ratios] as const
  return known.find((name) => name === text) ?? 'tokens'
}
