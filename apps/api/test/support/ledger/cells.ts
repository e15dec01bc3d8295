import type { Counters, DaySource } from '@podium/litellm-client'
import type { Cell } from '../../../src/domain/cell.ts'
import { CellMap } from '../../../src/ledger/cell-map.ts'
import type { DayRead } from '../../../src/ledger/day-read.ts'
import type { CellState, DayState } from '../../../src/ledger/day-state.ts'
import { tokens } from '../activity.ts'

export const day = '2026-11-21'

/** An instant of that day, from text such as `11:00:05`; hours may pass 24. */
export function at(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number)
  return Date.parse(`${day}T00:00:00Z`) + ((hours * 60 + minutes) * 60 + seconds) * 1000
}

/** Prompt tokens of one request, under `team model key`. */
export function cell(name: string, promptTokens: number, change: Partial<Counters> = {}): Cell {
  const [teamId = '', model = '', key = ''] = name.split(' ')
  return { teamId, model, key, counters: { ...tokens(promptTokens), ...change } }
}

export function state(clock: string | null, cells: readonly Cell[], source?: DaySource): DayState {
  const states = cells.map(({ teamId, model, key, counters }): CellState => ({
    teamId,
    model,
    key,
    counters,
    fall: null,
  }))
  const instant = at(clock ?? '0')
  const moment = { startedAt: instant, finishedAt: instant + 100, source: source ?? 'aggregated' }
  return {
    day,
    lastRead: clock === null ? null : moment,
    cells: CellMap.of(states),
  }
}

export function read(clock: string, cells: readonly Cell[], source?: DaySource): DayRead {
  const instant = at(clock)
  return {
    day,
    cells: CellMap.of(cells),
    startedAt: instant,
    finishedAt: instant + 100,
    source: source ?? 'aggregated',
  }
}
