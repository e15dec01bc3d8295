import { Chart, type ChartData, type ChartOptions, type Plugin } from 'chart.js'
import type { SeriesLook } from '../picture.ts'
import type { Palette } from './palette.ts'
import { patternOf } from './patterns.ts'

type Type = 'bar' | 'line' | 'bubble'
type Config = { type: Type; data: ChartData<Type>; options: ChartOptions<Type>; plugins: Plugin[] }
type Size = { width: number; height: number }

/** Draws the same chart once more, at this size and twice as fine, into a picture. */
export function drawChart(
  context: CanvasRenderingContext2D,
  { type, data, options, plugins }: Config,
  { width, height }: Size,
): void {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const chart = new Chart(canvas, {
    type,
    data: { ...data, datasets: data.datasets.map((one) => ({ ...one })) },
    options: { ...options, responsive: false, animation: false, devicePixelRatio: 2 },
    plugins,
  })
  context.drawImage(canvas, 0, 0, width, height)
  chart.destroy()
}

export type LegendItem = { label: string; look: SeriesLook; isLine: boolean }

const rowHeight = 22
const markWidth = 26
const gap = 20

/** How many pixels the legend of a picture is high at this width. */
export function legendHeight(
  items: readonly LegendItem[],
  palette: Palette,
  width: number,
): number {
  const context = document.createElement('canvas').getContext('2d')
  return context === null
    ? 0
    : (placeItems(context, items, palette, width).at(-1)?.y ?? -8) + rowHeight + 8
}

export function drawLegend(
  context: CanvasRenderingContext2D,
  items: readonly LegendItem[],
  palette: Palette,
  { width, top }: { width: number; top: number },
): void {
  context.textBaseline = 'middle'
  for (const { item, x, y } of placeItems(context, items, palette, width)) {
    const middle = top + 8 + y + rowHeight / 2
    drawMark(context, item, palette, { x, y: middle })
    context.fillStyle = palette.of('--ink-2')
    context.fillText(item.label, x + markWidth, middle)
  }
}

type Placed = { item: LegendItem; x: number; y: number }

function placeItems(
  context: CanvasRenderingContext2D,
  items: readonly LegendItem[],
  palette: Palette,
  width: number,
): Placed[] {
  context.font = `400 12px ${palette.font}`
  let x = 0
  let y = 0
  return items.map((item) => {
    const needed = markWidth + context.measureText(item.label).width
    if (x > 0 && x + needed > width) {
      x = 0
      y += rowHeight
    }
    const placed = { item, x, y }
    x += needed + gap
    return placed
  })
}

function drawMark(
  context: CanvasRenderingContext2D,
  { look, isLine }: LegendItem,
  palette: Palette,
  { x, y }: { x: number; y: number },
): void {
  const colour = palette.of(look.colour)
  context.save()
  context.translate(x, y - 6)
  context.fillStyle = colour
  context.strokeStyle = colour
  context.lineWidth = 2.5
  if (isLine) {
    context.setLineDash([...look.dash])
    context.stroke(new Path2D('M0 6H18'))
  } else if (palette.isForced) {
    context.fillStyle = patternOf(context, palette, look.colour)
    context.lineWidth = 1
    context.fillRect(0.5, 0.5, 15, 11)
    context.strokeRect(0.5, 0.5, 15, 11)
  } else if (look.shape.isRing) context.stroke(new Path2D(look.shape.d))
  else context.fill(new Path2D(look.shape.d))
  context.restore()
}
