import type { Matrix, MatrixMeasure, TeamName } from '@podium/contracts'
import type { Cell } from '../analytics-view.ts'

/** One cell as it is drawn: the value in the unit of the card. */
export type MatrixTable = {
  teams: readonly TeamName[]
  models: readonly string[]
  cells: readonly (readonly (number | null)[])[]
  /** Only where a sum has a meaning. */
  totals: {
    teams: readonly (number | null)[]
    models: readonly (number | null)[]
    all: number | null
  } | null
  isShortened: boolean
}

export const measureOfCell: Record<Cell, MatrixMeasure> = {
  tokens: 'tokens',
  requests: 'requests',
  spend: 'spend',
  success: 'success',
  cost: 'cost_per_1k_tokens',
}

const first = { teams: 20, models: 8 }

/** The first teams and models, or all of them. */
export function matrixTable(matrix: Matrix, cell: Cell, isWhole: boolean): MatrixTable {
  const teams = isWhole ? matrix.teams.length : first.teams
  const models = isWhole ? matrix.models.length : first.models
  const inUnit = (value: number | null) => (value === null ? null : unitOf(cell) * value)
  const isRatio = cell === 'success' || cell === 'cost'
  return {
    teams: matrix.teams.slice(0, teams),
    models: matrix.models.slice(0, models),
    cells: matrix.cells.slice(0, teams).map((row) => row.slice(0, models).map(inUnit)),
    totals: isRatio
      ? null
      : {
          teams: matrix.totals.teams.slice(0, teams),
          models: matrix.totals.models.slice(0, models),
          all: matrix.totals.all,
        },
    isShortened: matrix.teams.length > teams || matrix.models.length > models,
  }
}

/** Dollars come per thousand tokens and are shown per million; percent are shares to those who write them. */
function unitOf(cell: Cell): number {
  return cell === 'cost' ? 1000 : cell === 'success' ? 0.01 : 1
}
