import { Grouping } from '@podium/contracts'
import { z } from 'zod'
import { periodBefore } from '../../analytics/period-before.ts'
import { BadParameter } from '../../queries/bad-parameter.ts'
import type { DayRange } from '../../domain/span.ts'
import type { WindowQuestion } from '../../queries/window-question.ts'

/** What has a row or a line of its own, and what it is compared with. */
export const groupingQuery = {
  by: Grouping.default('team').describe('What stands alone.'),
  then: Grouping.default('none').describe(
    'What that is divided by once more, for example each team by its models.',
  ),
  compare: z
    .enum(['before'], 'compare must be before.')
    .optional()
    .describe(
      'With the period before: as long a span just before, up to the same time of the day where the span is not over.',
    ),
}

export function checkGrouping({ by, then }: { by: Grouping; then: Grouping }): void {
  if (then === 'none' || (by !== 'none' && by !== then)) return
  const detail =
    'then divides what `by` names by something else: take another one, or leave it out.'
  throw new BadParameter('then', detail)
}

/** The days that an answer depends on besides those of its own span. */
export function daysBefore(
  { query, window, moment }: WindowQuestion<{ compare?: 'before' | undefined }>,
  isNeeded = false,
): DayRange | null {
  const isCompared = isNeeded || query.compare !== undefined
  return isCompared ? periodBefore(window, moment.asOf).days : null
}
