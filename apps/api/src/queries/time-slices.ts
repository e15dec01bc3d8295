import type { Filter } from '../analytics/filter.ts'
import type { Store } from '../store/open-store.ts'
import type { SliceQuery, TimeSlice } from '../domain/time-slice.ts'
import type { Span } from '../domain/span.ts'

type Asked = Pick<SliceQuery, 'unit' | 'measure'> & {
  span: Span
  filter: Filter
  /** Everybody who may have traffic: `null` is traffic without a team. */
  known: readonly { teamId: string | null }[]
}

/**
 * The traffic that is asked about, cut in time. All of it together is quickly read: where few teams are
 * left out, their part is taken off again.
 */
export async function readSlices(
  { timeSlices }: Pick<Store, 'timeSlices'>,
  { span, unit, measure, filter, known }: Asked,
): Promise<TimeSlice[]> {
  const { models } = filter
  const asking = { unit, measure, byModel: models !== null }
  const isAsked = (teamId: string | null) => filter.teams.has(teamId)
  const [asked, others] = [
    known.filter(({ teamId }) => isAsked(teamId)),
    known.filter(({ teamId }) => !isAsked(teamId)),
  ]
  const isFewer = asked.length <= others.length
  const found = isFewer ? [] : await timeSlices(span, { ...asking, whose: 'all' })
  for (const { teamId } of isFewer ? asked : others)
    for (const slice of await timeSlices(span, { ...asking, whose: { teamId } }))
      found.push(isFewer ? slice : { ...slice, amount: -slice.amount })
  return found.filter(({ model }) => model === null || (models?.has(model) ?? true))
}
