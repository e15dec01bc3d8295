import type { Counters, DayActivity } from '@podium/litellm-client'
import { beyond } from './compare.ts'
import { isZero, sum } from '../domain/counters.ts'
import type { DayState } from './day-state.ts'

/** What is booked beyond the gateway's answer. Both are nothing unless a fall is held or a team was asked later. */
export type DayBalance = {
  day: string
  /** Cells less the gateway's teams. */
  cellsBeyondTeams: Counters
  /** The gateway's teams less its own total. */
  teamsBeyondDay: Counters
  isExact: boolean
  /** Cells that keep their high water for now. */
  heldCells: number
}

/** Σ cells = Σ teams = the day. */
export function reconcileDay(state: DayState, activity: DayActivity): DayBalance {
  const cells = [...state.cells]
  const teams = sum(activity.teams.map(({ counters }) => counters))
  const cellsBeyondTeams = beyond(sum(cells.map(({ counters }) => counters)), teams)
  const teamsBeyondDay = beyond(teams, activity.counters)
  return {
    day: state.day,
    cellsBeyondTeams,
    teamsBeyondDay,
    isExact: isZero(cellsBeyondTeams) && isZero(teamsBeyondDay),
    heldCells: cells.filter(({ fall }) => fall !== null).length,
  }
}
