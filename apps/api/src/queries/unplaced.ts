import { placeInWindow } from '../analytics/place-in-window.ts'
import { partialDays, type SpanWindow } from '../analytics/window.ts'
import type { DayCoverage } from '../domain/day-coverage.ts'
import type { UnplacedTraffic } from '../domain/traffic.ts'
import type { QueryContext } from './query-context.ts'

export type Unplaced = Record<'all' | 'inside' | 'uncertain', readonly UnplacedTraffic[]>

/** What has no minute on the days of which a window holds a part, and what of it counts there or may count. */
export async function readUnplaced(
  { store }: Pick<QueryContext, 'store'>,
  window: SpanWindow,
  coverage: readonly DayCoverage[],
): Promise<Unplaced> {
  const all = await store.unplacedOf(partialDays(window))
  const readOf = new Map(coverage.map((read) => [read.day, read]))
  const lies = ({ day, reason }: UnplacedTraffic) => {
    const { firstReadAt = null, startedAt = null, gaps = [] } = readOf.get(day) ?? {}
    return placeInWindow(reason, { day, firstReadAt, lastReadAt: startedAt, gaps }, window)
  }
  return {
    all,
    inside: all.filter((part) => lies(part) === 'inside'),
    uncertain: all.filter((part) => lies(part) === 'uncertain'),
  }
}
