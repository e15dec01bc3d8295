import type { ChartData, ChartOptions, Plugin } from 'chart.js'
import type { Format } from '../../../lib/format.ts'
import type { Bubble, BubblesPicture } from '../picture.ts'
import { axisText } from '../value-text.ts'
import { placeNames, type Box } from './bubble-names.ts'
import type { Palette } from './palette.ts'
import { patternOf } from './patterns.ts'
import type { Spot } from './spot.ts'

const largest = 24
const smallest = 4
export const stripHeight = 34

type Point = { x: number; y: number; r: number }

export function radiusOf({ size }: Bubble, most: number): number {
  return Math.max(smallest, largest * Math.sqrt(size / Math.max(most, Number.MIN_VALUE)))
}

const mostOf = ({ bubbles }: BubblesPicture) => Math.max(...bubbles.map(({ size }) => size), 0)

export function bubblesData(
  picture: BubblesPicture,
  palette: Palette,
  isDimmed: (bubble: Bubble) => boolean,
): ChartData<'bubble', Point[]> {
  const priced = picture.bubbles.filter(({ y }) => y !== null)
  const shareOf = (bubble: Bubble) => (bubble.isOwn ? 0.9 : 0.42) * (isDimmed(bubble) ? 0.35 : 1)
  return {
    datasets: [
      {
        label: 'bubbles',
        data: priced.map((bubble) => ({
          x: bubble.x,
          y: bubble.y ?? 0,
          r: radiusOf(bubble, mostOf(picture)),
        })),
        backgroundColor: ({ chart, dataIndex }) => {
          const bubble = priced[dataIndex]
          if (bubble === undefined) return 'transparent'
          const { colour } = bubble.look
          return palette.isForced
            ? patternOf(chart.ctx, palette, colour, { isSheer: true })
            : palette.faint(colour, shareOf(bubble))
        },
        borderColor: priced.map((bubble) =>
          palette.isForced
            ? palette.of('--ink')
            : palette.faint(bubble.look.colour, isDimmed(bubble) ? 0.35 : 1),
        ),
        borderWidth: priced.map(({ isOwn }) => (palette.isForced && isOwn ? 4 : 1.5)),
        clip: false,
      },
    ],
  }
}

type Axes = { palette: Palette; format: Format }

export function bubblesOptions(
  picture: BubblesPicture,
  { palette, format }: Axes,
): ChartOptions<'bubble'> {
  const font = { family: palette.font, size: 12 }
  const axis = (kind: BubblesPicture['x']['kind'], text: string, values: number[]) => {
    const known = values.filter((value) => value > 0)
    return {
      type: 'logarithmic' as const,
      min: known.length === 0 ? 1 : Math.min(...known) / 1.6,
      max: known.length === 0 ? 10 : Math.max(...known) * 1.6,
      title: { display: true, text, align: 'end' as const, color: palette.of('--ink-3'), font },
      grid: { color: palette.of('--line'), drawTicks: false },
      border: { display: false },
      ticks: {
        color: palette.of('--ink-3'),
        font,
        padding: 6,
        maxRotation: 0,
        callback: (value: number | string) =>
          isRound(Number(value)) ? axisText(Number(value), kind, format) : '',
      },
    }
  }
  const hasStrip = picture.bubbles.some(({ y }) => y === null)
  return {
    animation: false,
    responsive: false,
    maintainAspectRatio: false,
    events: [],
    layout: { padding: { top: 12, right: 24, bottom: hasStrip ? stripHeight : 0 } },
    scales: {
      x: axis(
        picture.x.kind,
        picture.x.label,
        picture.bubbles.map(({ x }) => x),
      ),
      y: axis(
        picture.y.kind,
        picture.y.label,
        picture.bubbles.map(({ y }) => y ?? 0),
      ),
    },
  }
}

/** 1, 2 and 5 of each power of ten. */
function isRound(value: number): boolean {
  const digit = value / 10 ** Math.floor(Math.log10(value) + 1e-9)
  return [1, 2, 5].some((round) => Math.abs(digit - round) < 1e-6)
}

type Now = () => { picture: BubblesPicture; palette: Palette | null }

