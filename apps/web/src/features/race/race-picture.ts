import type { RaceLine } from '@podium/contracts'
import { labelPlaces } from './label-places.ts'
import { valueTicks } from './value-ticks.ts'

type Point = { x: number; y: number }

/** How large the picture is, in units of its view box; names stand right of the lines. */
export type RaceFrame = {
  width: number
  height: number
  /** Between two names, one above the other. */
  labelHeight: number
}

export type RaceCurve = {
  team: RaceLine['team']
  rank: number | null
  value: number | null
  isMine: boolean
  /** What is known to the minute, and the steps by which what has no known time joins. */
  solid: string
  dotted: string
  end: Point
  /** Beside the end, or as near to it as the other names leave room. */
  labelY: number
}
export type RacePicture = {
  curves: readonly RaceCurve[]
  ticks: readonly { y: number; value: number }[]
  /** Moments under the picture. */
  times: readonly { x: number; at: number }[]
}

type Asked = {
  at: readonly string[]
  lines: readonly RaceLine[]
  mine: string | null
  /** Sums begin at zero; a score or a rate would be one thick line up there. */
  isSum: boolean
}

const mostTimes = 5

/** The race as lines: time to the right, the value upwards. A line that nobody is ranked in yet has not begun. */
export function racePicture({ at, lines, mine, isSum }: Asked, frame: RaceFrame): RacePicture {
  const instants = at.map((moment) => Date.parse(moment))
  const [first = 0, last = first] = [instants[0], instants.at(-1)]
  const known = lines.flatMap(({ values }) => values.filter((value) => value !== null))
  const ticks = valueTicks(known, isSum)
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]

  const xOf = (instant: number) =>
    round(last === first ? frame.width : (frame.width * (instant - first)) / (last - first))
  const yOf = (value: number) =>
    round(high === low ? frame.height : frame.height * (1 - (value - low) / (high - low)))

  const drawn = lines.flatMap((line) => {
    const points = line.values.map((value, index): Point | null =>
      value === null ? null : { x: xOf(instants[index] ?? first), y: yOf(value) },
    )
    const end = points.findLast((point) => point !== null)
    return end === undefined ? [] : [{ line, points, end }]
  })
  const places = labelPlaces(
    drawn.map(({ end }) => end.y),
    frame,
  )
  return {
    curves: drawn.map(({ line, points, end }, index) => ({
      team: line.team,
      rank: line.rank,
      value: line.values.findLast((value) => value !== null) ?? null,
      isMine: line.team.id === mine,
      ...pathsOf(points, new Set(line.untimed)),
      end,
      labelY: places[index] ?? end.y,
    })),
    ticks: ticks.map((value) => ({ value, y: yOf(value) })),
    times: timesOf(instants).map((moment) => ({ at: moment, x: xOf(moment) })),
  }
}

function pathsOf(points: readonly (Point | null)[], untimed: ReadonlySet<number>) {
  let solid = ''
  let dotted = ''
  let before: Point | null = null
  let isDrawing = false
  points.forEach((point, index) => {
    const isJoin = untimed.has(index)
    if (point !== null && before !== null && isJoin)
      dotted += `M${before.x} ${before.y}L${point.x} ${point.y}`
    else if (point !== null)
      solid += isDrawing ? `L${point.x} ${point.y}` : moveTo(before ?? point, point)
    isDrawing = point !== null && !isJoin
    before = point
  })
  return { solid, dotted }
}

/** A point alone is a dot: a line of no length with round ends. */
function moveTo(from: Point, to: Point): string {
  return `M${from.x} ${from.y}L${to.x} ${to.y}`
}

function timesOf(instants: readonly number[]): number[] {
  const steps = Math.min(mostTimes, instants.length) - 1
  if (steps < 1) return [...instants]
  return Array.from(
    { length: steps + 1 },
    (_, step) => instants[Math.round((step * (instants.length - 1)) / steps)] ?? 0,
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
