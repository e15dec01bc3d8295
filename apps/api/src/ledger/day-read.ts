import type { DaySource } from '@podium/litellm-client'
import type { Cell } from '../domain/cell.ts'

/** When a day was asked for and answered, in milliseconds, and how. */
export type ReadMoment = { startedAt: number; finishedAt: number; source: DaySource }

/** One whole answer about one UTC day, as cells that add up to every team's total. */
export type DayRead = ReadMoment & { day: string; cells: readonly Cell[] }
