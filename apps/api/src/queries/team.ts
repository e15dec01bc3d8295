import type { TeamDetail } from '@podium/contracts'
import { describeTeam } from '../analytics/teams/describe-team.ts'
import type { DayPart } from '../domain/placement.ts'
import { findTeam } from './find-team.ts'
import type { QueryContext } from './query-context.ts'
import { readSeries } from './series.ts'
import { readStandings } from './standings.ts'
import type { Chosen, WindowQuestion } from './window-question.ts'

/** Streaks are looked for where minutes are kept. */
const streakSeconds = 14 * 86_400
const climbSeconds = 1800
const topModels = 7

/** All about one team; `null` where nobody has this id. */
export async function readTeam(
  context: QueryContext,
  id: string,
  asked: WindowQuestion<Chosen>,
): Promise<TeamDetail | null> {
  const found = await findTeam(context, id)
  if (found === null) return null
  const { store, publicIds } = context
  const { window, moment } = asked
  const { teamId } = found
  const { traffic, input } = await readStandings(context, asked)
  const filter = { ...traffic.filter, isEveryTeam: false, teams: new Set([teamId]) }
  const lines = { by: 'model', measure: 'tokens', bucket: undefined, top: topModels } as const
  const streaks = { from: Math.max(window.from, window.to - streakSeconds), to: window.to }
  const climb = { from: Math.max(window.from, moment.asOf - climbSeconds), to: moment.asOf }
  const [series, cells, keys, requests, lately, seen] = await Promise.all([
    readSeries(context, { ...traffic, filter }, window, lines),
    store.teamCells(window, teamId, partsOf(traffic.unplaced.inside)),
    store.keys(),
    store.teamRequests(streaks, teamId),
    store.spanTotals(climb),
    store.keysSeen(streaks, teamId),
  ])
  const stored = traffic.stored.find((team) => team.teamId === teamId)
  return {
    data_version: traffic.dataVersion,
    window: traffic.window,
    left_out: traffic.leftOut,
    team: { ...found.name, blocked: stored?.blocked ?? false },
    series,
    ...describeTeam({ ...input, teamId, cells, keys, requests, lately, seen, publicIds }),
  }
}

/** Each reason of each day once. */
function partsOf(inside: readonly DayPart[]): DayPart[] {
  const parts = new Map(inside.map(({ day, reason }) => [`${day} ${reason}`, { day, reason }]))
  return [...parts.values()]
}
