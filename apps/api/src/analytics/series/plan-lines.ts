import type { Grouping, SeriesMeasure } from '@podium/contracts'
import type { TrafficOf } from '../../domain/time-slice.ts'
import { unknownProvider, type Filter } from '../filter.ts'
import type { NamedTraffic } from '../team-names.ts'
import { trafficByTeam, type TeamTraffic } from '../team-usage.ts'
import type { TeamModel } from '../../domain/traffic.ts'
import type { LineName } from './draw-series.ts'
import { amountOf } from '../../domain/measure.ts'

/** Something to be read, and the lines that it is added to or taken from. */
export type Reading = {
  whose: TrafficOf
  /** `null` is all models together, where no line is of a model. */
  into: readonly { lineOf: (model: string | null) => LineName; sign: 1 | -1 }[]
}

export type LinePlan = { lines: readonly LineName[]; readings: readonly Reading[] }

type Known = {
  rows: readonly TeamModel[]
  filter: Filter
  teams: readonly NamedTraffic[]
  /** Of everybody who may have traffic, those without a name on the board included. */
  stored: readonly { teamId: string | null }[]
  models: readonly { model: string; provider: string | null }[]
}
type Asked = { by: Grouping; measure: SeriesMeasure; top: number }

const all: LineName = { key: null, label: 'All', kind: 'all' }
const others: LineName = { key: null, label: 'Others', kind: 'others' }

/** The largest get a line of their own, largest first; the rest share one. */
export function planLines(known: Known, asked: Asked): LinePlan {
  const traffic = trafficByTeam(known.rows, known.filter)
  return asked.by === 'team' ? byTeam(known, traffic, asked) : byModel(known, traffic, asked)
}

function byTeam(known: Known, traffic: readonly TeamTraffic[], { measure, top }: Asked): LinePlan {
  const nameOf = new Map(known.teams.map(({ teamId, name }) => [teamId, name]))
  const sorted = traffic
    .map(({ teamId, counters }) => ({ teamId, total: amountOf(measure, counters) }))
    .sort((a, b) => b.total - a.total || ((a.teamId ?? '') < (b.teamId ?? '') ? -1 : 1))
  const own = sorted.slice(0, top).map(({ teamId }) => {
    const name = nameOf.get(teamId)
    const line: LineName = { key: name?.id ?? null, label: name?.name ?? '', kind: 'team' }
    return { teamId, line }
  })
  const rest = sorted.slice(top)
  const lines = own.map(({ line }) => line)
  const readings = own.map(({ teamId, line }) => reading({ teamId }, [line]))
  if (rest.length === 0) return { lines, readings }
  const withRest = [...lines, others]
  if (!known.filter.isEveryTeam)
    return {
      lines: withRest,
      readings: [...readings, ...rest.map(({ teamId }) => reading({ teamId }, [others]))],
    }
  const toOthers = { lineOf: () => others, sign: -1 as const }
  return {
    lines: withRest,
    readings: [
      reading('all', [others]),
      ...readings.map(({ whose, into }) => ({ whose, into: [...into, toOthers] })),
      ...outsiders(known).map((whose) => ({ whose, into: [toOthers] })),
    ],
  }
}

function byModel(known: Known, traffic: readonly TeamTraffic[], { by, measure, top }: Asked) {
  const providerOf = new Map(known.models.map(({ model, provider }) => [model, provider]))
  const groupOf = (model: string | null) => {
    if (model === null || by === 'none') return null
    return by === 'model' ? model : (providerOf.get(model) ?? unknownProvider)
  }
  const totals = new Map<string | null, number>()
  for (const { model, counters } of traffic.flatMap(({ models }) => models)) {
    const group = groupOf(model)
    totals.set(group, (totals.get(group) ?? 0) + amountOf(measure, counters))
  }
  const sorted = [...totals].sort(([a, x], [b, y]) => y - x || (String(a) < String(b) ? -1 : 1))
  const lineOfGroup = new Map<string | null, LineName>(
    sorted.map(([group], index) => [group, index < top ? lineOf(group, by) : others]),
  )
  const intoLine = (model: string | null) => lineOfGroup.get(groupOf(model)) ?? all
  const lines = [...new Set(lineOfGroup.values())]
  return { lines, readings: readingsOf(known, traffic, intoLine) }
}

function lineOf(group: string | null, by: Grouping): LineName {
  if (group === null) return all
  return { key: group, label: group, kind: by === 'provider' ? 'provider' : 'model' }
}

function readingsOf(
  known: Known,
  traffic: readonly TeamTraffic[],
  into: (model: string | null) => LineName,
): Reading[] {
  if (!known.filter.isEveryTeam)
    return traffic.map(({ teamId }) => ({ whose: { teamId }, into: [{ lineOf: into, sign: 1 }] }))
  return [
    { whose: 'all', into: [{ lineOf: into, sign: 1 }] },
    ...outsiders(known).map((whose): Reading => ({ whose, into: [{ lineOf: into, sign: -1 }] })),
  ]
}

/** TrafficOf traffic is on no board: nobody's, and that of the gateway's own pages. */
function outsiders({ stored, teams }: Known): { teamId: string | null }[] {
  const named = new Set<string | null>(teams.map(({ teamId }) => teamId))
  return stored.filter(({ teamId }) => !named.has(teamId)).map(({ teamId }) => ({ teamId }))
}

function reading(whose: TrafficOf, lines: readonly LineName[]): Reading {
  return { whose, into: lines.map((line) => ({ lineOf: () => line, sign: 1 })) }
}
