import type { Balance, SumMeasure } from '@podium/contracts'
import { amountOf } from '../domain/measure.ts'
import { roundUsd } from '../domain/dollars.ts'
import type { TeamModel, TeamTotal } from '../domain/traffic.ts'
import type { Filter } from './filter.ts'
import { dashboardTeam } from './team-names.ts'

export type Counted = {
  filter: Filter
  /** Team × model of the window, of everybody. */
  rows: readonly TeamModel[]
  /** All that was counted of the same, by team alone, where that was read by itself. */
  booked: readonly TeamTotal[] | null
  unplaced: { uncertain: readonly TeamModel[] }
}

/** `shown` is what an answer adds up to, `noKnownTime` what counts and none of its steps can show. */
export function balanceOf(
  { filter, rows, booked, unplaced }: Counted,
  { measure, shown, noKnownTime = 0 }: { measure: SumMeasure; shown: number; noKnownTime?: number },
): Balance {
  const { teams, models, isEveryTeam } = filter
  const ofModels = rows.filter(({ model }) => models === null || models.has(model))
  const sumOf = (some: readonly TeamTotal[], isAsked: (teamId: string | null) => boolean) =>
    some.reduce(
      (sum, { teamId, counters }) => sum + (isAsked(teamId) ? amountOf(measure, counters) : 0),
      0,
    )
  const beside = (wanted: string | null) =>
    isEveryTeam && !teams.has(wanted) ? sumOf(ofModels, (teamId) => teamId === wanted) : 0
  const unassigned = beside(null)
  const dashboard = beside(dashboardTeam)
  const whole = sumOf(booked ?? ofModels, (teamId) => isEveryTeam || teams.has(teamId))
  const uncertain = unplaced.uncertain.filter(({ model }) => models === null || models.has(model))
  return {
    measure,
    shown: roundUsd(shown),
    no_known_time: roundUsd(noKnownTime),
    unassigned: roundUsd(unassigned),
    dashboard: roundUsd(dashboard),
    whole: roundUsd(whole),
    apart: roundUsd(whole - shown - noKnownTime - unassigned - dashboard),
    uncertain: roundUsd(sumOf(uncertain, (teamId) => teams.has(teamId))),
  }
}
