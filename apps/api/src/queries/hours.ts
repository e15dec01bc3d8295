import type { Hours, SumMeasure } from '@podium/contracts'
import { balanceOf } from '../analytics/balance.ts'
import { describeHours } from '../analytics/hours/describe-hours.ts'
import { isOnFullHours } from '../analytics/hours/local-hours.ts'
import { longestGapMs } from '../domain/poll-coverage.ts'
import type { QueryContext } from './query-context.ts'
import { settled } from './settled.ts'
import { readSlices } from './time-slices.ts'
import { slicesOf } from '../analytics/slices-of-unplaced.ts'
import { readTrafficOfTeams } from './traffic.ts'
import type { Chosen, WindowQuestion } from './window-question.ts'

/** When the teams work: hour of the day × day of the week. */
export function readHours(
  context: QueryContext,
  asked: WindowQuestion<Chosen & { measure: SumMeasure }>,
): Promise<Hours> {
  return settled(
    context,
    ({ balance }) => [balance],
    () => readOnce(context, asked),
  )
}

async function readOnce(
  context: QueryContext,
  asked: WindowQuestion<Chosen & { measure: SumMeasure }>,
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
  const all = [...parts, ...unplaced]
  const hours = describeHours({ window, parts: all, coverage })
  const noKnownTime = hours.unplaced_total
  const counted = all.reduce((sum, { amount }) => sum + amount, 0)
  return {
    data_version: traffic.dataVersion,
    window: traffic.window,
    left_out: traffic.leftOut,
    measure,
    ...hours,
    balance: balanceOf(traffic, { measure, shown: counted - noKnownTime, noKnownTime }),
  }
}
