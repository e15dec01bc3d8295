import type { Chart, Plugin } from 'chart.js'
import type { Hole, TimePicture } from '../picture.ts'
import type { Palette } from './palette.ts'
import { writeHoleLabels } from './hole-labels.ts'
import { hatch } from './patterns.ts'
import type { Plot } from './plot.ts'

type Now = () => { picture: TimePicture; palette: Palette | null }

/** What chart.js does not know: holes that nobody knows, and where everything came to stand. */
export function marksPlugin(now: Now, onPlot: (plot: Plot) => void): Plugin {
  return {
    id: 'podium-marks',
    beforeDatasetsDraw: (chart) => {
      const { picture, palette } = now()
      const { holes = [], starts } = picture
      if (palette === null || holes.length === 0) return
      const plot = plotOf(chart, starts.length)
      const spans = holes.map((hole) => ({ hole, ...spanOf(hole, plot) }))
      chart.ctx.save()
      chart.ctx.fillStyle = hatch(chart.ctx, palette)
      for (const { left, right } of spans)
        chart.ctx.fillRect(left, plot.top, right - left, plot.bottom - plot.top)
      writeHoleLabels(chart.ctx, spans, { palette, plot })
      chart.ctx.restore()
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

function spanOf({ from, to }: Hole, { x, step, left, right }: Plot) {
  return {
    left: Math.max(left, (x[from] ?? left) - step / 2),
    right: Math.min(right, (x[to] ?? right) + step / 2),
  }
}
