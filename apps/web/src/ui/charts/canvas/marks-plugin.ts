import type { Chart, Plugin } from 'chart.js'
import type { Hole, TimePicture } from '../picture.ts'
import type { Palette } from './palette.ts'
import { hatch } from './patterns.ts'

/** Where the steps and the values of a drawn chart are, in CSS pixels. */
export type Plot = {
  left: number
  right: number
  top: number
  bottom: number
  /** The middle of each step. */
  x: readonly number[]
  /** How wide a step is. */
  step: number
  yOf: (value: number) => number
}

type Now = () => { picture: TimePicture; palette: Palette | null }

/** What chart.js does not know: holes that nobody knows, and where everything came to stand. */
export function marksPlugin(now: Now, onPlot: (plot: Plot) => void): Plugin {
  return {
    id: 'podium-marks',
    beforeDatasetsDraw: (chart) => {
      const { picture, palette } = now()
      if (palette === null) return
      const isBeside = picture.form !== 'shares'
      for (const hole of picture.holes ?? []) drawHole(chart, hole, { palette, isBeside })
    },
    afterUpdate: (chart) => onPlot(plotOf(chart, now().picture.starts.length)),
  }
}

function plotOf({ chartArea, scales }: Chart, count: number): Plot {
  const { left, right, top, bottom } = chartArea
  const x = Array.from(
    { length: count },
    (_, index) => scales['x']?.getPixelForValue(index) ?? left,
  )
  const step = count > 1 ? (x[1] ?? left) - (x[0] ?? left) : right - left
  return {
    left,
    right,
    top,
    bottom,
    x,
    step,
    yOf: (value) => scales['y']?.getPixelForValue(value) ?? bottom,
  }
}

function drawHole(
  chart: Chart,
  hole: Hole,
  { palette, isBeside }: Pick<Place, 'palette' | 'isBeside'>,
): void {
  const { ctx: context, chartArea } = chart
  const { x, step } = plotOf(chart, hole.to + 1)
  const left = Math.max(chartArea.left, (x[hole.from] ?? chartArea.left) - step / 2)
  const right = Math.min(chartArea.right, (x[hole.to] ?? chartArea.right) + step / 2)
  context.save()
  context.fillStyle = hatch(context, palette)
  context.fillRect(left, chartArea.top, right - left, chartArea.bottom - chartArea.top)
  writeLabel(context, hole, { left, right, chart, palette, isBeside })
  context.restore()
}

type Place = {
  left: number
  right: number
  chart: Chart
  palette: Palette
  /** There is room for it over what stands beside the hole. */
  isBeside: boolean
}

/** Above its hole, on the ground of the chart so that it can be read; left out where there is no room. */
function writeLabel(
  context: CanvasRenderingContext2D,
  { label, reason }: Hole,
  { left, right, chart, palette, isBeside }: Place,
): void {
  const bold = `600 12px ${palette.font}`
  const plain = `400 12px ${palette.font}`
  const lines = [
    { text: label, font: bold, colour: palette.of('--ink') },
    { text: reason, font: plain, colour: palette.of('--ink-3') },
  ].filter(({ text }) => text !== '')
  const widest = Math.max(
    ...lines.map(({ text, font }) => {
      context.font = font
      return context.measureText(text).width
    }),
  )
  const { left: first, right: last, top } = chart.chartArea
  if (widest + 8 > (isBeside ? last - first : right - left)) return
  const start = Math.min(Math.max(first, (left + right) / 2 - widest / 2 - 4), last - widest - 8)
  context.fillStyle = palette.of('--panel')
  context.fillRect(start, top, widest + 8, lines.length * 16 + 4)
  context.textBaseline = 'top'
  lines.forEach(({ text, font, colour }, index) => {
    context.font = font
    context.fillStyle = colour
    context.fillText(text, start + 4, top + 3 + index * 16)
  })
}
