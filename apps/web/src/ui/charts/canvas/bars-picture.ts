import type { ChartData, ChartOptions, Plugin } from 'chart.js'
import type { Format } from '../../../lib/format.ts'
import type { BarsPicture } from '../picture.ts'
import { axisText } from '../value-text.ts'
import type { Slot } from './bars-config.ts'
import { drawChart } from './chart-picture.ts'
import type { Palette } from './palette.ts'

type Type = 'bar' | 'line' | 'bubble'
type Parts = {
  picture: BarsPicture
  slots: readonly Slot[]
  palette: Palette
  config: { type: Type; data: ChartData<Type>; options: ChartOptions<Type>; plugins: Plugin[] }
  width: number
  rowHeight: number
  format: Format
}

const labelWidth = 190
const endWidth = 92

/** The bars with the words that stand beside them on the page. */
export function drawBars(context: CanvasRenderingContext2D, parts: Parts): void {
  const { picture, slots, palette, config, width, rowHeight, format } = parts
  const ends = picture.heads.length * endWidth
  const middle = Math.max(80, width - labelWidth - ends)
  context.save()
  context.translate(labelWidth, rowHeight)
  drawChart(context, config, { width: middle, height: slots.length * rowHeight })
  context.restore()
  context.textBaseline = 'middle'
  const write = (text: string, x: number, y: number, align: CanvasTextAlign, colour: string) => {
    context.textAlign = align
    context.fillStyle = colour
    context.fillText(text, x, y)
  }
  const [ink, grey] = [palette.of('--ink'), palette.of('--ink-3')]
  context.font = `400 12px ${palette.font}`
  picture.heads.forEach((head, index) =>
    write(head, width - ends + (index + 1) * endWidth, rowHeight / 2, 'right', grey),
  )
  for (const tick of picture.ticks ?? []) {
    const share = (tick - picture.min) / Math.max(1e-9, picture.max - picture.min)
    const x = labelWidth + 4 + share * (middle - 8)
    write(axisText(tick, picture.kind, format), x, rowHeight / 2, 'center', grey)
  }
  slots.forEach((slot, index) => {
    const y = (index + 1.5) * rowHeight
    context.font = `${slot.bar === null ? 400 : 500} 13px ${palette.font}`
    write(
      slot.bar?.label ?? (slot.bar === null ? slot.label : ''),
      0,
      y,
      'left',
      slot.bar ? ink : grey,
    )
    const texts = slot.bar === null ? [slot.text] : slot.bar.texts
    texts.forEach((text, end) => {
      const last = slot.bar === null ? picture.heads.length : end + 1
      write(text, width - ends + last * endWidth, y, 'right', end === 0 && slot.bar ? ink : grey)
    })
  })
  context.textAlign = 'left'
}
