import { movementSeconds, type BoardInput } from '../analytics/board/describe-board.ts'
import { paceOf } from '../analytics/board/pace.ts'
import { planSparkline } from '../analytics/board/sparkline.ts'
import { termsOf } from '../analytics/prices.ts'
import type { ShadowPrices } from '../domain/listings.ts'
import type { SpanWindow } from '../analytics/window.ts'
import { utcDate } from '../domain/utc-day.ts'
import { longestGapMs } from '../domain/poll-coverage.ts'
import type { Store } from '../store/open-store.ts'
import type { DayRange } from '../domain/span.ts'
import { readTraffic, type Traffic, type TrafficStore } from './read-traffic.ts'
import type { PublicIds } from '../analytics/public-ids.ts'

type StandingsStore = TrafficStore & Pick<Store, 'teamMinutes' | 'teamSparks' | 'pollCoverage'>
export type StandingsDeps = {
  store: StandingsStore
  publicIds: PublicIds
  shadowPrices: ShadowPrices
  about: { pollSeconds: number }
}

/** The minute that a board is about: the present one, or the last of a window that is over. */
export type Moment = { asOf: number; isLive: boolean; until: number | null; days: DayRange }

/** An hour for what weighs the last minutes, and half of one that ranks are compared over. */
const reachSeconds = 5400

export function asOfMinute(window: SpanWindow, now: number): Moment {
  const next = (Math.floor(now / 60_000) + 1) * 60
  const isLive = window.to * 1000 > now
  const asOf = isLive ? Math.min(next, window.to) : window.to
  const ends = [window.until, isLive ? next * 1000 : null].filter((end) => end !== null)
  const reach = utcDate((asOf - reachSeconds) * 1000)
  const { from, to } = window.days
  return {
    asOf,
    isLive,
    until: ends.length === 0 ? null : Math.min(...ends),
    days: { from: reach < from ? reach : from, to },
  }
}

type Chosen = Parameters<typeof readTraffic>[1]
type Asked = { window: SpanWindow; moment: Moment; now: number }
type Standings = { traffic: Traffic; input: Omit<BoardInput, 'measure'> }

/** Everything that decides who stands where. */
export async function readStandings(
  deps: StandingsDeps,
  query: Chosen,
  { window, moment, now }: Asked,
): Promise<Standings> {
  const { store } = deps
  const { asOf, isLive } = moment
  const traffic = await readTraffic(deps, query, window, now)
  const { filter, stored, teams, rows, readDays } = traffic
  const models = filter.models && [...filter.models]
  const sparkPlan = planSparkline(window, asOf)
  const reach = { from: asOf - reachSeconds, to: asOf }
  const shown = sparkPlan.unit === 'day' ? reach.from : Math.min(reach.from, sparkPlan.start)
  const longestMs = longestGapMs(1000 * deps.about.pollSeconds)
  const [recent, minutes, spending, coverage, sparks] = await Promise.all([
    store.spanTotals({ from: Math.max(window.from, asOf - movementSeconds), to: asOf }),
    store.teamMinutes(reach, models),
    models === null || !isLive ? null : store.teamMinutes(reach, null),
    store.pollCoverage({ from: shown, to: asOf }, longestMs),
    sparkPlan.unit === 'minute' ? null : store.teamSparks(window, sparkPlan.unit, models),
  ])
  const budgets = new Map(
    stored.flatMap((team) => (team.teamId === null ? [] : [[team.teamId, team]])),
  )
  return {
    traffic,
    input: {
      ...{ window, asOf, filter, teams, rows, recent, coverage, readDays, sparkPlan },
      budgets: isLive ? budgets : null,
      pace: paceOf({ minutes, spending: spending ?? minutes, coverage, asOf }),
      sparks: sparks ?? minutes.filter(({ start }) => start >= window.from),
      termsOf: termsOf(traffic.models, deps.shadowPrices),
    },
  }
}
