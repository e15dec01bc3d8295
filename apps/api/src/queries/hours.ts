import type { Hours, SeriesMeasure } from '@podium/contracts'
import { describeHours } from '../analytics/hours/describe-hours.ts'
import { isOnFullHours } from '../analytics/hours/local-hours.ts'
import { longestGapMs } from '../domain/poll-coverage.ts'
import type { QueryContext } from './query-context.ts'
import { readSlices } from './time-slices.ts'
import { slicesOf } from '../analytics/slices-of-unplaced.ts'
import { readTrafficOfTeams } from './traffic.ts'
import type { Chosen, WindowQuestion } from './window-question.ts'

/** When the teams work: hour of the day × day of the week. */
export async function readHours(
  context: QueryContext,
  asked: WindowQuestion<Chosen & { measure: SeriesMeasure }>,
): Promise<Hours> {
  const { store, about } = context
  const { window } = asked
  const { measure } = asked.query
  const traffic = await readTrafficOfTeams(context, asked)
  const { filter, stored: known } = traffic
  const unit = isOnFullHours(window, window.tz) ? 'hour' : 'quarter'
  const [parts, coverage] = await Promise.all([
    readSlices(store, { span: window, unit, measure, filter, known }),
    store.pollCoverage(window, longestGapMs(1000 * about.pollSeconds)),
  ])
  const inside = traffic.unplaced.inside.filter(
    ({ teamId, model }) => filter.teams.has(teamId) && (filter.models?.has(model) ?? true),
  )
  const unplaced = slicesOf(inside, { whose: 'all', measure, byModel: false })
  return {
    data_version: traffic.dataVersion,
    window: traffic.window,
    left_out: traffic.leftOut,
    measure,
    ...describeHours({ window, parts: [...parts, ...unplaced], coverage }),
  }
}