/** Lines of what is equal, the strip of what has no price, and names where there is room. */
export function bubblesPlugin(now: Now, onSpots: (spots: Spot[], height: number) => void): Plugin {
  let equalLabels: Box[] = []
  return {
    id: 'podium-bubbles',
    beforeDatasetsDraw: (chart) => {
      const { picture, palette } = now()
      if (palette === null) return
      const { ctx: context, chartArea: area, scales } = chart
      const { x, y } = scales
      if (x === undefined || y === undefined) return
      context.save()
      context.beginPath()
      context.rect(area.left, area.top, area.right - area.left, area.bottom - area.top)
      context.clip()
      context.strokeStyle = palette.of('--line-2')
      context.fillStyle = palette.of('--ink-3')
      context.font = `400 12px ${palette.font}`
      context.setLineDash([2, 4])
      equalLabels = []
      for (const { label, yAt } of picture.equals) {
        const ends = {
          left: y.getPixelForValue(yAt(x.min)),
          right: y.getPixelForValue(yAt(x.max)),
        }
        context.beginPath()
        context.moveTo(area.left, ends.left)
        context.lineTo(area.right, ends.right)
        context.stroke()
        const box = lowEnd(ends, area, context.measureText(label).width)
        if (box === null) continue
        context.fillText(label, box.left, box.bottom - 3)
        equalLabels.push(box)
      }
      context.restore()
    },
    afterDatasetsDraw: (chart) => {
      const { picture, palette } = now()
      if (palette === null) return
      const spots = spotsOf(picture, {
        xOf: (value) => chart.scales['x']?.getPixelForValue(value) ?? 0,
        yOf: (value) => chart.scales['y']?.getPixelForValue(value) ?? 0,
        strip: chart.height - stripHeight / 2,
      })
      drawStrip(chart.ctx, spots, {
        picture,
        palette,
        left: chart.chartArea.left,
        y: chart.height - stripHeight / 2,
      })
      const { left, top, bottom } = chart.chartArea
      const room = { left, top: top - 12, bottom, right: chart.width }
      writeNames(chart.ctx, spots, { palette, area: room, taken: equalLabels })
      onSpots(spots, chart.height)
    },
  }
}

/** Room for a text at the low end of a line, away from the numbers of the axis. */
function lowEnd(ends: { left: number; right: number }, area: Box, width: number): Box | null {
  const share = (area.bottom - ends.left) / (ends.right - ends.left)
  const right = area.left + Math.min(1, share) * (area.right - area.left) - 6
  const bottom = Math.min(area.bottom, ends.right) - 3
  const box = { left: right - width, right, top: bottom - 15, bottom }
  return box.left < area.left || box.top < area.top ? null : box
}

type Scales = { xOf: (value: number) => number; yOf: (value: number) => number; strip: number }

function spotsOf(picture: BubblesPicture, { xOf, yOf, strip }: Scales): Spot[] {
  return picture.bubbles.map((bubble) => ({
    bubble,
    x: xOf(bubble.x),
    y: bubble.y === null ? strip : yOf(bubble.y),
    r: bubble.y === null ? 6 : radiusOf(bubble, mostOf(picture)),
  }))
}

function drawStrip(
  context: CanvasRenderingContext2D,
  spots: readonly Spot[],
  at: { picture: BubblesPicture; palette: Palette; left: number; y: number },
): void {
  const free = spots.filter(({ bubble }) => bubble.y === null)
  if (free.length === 0) return
  const { picture, palette, left, y } = at
  context.save()
  context.font = `400 12px ${palette.font}`
  context.textBaseline = 'middle'
  context.textAlign = 'right'
  context.fillStyle = palette.of('--ink-3')
  context.fillText(
    picture.stripLabel,
    Math.max(left - 6, context.measureText(picture.stripLabel).width),
    y,
  )
  context.lineWidth = 1.5
  for (const spot of free) {
    context.strokeStyle = palette.isForced
      ? palette.of('--ink')
      : palette.of(spot.bubble.look.colour)
    context.beginPath()
    context.arc(spot.x, spot.y, spot.r, 0, 2 * Math.PI)
    context.stroke()
  }
  context.restore()
}

function writeNames(
  context: CanvasRenderingContext2D,
  spots: readonly Spot[],
  { palette, area, taken }: { palette: Palette; area: Box; taken: readonly Box[] },
): void {
  const fontOf = ({ bubble }: Spot) => `${bubble.isOwn ? 600 : 400} 12px ${palette.font}`
  context.save()
  context.textBaseline = 'middle'
  context.lineWidth = 4
  context.lineJoin = 'round'
  context.strokeStyle = palette.of('--panel')
  const widthOf = (spot: Spot) => {
    context.font = fontOf(spot)
    return context.measureText(spot.bubble.label).width
  }
  for (const { spot, x, y } of placeNames(spots, widthOf, { area, taken })) {
    context.font = fontOf(spot)
    context.fillStyle = palette.of(spot.bubble.isOwn ? '--ink' : '--ink-2')
    context.strokeText(spot.bubble.label, x, y)
    context.fillText(spot.bubble.label, x, y)
  }
  context.restore()
}
