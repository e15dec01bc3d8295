import type { ChartLine } from '@podium/contracts'
import { roundUsd } from '../../domain/dollars.ts'
import type { GroupName } from '../grouping.ts'
import { drawLine, type DrawnLine, type Grid, type Piece } from './draw-series.ts'
import type { MeasureParts } from './measure-parts.ts'

/** What a line is drawn of: a sum, or what is divided and what it is divided by. */
export type LinePieces = { of: readonly Piece[]; over: readonly Piece[] | null }

type Drawn = Pick<ChartLine, 'placed' | 'unplaced' | 'values' | 'unplaced_total' | 'total'>
/** Besides what is drawn. */
export type Beside = Pick<ChartLine, 'share' | 'before_total' | 'change'>

export type Drawing = {
  grid: Grid
  parts: MeasureParts
  isCumulative: boolean
  /** Whether a ratio is known of a line at all. */
  isKnown: (line: GroupName) => boolean
}

export function chartLine(
  name: Omit<GroupName, 'kind'> & Pick<ChartLine, 'kind'>,
  drawn: Drawn,
  beside: Beside,
): ChartLine {
  return { ...name, ...drawn, ...beside }
}

export function drawChart({ of, over }: LinePieces, { grid, parts, isCumulative }: Drawing): Drawn {
  const sums = drawLine(of, grid)
  const values = together(sums)
  if (over === null) return { ...sums, values: isCumulative ? upTo(values) : values }
  const ratio = ratioOf(sums, drawLine(over, grid), parts)
  return { ...ratio, placed: ratio.values, unplaced: null }
}

/** The same line where its ratio is not known. */
export function unknownChart({ grid }: Drawing): Drawn {
  const values = grid.known.map(() => null)
  return { placed: values, values, unplaced: null, unplaced_total: null, total: null }
}

function ratioOf(of: DrawnLine, over: DrawnLine, { divide }: MeasureParts) {
  const [parts, wholes] = [together(of), together(over)]
  const values = parts.map((part, index) => {
    const whole = wholes[index] ?? null
    return part === null || whole === null ? null : divide(part, whole)
  })
  return {
    values,
    unplaced_total: divide(of.unplaced_total, over.unplaced_total),
    total: divide(of.total, over.total),
  }
}

/** Whole days are known even where their minutes are not. */
function together({ placed, unplaced }: DrawnLine): (number | null)[] {
  return placed.map((value, index) => {
    const rest = unplaced?.[index] ?? null
    return value === null && rest === null ? null : roundUsd((value ?? 0) + (rest ?? 0))
  })
}

/** A step that nobody knows is left out, and the next one goes on from what was known. */
function upTo(values: readonly (number | null)[]): (number | null)[] {
  let sum = 0
  return values.map((value) => {
    sum += value ?? 0
    return value === null ? null : roundUsd(sum)
  })
}
