import type { Cell } from '../domain/cell.ts'
import type { ReadonlyCellMap } from './cell-map.ts'
import type { ReadMoment } from '../domain/day-coverage.ts'

/** One whole answer about one UTC day, as cells that add up to every team's total. */
export type DayRead = ReadMoment & { day: string; cells: ReadonlyCellMap<Cell> }
