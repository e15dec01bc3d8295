import { movementSeconds, type BoardInput } from '../analytics/board/describe-board.ts'
import { paceOf } from '../analytics/board/pace.ts'
import { planSparkline } from '../analytics/board/sparkline.ts'
import { longestGapMs } from '../domain/poll-coverage.ts'
import type { QueryContext } from './query-context.ts'
import { readTraffic, type Traffic } from './traffic.ts'
import { reachSeconds, type Chosen, type WindowQuestion } from './window-question.ts'

type Standings = { traffic: Traffic; input: Omit<BoardInput, 'measure'> }

/** Everything that decides who stands where. */
export async function readStandings(
  context: QueryContext,
  asked: WindowQuestion<Chosen>,
): Promise<Standings> {
  const { store, about } = context
  const { window, moment } = asked
  const { asOf, isLive } = moment
  const traffic = await readTraffic(context, asked)
  const { filter, stored, teams, rows, readDays, unplaced, window: told } = traffic
  const models = filter.models && [...filter.models]
  const sparkPlan = planSparkline({ window, asOf, isLive })
  const reach = { from: asOf - reachSeconds, to: asOf }
  const shown = sparkPlan.unit === 'day' ? reach.from : Math.min(reach.from, sparkPlan.start)
  const [recent, minutes, spending, coverage, sparks] = await Promise.all([
    store.spanTotals({ from: Math.max(window.from, asOf - movementSeconds), to: asOf }),
    store.teamMinutes(reach, models),
    models === null || !isLive ? null : store.teamMinutes(reach, null),
    store.pollCoverage({ from: shown, to: asOf }, longestGapMs(1000 * about.pollSeconds)),
    sparkPlan.unit === 'minute' ? null : store.teamSparks(window, sparkPlan.unit, models),
  ])
  const budgets = new Map(
    stored.flatMap((team) => (team.teamId === null ? [] : [[team.teamId, team]])),
  )
  return {
    traffic,
    input: {
      window,
      asOf,
      filter,
      teams,
      rows,
      recent,
      coverage,
      readDays,
      uncertain: unplaced.uncertain,
      hasEveryDay: told.unread_days.length + told.before_history.length === 0,
      sparkPlan,
      budgets: isLive ? budgets : null,
      pace: paceOf({ minutes, spending: spending ?? minutes, coverage, asOf }),
      sparks: sparks ?? minutes.filter(({ start }) => start >= sparkPlan.start),
      termsOf: traffic.termsOf,
    },
  }
}
