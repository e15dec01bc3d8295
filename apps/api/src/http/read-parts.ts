import type { Filter } from '../analytics/filter.ts'
import { mapCounters } from '../ledger/counters.ts'
import type { Store } from '../store/open-store.ts'
import type { Part, Unit } from '../store/read/parts.ts'
import type { Span } from '../store/read/ranges.ts'

type Asked = {
  span: Span
  unit: Unit
  filter: Filter
  /** Everybody who may have traffic: `null` is traffic without a team. */
  known: readonly { teamId: string | null }[]
}

/**
 * The traffic that is asked about, cut in time. All of it together is quickly read: where few teams are
 * left out, their part is taken off again.
 */
export async function readParts(
  { parts }: Pick<Store, 'parts'>,
  { span, unit, filter, known }: Asked,
): Promise<Part[]> {
  const isAsked = (teamId: string | null) => teamId !== null && filter.teams.has(teamId)
  const [asked, others] = [
    known.filter(({ teamId }) => isAsked(teamId)),
    known.filter(({ teamId }) => !isAsked(teamId)),
  ]
  const isFewer = asked.length <= others.length
  const found = isFewer ? [] : await parts(span, unit, 'all')
  for (const { teamId } of isFewer ? asked : others)
    for (const part of await parts(span, unit, { teamId }))
      found.push(isFewer ? part : { ...part, counters: negative(part.counters) })
  return found.filter(({ model }) => filter.models === null || filter.models.has(model))
}

function negative(counters: Part['counters']): Part['counters'] {
  return mapCounters((name) => -counters[name])
}
