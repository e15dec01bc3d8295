import type { ChartDataset, ChartOptions } from 'chart.js'
import type { Format } from '../../../lib/format.ts'
import type { ChartLine, TimePicture } from '../picture.ts'
import type { StepTexts } from '../step-texts.ts'
import { tickSteps } from '../step-texts.ts'
import { axisText } from '../value-text.ts'
import { roomOfLabels } from './hole-labels.ts'
import type { Palette } from './palette.ts'
import { patternOf } from './patterns.ts'

export type Looks = {
  palette: Palette
  /** For patterns. */
  context: CanvasRenderingContext2D
  /** Under the pointer: all others are dimmed. */
  isDimmed: (line: ChartLine) => boolean
}
type Point = { x: number; y: number }
type TimeDataset = ChartDataset<'bar' | 'line', Point[]> & { key: string }

const dimmed = 0.35
const runningShare = 0.55
const areaShare = 0.84

/** chart.js draws from these: the lines in their order, then what lies over them. */
export function timeDatasets(picture: TimePicture, looks: Looks): TimeDataset[] {
  const { form, lines, guides = [], band } = picture
  const shares = form === 'shares' ? shareOf(lines) : undefined
  return [
    ...(band ? bandDatasets(band, looks) : []),
    ...lines.map((line, index) =>
      form === 'bars'
        ? barDataset(line, picture, looks)
        : form === 'lines'
          ? lineDataset(line, picture, looks)
          : areaDataset(line, index, { picture, looks, values: shares?.[index] ?? line.values }),
    ),
    ...guides.map((line) => ({
      ...lineDataset(line, { ...picture, running: null }, looks),
      key: `guide ${line.key}`,
      // Above what it is compared with: chart.js draws the first ones last.
      order: -1,
      borderDash: [5, 4],
      borderWidth: 1.5,
    })),
  ]
}

function pointsOf(values: readonly (number | null)[]): Point[] {
  // NaN is a gap for chart.js; nothing is drawn over it.
  return values.map((value, index) => ({ x: index, y: value ?? Number.NaN }))
}

function barDataset(
  line: ChartLine,
  { running = null }: TimePicture,
  { palette, context, isDimmed }: Looks,
): TimeDataset {
  const share = isDimmed(line) ? dimmed : 1
  const fill = palette.isForced
    ? patternOf(context, palette, line.look.colour)
    : palette.faint(line.look.colour, share)
  const runningFill = palette.isForced
    ? fill
    : palette.faint(line.look.colour, share * runningShare)
  return {
    type: 'bar',
    key: line.key,
    data: pointsOf(line.values),
    backgroundColor: line.values.map((_, at) => (at === running ? runningFill : fill)),
    borderColor: palette.of('--panel'),
    borderWidth: { top: 1.25 },
    borderSkipped: false,
    categoryPercentage: 0.86,
    barPercentage: 1,
    stack: 'lines',
  }
}

type AreaOf = { picture: TimePicture; looks: Looks; values: readonly (number | null)[] }

function areaDataset(
  line: ChartLine,
  index: number,
  { picture, looks, values }: AreaOf,
): TimeDataset {
  const { palette, context, isDimmed } = looks
  const share = (isDimmed(line) ? dimmed : 1) * areaShare
  const fill = palette.isForced
    ? patternOf(context, palette, line.look.colour)
    : palette.faint(line.look.colour, share)
  return {
    type: 'line',
    key: line.key,
    data: pointsOf(values),
    fill: index === 0 ? 'origin' : '-1',
    backgroundColor: fill,
    borderColor: palette.of('--panel'),
    borderWidth: 1.25,
    pointRadius: lonelyPoints(values),
    pointBackgroundColor: fill,
    stack: 'lines',
    segment: {
      backgroundColor: ({ p1DataIndex }) =>
        p1DataIndex === picture.running && !palette.isForced
          ? palette.faint(line.look.colour, share * runningShare)
          : undefined,
    },
  }
}

