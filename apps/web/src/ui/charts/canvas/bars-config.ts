import type { ChartData, ChartOptions, Plugin } from 'chart.js'
import type { Bar, BarsPicture } from '../picture.ts'
import type { Palette } from './palette.ts'
import { patternOf } from './patterns.ts'

/** One slot of the chart: a bar, or the head of a group. */
export type Slot =
  | { key: string; bar: Bar }
  | { key: string; bar: null; label: string; text: string }

export function slotsOf({ groups }: BarsPicture): Slot[] {
  return groups.flatMap(({ key, label, text = '', bars }) => [
    ...(label === undefined ? [] : [{ key: `group ${key}`, bar: null, label, text }]),
    ...bars.map((bar) => ({ key: bar.key, bar })),
  ])
}

export type Looks = {
  palette: Palette
  context: CanvasRenderingContext2D
  isDimmed: (bar: Bar) => boolean
}

type Span = [number, number]

export function barsData(
  { min, max, parts: legend }: BarsPicture,
  slots: readonly Slot[],
  { palette, context, isDimmed }: Looks,
): ChartData<'bar', (Span | null)[]> {
  const bars = slots.map(({ bar }) => bar)
  const most = Math.max(1, ...bars.map((bar) => bar?.parts.length ?? 0))
  const isRate = bars.some((bar) => bar?.dot !== undefined)
  const shape = { barThickness: isRate ? 4 : 8, grouped: false, borderRadius: 2 }
  function fillOf(bar: Bar | null, part: number) {
    const colour = bar?.parts[part]?.colour ?? '--b3'
    if (!palette.isForced) return palette.faint(colour, bar !== null && isDimmed(bar) ? 0.35 : 1)
    // A pattern stands for what has a mark; all other bars are told apart by their names.
    const hasMark = legend !== undefined || bar?.look?.colour === colour
    return hasMark ? patternOf(context, palette, colour) : palette.of('--ink')
  }
  const parts = Array.from({ length: most }, (_, part) => ({
    key: `part ${part}`,
    data: bars.map((bar) => spanOf(bar, part, min)),
    backgroundColor: bars.map((bar) => fillOf(bar, part)),
    ...shape,
  }))
  const isEdged = palette.isForced
  const track = {
    key: 'track',
    data: bars.map((bar): Span | null => (bar === null ? null : [min, max])),
    // One for each: what they share chart.js would read once, in the theme of that time.
    backgroundColor: bars.map(() => palette.of(isEdged && isRate ? '--line' : '--track')),
    ...shape,
    ...(isRate && { barThickness: 1 }),
    ...(isEdged &&
      !isRate && { borderColor: bars.map(() => palette.of('--line')), borderWidth: 1 }),
  }
  // The first lies on top.
  return { labels: slots.map(({ key }) => key), datasets: [...parts.toReversed(), track] }
}

function spanOf(bar: Bar | null, part: number, min: number): Span | null {
  const value = bar?.parts[part]?.value
  if (bar === null || value === undefined) return null
  const before = bar.parts.slice(0, part).reduce((sum, one) => sum + one.value, 0)
  const begin = (bar.from ?? min) + before
  return [begin, begin + value]
}

export function barsOptions(
  { min, max, ticks }: BarsPicture,
  palette: Palette,
): ChartOptions<'bar'> {
  return {
    animation: false,
    responsive: false,
    maintainAspectRatio: false,
    indexAxis: 'y',
    events: [],
    layout: { padding: { left: 4, right: 4 } },
    scales: {
      x: {
        type: 'linear',
        min,
        max,
        border: { display: false },
        grid: { color: palette.of('--line'), drawTicks: false, display: ticks !== undefined },
        afterBuildTicks: (scale) => {
          scale.ticks = (ticks ?? []).map((value) => ({ value }))
        },
        ticks: { display: false },
      },
      y: { type: 'category', display: false, offset: true },
    },
  }
}

/** The rate above its bound is a dot. */
export function dotsPlugin(slots: () => readonly Slot[], palette: () => Palette | null): Plugin {
  return {
    id: 'podium-dots',
    afterDatasetsDraw: ({ ctx: context, scales }) => {
      const colours = palette()
      if (colours === null) return
      slots().forEach(({ bar }, index) => {
        if (bar?.dot === undefined) return
        const x = scales['x']?.getPixelForValue(bar.dot) ?? 0
        const y = scales['y']?.getPixelForValue(index) ?? 0
        context.beginPath()
        context.fillStyle = colours.of('--ink')
        context.arc(x, y, 4, 0, 2 * Math.PI)
        context.fill()
      })
    },
  }
}
