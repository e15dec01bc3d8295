import type { Grouping, SumMeasure } from '@podium/contracts'
import type { TrafficOf } from '../../domain/time-slice.ts'
import { asksForTeams, grouping, others, type GroupName } from '../grouping.ts'
import { trafficByTeam } from '../team-usage.ts'
import {
  groupTraffic,
  type Group,
  type Known as KnownTraffic,
} from '../usage-rows/group-traffic.ts'

/** Something to be read, and the lines that it is added to or taken from. */
export type Reading = {
  whose: TrafficOf
  /** `null` is all models together, where no line is of a model. */
  into: readonly { lineOf: (model: string | null) => GroupName; sign: 1 | -1 }[]
}

export type LinePlan = {
  lines: readonly GroupName[]
  /** The groups of each line. */
  groupsOf: (line: GroupName) => readonly Group[]
  groups: readonly Group[]
  readings: readonly Reading[]
}

type Known = KnownTraffic & {
  /** Of everybody who may have traffic, those without a name on the board included. */
  stored: readonly { teamId: string | null }[]
}
type Asked = {
  by: Grouping
  then: Grouping
  measure: SumMeasure
  top: number
  /** Puts groups into another order than by size. */
  rank?: (groups: readonly Group[]) => readonly Group[]
}

/** The first get a line of their own; the rest share one. */
export function planLines(
  known: Known,
  { top, rank = (groups) => groups, ...asked }: Asked,
): LinePlan {
  const groupOf = grouping(known, asked)
  const groups = rank(groupTraffic(known, asked, groupOf))
  const shown = groups.slice(0, top)
  const rest = groups.slice(top)
  const own = new Map(shown.map((group) => [group.name, group]))
  const lineOf = (teamId: string | null) => (model: string | null) => {
    const name = groupOf(teamId, model ?? '')
    return own.has(name) || rest.length === 0 ? name : others
  }
  return {
    lines: [...own.keys(), ...(rest.length > 0 ? [others] : [])],
    groups,
    groupsOf: (line) => {
      const group = own.get(line)
      return group === undefined ? rest : [group]
    },
    readings: readingsOf(known, {
      lineOf,
      isOwn: (name) => own.has(name),
      groupOf,
      asked,
      hasRest: rest.length > 0,
    }),
  }
}

type Lines = {
  lineOf: (teamId: string | null) => (model: string | null) => GroupName
  isOwn: (name: GroupName) => boolean
  groupOf: (teamId: string | null, model: string) => GroupName
  asked: { by: Grouping; then: Grouping }
  hasRest: boolean
}

/** All traffic is quickly read: what has a line of its own, and what is on no board, is taken off it again. */
function readingsOf(known: Known, { lineOf, isOwn, groupOf, asked, hasRest }: Lines): Reading[] {
  const traffic = trafficByTeam(known.rows, known.filter)
  const ofTeam = (teamId: string | null): Reading => ({
    whose: { teamId },
    into: [{ lineOf: lineOf(teamId), sign: 1 }],
  })
  const isByTeam = asksForTeams(asked)
  if (!known.filter.isEveryTeam || (isByTeam && !hasRest))
    return traffic.map(({ teamId }) => ofTeam(teamId))
  const into = isByTeam ? () => others : lineOf(null)
  const off = { lineOf: into, sign: -1 as const }
  const alone = isByTeam
    ? traffic.filter(({ teamId, models }) =>
        models.some(({ model }) => isOwn(groupOf(teamId, model))),
      )
    : []
  return [
    { whose: 'all', into: [{ lineOf: into, sign: 1 }] },
    ...alone.map(({ teamId }) => {
      const { whose, into: own } = ofTeam(teamId)
      return { whose, into: [...own, off] }
    }),
    ...outsiders(known).map((whose): Reading => ({ whose, into: [off] })),
  ]
}

/** Their traffic is on no board: nobody's, and that of the gateway's own pages. */
function outsiders({ stored, teams }: Known): { teamId: string | null }[] {
  const named = new Set<string | null>(teams.map(({ teamId }) => teamId))
  return stored.filter(({ teamId }) => !named.has(teamId)).map(({ teamId }) => ({ teamId }))
}
