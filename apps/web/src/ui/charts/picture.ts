import type { MarkShape } from '../../lib/team-mark.ts'
import type { ChartName } from './chart-links.ts'
import type { ValueKind } from './value-text.ts'

// What the charts draw. A new chart is one function of an answer to one of these.

/** A colour of `tokens.css`, so that it follows the theme. */
export type Colour = `--${string}`

/** How a line is told from the others: by colour, and by its mark and its dash where colour is not seen. */
export type SeriesLook = {
  colour: Colour
  shape: MarkShape
  /** On and off in pixels; nothing is a whole line. */
  dash: readonly number[]
}

export type ChartLine = {
  key: string
  label: string
  look: SeriesLook
  /** One for each step; `null` is not known, and the line breaks. */
  values: readonly (number | null)[]
  /** Where its name is a filter. */
  name?: ChartName | undefined
}

/** Steps that nobody knows: a hatched hole, with its reason and amount above it. */
export type Hole = { from: number; to: number; label: string; reason: string }

export type TimePicture = {
  /** Bars and areas are stacked, shares are areas of a whole. */
  form: 'bars' | 'areas' | 'shares' | 'lines'
  kind: ValueKind
  bucket: '10s' | 'minute' | '5min' | '15min' | 'hour' | 'day' | 'all'
  /** ISO 8601, the instant at which each step begins. */
  starts: readonly string[]
  /** Where the last step ends. */
  to: string
  timeZone: string
  /** From below; at most seven and the others. */
  lines: readonly ChartLine[]
  /** Of all lines at each step, as the server says it; without it tooltips have no sum. */
  totals?: readonly (number | null)[] | undefined
  /** Of everything, for the summary. */
  total?: number | undefined
  /** Dashed lines over it: the period before, a goal. They are in no sum. */
  guides?: readonly ChartLine[] | undefined
  /** A light area between two lines, as from p50 to p99. */
  band?: { from: readonly (number | null)[]; to: readonly (number | null)[]; label: string }
  holes?: readonly Hole[] | undefined
  /** The step that is not over. */
  running?: number | null | undefined
  /** The axis goes at least this far. */
  least?: number | undefined
}

export type BarPart = { label: string; value: number; colour: Colour }

export type Bar = {
  key: string
  label: string
  /** What many names begin with, in grey on a line of its own. */
  prefix?: string | undefined
  name?: ChartName | undefined
  look?: SeriesLook | undefined
  /** From left to right. */
  parts: readonly BarPart[]
  /** Where the bar begins; without it at the start of the axis. */
  from?: number | undefined
  /** A point on the axis, as a rate above its lower bound. */
  dot?: number | undefined
  /** What stands at the end of the row, under the heads of the picture. */
  texts: readonly string[]
}

export type BarsPicture = {
  kind: ValueKind
  min: number
  max: number
  /** Over the bars; nothing leaves the scale out, as where the bars are only compared. */
  ticks?: readonly number[] | undefined
  /** Of the texts at the end of each row. */
  heads: readonly string[]
  groups: readonly {
    key: string
    label?: string | undefined
    text?: string | undefined
    bars: readonly Bar[]
  }[]
  /** What the parts are, where there is more than one. */
  parts?: readonly { label: string; colour: Colour }[] | undefined
}

export type Bubble = {
  key: string
  label: string
  name?: ChartName | undefined
  look: SeriesLook
  x: number
  /** `null` has no place on the axis: a ring on the strip under it. */
  y: number | null
  /** The area. */
  size: number
  isOwn: boolean
  /** In its tooltip. */
  facts: readonly { label: string; text: string }[]
}

export type BubblesPicture = {
  x: { kind: ValueKind; label: string }
  y: { kind: ValueKind; label: string }
  /** The largest first. */
  bubbles: readonly Bubble[]
  /** Dashed lines on which something is equal. */
  equals: readonly { label: string; yAt: (x: number) => number }[]
  /** The name of the strip under the axis. */
  stripLabel: string
}
