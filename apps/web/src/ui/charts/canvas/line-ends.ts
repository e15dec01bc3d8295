import type { ChartLine, TimePicture } from '../picture.ts'
import type { Plot } from './plot.ts'

export type LineEnd = { line: ChartLine; isGuide: boolean; y: number }

/** The names beside the ends of their lines, as near as they can stand without covering each other. */
export function lineEnds(picture: TimePicture, plot: Plot, gap: number): LineEnd[] {
  const { form, lines, guides = [] } = picture
  const at = lastKnown(picture)
  const whole = lines.reduce((sum, { values }) => sum + (values[at] ?? 0), 0)
  let below = 0
  const own = lines.map((line) => {
    const value = line.values[at] ?? 0
    if (form === 'lines') return { line, isGuide: false, y: plot.yOf(lastOf(line) ?? 0) }
    const middle = below + value / 2
    below += value
    const drawn = form === 'shares' ? (whole === 0 ? 0 : middle / whole) : middle
    return { line, isGuide: false, y: plot.yOf(drawn) }
  })
  const over = guides.map((line) => ({ line, isGuide: true, y: plot.yOf(lastOf(line) ?? 0) }))
  return spread([...own, ...over], plot, gap)
}

/** Before anything is drawn: in columns below a chart they take their room already. */
export function unplacedEnds({ lines, guides = [] }: TimePicture): LineEnd[] {
  return [
    ...lines.map((line) => ({ line, isGuide: false, y: 0 })),
    ...guides.map((line) => ({ line, isGuide: true, y: 0 })),
  ]
}

function lastKnown({ starts, lines }: TimePicture): number {
  const isKnown = (index: number) => lines.some(({ values }) => (values[index] ?? null) !== null)
  const known = starts.map((_, index) => index).filter(isKnown)
  return known.at(-1) ?? 0
}

function lastOf({ values }: ChartLine): number | null {
  return values.findLast((value) => value !== null) ?? null
}

/** From the bottom up each keeps its distance; what then stands too high is pushed down again. */
function spread(ends: LineEnd[], { top, bottom }: Plot, gap: number): LineEnd[] {
  const sorted = ends.toSorted((one, other) => other.y - one.y)
  let floor = bottom + gap / 2
  for (const end of sorted) {
    end.y = Math.min(end.y, floor - gap)
    floor = end.y
  }
  let ceiling = top - gap / 2
  for (const end of sorted.toReversed()) {
    end.y = Math.max(end.y, ceiling + gap)
    ceiling = end.y
  }
  return sorted.toReversed()
}
