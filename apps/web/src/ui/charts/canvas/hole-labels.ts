import type { Hole } from '../picture.ts'
import type { Plot } from './plot.ts'
import type { Palette } from './palette.ts'

type HoleSpan = { hole: Hole; left: number; right: number }

const lineHeight = 16
const gap = 8

const linesOf = ({ label, reason }: Hole) => [label, reason].filter((text) => text !== '')

/** What holes are called stands over the chart, where nothing else is drawn: this high. */
export function roomOfLabels(holes: readonly Hole[] = []): number {
  const most = Math.max(0, ...holes.map((hole) => linesOf(hole).length))
  return most === 0 ? 0 : most * lineHeight + 4
}

/**
 * Where labels of these widths begin, each over the middle of its hole. One that has no room beside those of wider holes
 * is `null`, and left to the tooltip.
 */
export function placeLabels(
  spans: readonly Pick<HoleSpan, 'left' | 'right'>[],
  widths: readonly number[],
  { left, right }: Pick<Plot, 'left' | 'right'>,
): (number | null)[] {
  const placed = spans.map((): number | null => null)
  const widest = [...spans.keys()].toSorted((one, other) => wide(spans[other]) - wide(spans[one]))
  for (const index of widest) {
    const [span, width = 0] = [spans[index], widths[index]]
    if (span === undefined || width > right - left) continue
    const wanted = (span.left + span.right - width) / 2
    const start = Math.min(Math.max(left, wanted), right - width)
    const isFree = placed.every(
      (other, at) =>
        other === null || start >= other + (widths[at] ?? 0) + gap || start + width + gap <= other,
    )
    if (isFree) placed[index] = start
  }
  return placed
}

const wide = (span?: Pick<HoleSpan, 'left' | 'right'>) =>
  span === undefined ? 0 : span.right - span.left

export function writeHoleLabels(
  context: CanvasRenderingContext2D,
  spans: readonly HoleSpan[],
  { palette, plot }: { palette: Palette; plot: Plot },
): void {
  const fontOf = ({ label }: Hole, text: string) =>
    `${text === label ? 600 : 400} 12px ${palette.font}`
  const widths = spans.map(({ hole }) =>
    Math.max(
      0,
      ...linesOf(hole).map((text) => {
        context.font = fontOf(hole, text)
        return context.measureText(text).width
      }),
    ),
  )
  context.textBaseline = 'bottom'
  for (const [index, start] of placeLabels(spans, widths, plot).entries()) {
    const hole = spans[index]?.hole
    if (hole === undefined || start === null) continue
    for (const [line, text] of linesOf(hole).toReversed().entries()) {
      context.font = fontOf(hole, text)
      context.fillStyle = palette.of(text === hole.label ? '--ink' : '--ink-3')
      context.fillText(text, start, plot.top - 4 - line * lineHeight)
    }
  }
}
