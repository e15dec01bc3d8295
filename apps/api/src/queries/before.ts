import type { Before } from '@podium/contracts'
import { periodBefore } from '../analytics/period-before.ts'
import { knownBefore } from '../analytics/usage-rows/known-before.ts'
import type { SpanWindow } from '../analytics/window.ts'
import type { QueryContext } from './query-context.ts'
import { readTraffic, type Traffic } from './traffic.ts'
import type { Chosen, WindowQuestion } from './window-question.ts'

export type Past = { traffic: Traffic; window: SpanWindow; told: Before }

/** The same question about the period before. */
export async function readBefore(
  context: QueryContext,
  asked: WindowQuestion<Chosen>,
  now: Traffic,
): Promise<Past> {
  const window = periodBefore(asked.window, asked.moment.asOf)
  const traffic = await readTraffic(context, { ...asked, window })
  return { traffic, window, told: knownBefore(now, traffic) }
}
