import type { SumMeasure, UsageAnswer } from '@podium/contracts'
import type { Grouped } from '../analytics/grouping.ts'
import { describeUsage } from '../analytics/usage-rows/describe-usage.ts'
import { readBefore } from './before.ts'
import type { QueryContext } from './query-context.ts'
import { settled } from './settled.ts'
import { readTraffic } from './traffic.ts'
import type { Chosen, WindowQuestion } from './window-question.ts'

export type UsageAsked = Grouped & {
  measure: SumMeasure
  top: number
  compare?: 'before' | undefined
}

/** Who or what used how much, what it cost and how well it went. */
export function readUsage(
  context: QueryContext,
  asked: WindowQuestion<Chosen & UsageAsked>,
): Promise<UsageAnswer> {
  const read = () => readOnce(context, asked)
  return settled(context, ({ balance }) => Object.values(balance), read)
}

async function readOnce(
  context: QueryContext,
  asked: WindowQuestion<Chosen & UsageAsked>,
): Promise<UsageAnswer> {
  const { by, then, measure, top, compare } = asked.query
  const traffic = await readTraffic(context, asked)
  const past = compare === undefined ? null : await readBefore(context, asked, traffic)
  return {
    ...{ data_version: traffic.dataVersion, window: traffic.window, left_out: traffic.leftOut },
    ...{ by, then, measure },
    ...describeUsage(
      traffic,
      { by, then, measure, top },
      past && { ...past.traffic, told: past.told },
    ),
    before: past?.told ?? null,
  }
}