function lineDataset(
  line: ChartLine,
  { running = null }: TimePicture,
  { palette, isDimmed }: Looks,
): TimeDataset {
  const share = isDimmed(line) ? dimmed : 1
  const stroke = palette.isForced ? palette.of('--ink') : palette.faint(line.look.colour, share)
  return {
    type: 'line',
    key: line.key,
    data: pointsOf(line.values),
    fill: false,
    borderColor: stroke,
    borderWidth: 2,
    borderDash: [...line.look.dash],
    borderJoinStyle: 'round',
    pointRadius: lonelyPoints(line.values),
    pointBackgroundColor: stroke,
    segment: {
      borderColor: ({ p1DataIndex }) =>
        p1DataIndex === running && !palette.isForced
          ? palette.faint(line.look.colour, share * runningShare)
          : undefined,
    },
  }
}

function bandDatasets(
  { from, to }: NonNullable<TimePicture['band']>,
  { palette }: Looks,
): TimeDataset[] {
  const edge = {
    type: 'line' as const,
    borderWidth: 0,
    pointRadius: 0,
    backgroundColor: palette.faint('--b4', 0.18),
  }
  return [
    { ...edge, key: 'band from', data: pointsOf(from), fill: false },
    { ...edge, key: 'band to', data: pointsOf(to), fill: '-1' },
  ]
}

/** A value between two gaps is a dot, for no line leads to it. */
function lonelyPoints(values: readonly (number | null)[]): number[] {
  const isKnown = (index: number) => (values[index] ?? null) !== null
  return values.map((value, index) =>
    value !== null && !isKnown(index - 1) && !isKnown(index + 1) ? 2.5 : 0,
  )
}

/** Each line's part of what is drawn at each step. */
function shareOf(lines: readonly ChartLine[]): (number | null)[][] {
  const whole = (lines[0]?.values ?? []).map((_, index) =>
    lines.reduce((sum, { values }) => sum + (values[index] ?? 0), 0),
  )
  return lines.map(({ values }) =>
    values.map((value, index) => {
      const all = whole[index] ?? 0
      return value === null || all === 0 ? null : value / all
    }),
  )
}

type Axes = { palette: Palette; format: Format; texts: StepTexts; isSmall: boolean }

export function timeOptions(
  picture: TimePicture,
  { palette, format, texts, isSmall }: Axes,
): ChartOptions<'bar' | 'line'> {
  const { form, bucket, kind, least } = picture
  const isStacked = form !== 'lines'
  const isDay = bucket === 'day' || bucket === 'all'
  const font = { family: palette.font, size: 12 }
  const tickWidth = isSmall ? 64 : 80
  return {
    animation: false,
    responsive: false,
    maintainAspectRatio: false,
    parsing: false,
    normalized: true,
    events: [],
    layout: { padding: { top: 8 + roomOfLabels(picture.holes), right: 4 } },
    scales: {
      x: {
        type: 'category',
        labels: [...picture.starts],
        offset: form === 'bars',
        stacked: isStacked,
        grid: { display: false },
        border: { color: palette.of('--line-2') },
        afterBuildTicks: (scale) => {
          const most = Math.max(2, Math.floor(scale.chart.width / tickWidth))
          scale.ticks = tickSteps(texts.minute, isDay, most).map((value) => ({ value }))
        },
        ticks: {
          autoSkip: false,
          maxRotation: 0,
          color: palette.of('--ink-3'),
          font,
          callback: (value) => texts.tick[Number(value)] ?? '',
        },
      },
      y: {
        type: 'linear',
        beginAtZero: true,
        stacked: isStacked,
        ...(form === 'shares' ? { max: 1 } : { suggestedMax: least ?? 1 }),
        grid: { color: palette.of('--line'), drawTicks: false },
        border: { display: false },
        ticks: {
          maxTicksLimit: isSmall ? 4 : 5,
          padding: 8,
          color: palette.of('--ink-3'),
          font,
          callback: (value) => axisText(Number(value), form === 'shares' ? 'share' : kind, format),
        },
        afterFit: (scale) => {
          scale.width = Math.max(scale.width, isSmall ? 36 : 52)
        },
      },
    },
  }
}
