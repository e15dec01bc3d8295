import { allOf, firstOf, type AddressQuery } from '../../lib/address-query.ts'

export const metrics = ['tokens', 'spend', 'requests', 'failures', 'cost', 'cache'] as const
export type Metric = (typeof metrics)[number]
export const groups = ['team', 'model', 'provider'] as const
export type Group = (typeof groups)[number]
export const steps = ['auto', 'minute', '5min', '15min', 'hour', 'day', 'all'] as const
export type Step = (typeof steps)[number]
export const ranks = ['total', 'change'] as const
export type Rank = (typeof ranks)[number]
export const tops = ['3', '5', '7', '20', '50'] as const
export type Top = (typeof tops)[number]
export const cells = ['tokens', 'requests', 'spend', 'success', 'cost'] as const
export type Cell = (typeof cells)[number]

/** What was chosen on the analytics pages, beside the span and the filters. */
export type AnalyticsView = {
  metric: Metric
  by: Group
  then: Group | null
  bucket: Step
  rank: Rank
  top: Top
  cumulative: boolean
  before: boolean
  cell: Cell
  /** Ids of the cards that show their table. */
  table: readonly string[]
}

const defaults = {
  metric: 'tokens',
  by: 'team',
  bucket: 'auto',
  rank: 'total',
  top: '7',
  cell: 'tokens',
} as const

/** What an address says; what nobody understands is the default. */
export function analyticsViewOf(query: AddressQuery): AnalyticsView {
  const one = <Name extends string>(name: string, known: readonly Name[], normal: Name): Name =>
    known.find((value) => value === firstOf(query[name])) ?? normal
  const metric = one('metric', metrics, defaults.metric)
  const by = one('by', groups, defaults.by)
  const bucket = one('bucket', steps, defaults.bucket)
  const then = groups.find((group) => group === firstOf(query['then'])) ?? null
  const top = one('top', tops, defaults.top)
  const isOn = (name: string) => firstOf(query[name]) === '1'
  return {
    metric,
    by,
    then: then === by ? null : then,
    bucket,
    rank: one('rank', ranks, defaults.rank),
    top: bucket !== 'all' && Number(top) > 7 ? defaults.top : top,
    cumulative: isSum(metric) && isOn('cumulative'),
    before: isOn('before'),
    cell: one('cell', cells, defaults.cell),
    table: allOf(query['table']),
  }
}

/** The parts of an address that say this view; `undefined` takes a part away. */
export function addressOfAnalytics(view: AnalyticsView): AddressQuery {
  const unlessDefault = (name: keyof typeof defaults) =>
    view[name] === defaults[name] ? undefined : view[name]
  return {
    metric: unlessDefault('metric'),
    by: unlessDefault('by'),
    then: view.then ?? undefined,
    bucket: unlessDefault('bucket'),
    rank: unlessDefault('rank'),
    top: unlessDefault('top'),
    cumulative: view.cumulative ? '1' : undefined,
    before: view.before ? '1' : undefined,
    cell: unlessDefault('cell'),
    table: view.table.length === 0 ? undefined : view.table,
  }
}

/** The others are ratios of sums. */
export function isSum(metric: Metric): metric is 'tokens' | 'spend' | 'requests' | 'failures' {
  return metric !== 'cost' && metric !== 'cache'
}
