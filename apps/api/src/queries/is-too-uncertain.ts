import type { QueryContext } from './query-context.ts'
import { readTrafficOfTeams } from './traffic.ts'
import { readUnplaced } from './unplaced.ts'
import type { Chosen, WindowQuestion } from './window-question.ts'

/** A window that may lack more than this is better answered in whole days. */
const mostUncertain = 0.1

/** Whether of what is asked about too much may lie inside or outside of the window. */
export async function isTooUncertain(
  context: QueryContext,
  asked: WindowQuestion<Chosen>,
): Promise<boolean> {
  const coverage = await context.store.coverage(asked.window.days)
  const { uncertain } = await readUnplaced(context, asked.window, coverage)
  if (uncertain.length === 0) return false
  const { window } = await readTrafficOfTeams(context, asked)
  return (window.uncertain?.share ?? 0) > mostUncertain
}
