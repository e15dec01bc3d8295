import type { Totals } from '../counters/follow.ts'
import type { Exposition } from '../exposition/exposition.ts'
import type { Table } from './adapter.ts'
import type { Gauges } from './engine-reading.ts'
import type { Family } from './family.ts'
import { counterFigures, gaugeFigures, latencyFigures, type FigureName } from './figure-names.ts'
import type { Missing } from './missing-figure.ts'

type Source = { families: readonly Family[] }

export function missingOf(
  table: Table,
  exposition: Exposition,
  { gauges, totals }: { gauges: Gauges; totals: Totals },
): Missing[] {
  const missing: Missing[] = []
  const check = (figure: FigureName, value: unknown, source: Source | undefined) => {
    if (value === null) missing.push(explain(table, exposition, figure, source))
  }
  const { counters, latencies } = totals
  for (const [figure, name] of gaugeFigures) check(figure, gauges[name], table[name])
  for (const [figure, name] of counterFigures) {
    const isEstimated = name === 'aborted' && canEstimateAborted(table, totals)
    if (!isEstimated) check(figure, counters[name], table.counters[name])
  }
  for (const [figure, name] of latencyFigures) check(figure, latencies[name], table.latencies[name])
  return missing
}

function explain(
  table: Table,
  exposition: Exposition,
  figure: FigureName,
  source: Source | undefined,
): Missing {
  if (source === undefined) return { figure, why: 'engine_has_none', lookedFor: [] }
  const lookedFor = [...new Set(source.families.map(({ shown }) => shown))]
  return { figure, why: table.why?.(figure, exposition) ?? 'not_in_this_version', lookedFor }
}

function canEstimateAborted(table: Table, { latencies }: Totals): boolean {
  return table.estimatesAborted === true && latencies.ttft !== null && latencies.e2e !== null
}
