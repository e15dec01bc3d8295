import type { Format } from '../../lib/format.ts'
import type { TimePicture } from './picture.ts'

type Steps = Pick<TimePicture, 'bucket' | 'starts' | 'timeZone'>

/** How the steps of a chart are called, in the zone of the page. */
export type StepTexts = {
  /** In a tooltip, a table, the status region. */
  full: readonly string[]
  /** Under the axis: a time of day, or the date at midnight. */
  tick: readonly string[]
  /** Minutes since midnight of the zone. */
  minute: readonly number[]
}

export function stepTexts({ bucket, starts, timeZone }: Steps, { language }: Format): StepTexts {
  const isDay = bucket === 'day' || bucket === 'all'
  // A day of the gateway is a UTC day, wherever the viewer sits.
  const zone = { timeZone: isDay ? 'UTC' : timeZone, hourCycle: 'h23' as const }
  const date = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', ...zone })
  const seconds = bucket === '10s' ? ({ second: '2-digit' } as const) : {}
  const time = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    ...seconds,
    ...zone,
  })
  const clock = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', ...zone })
  const instants = starts.map((start) => new Date(start))
  const minute = instants.map((at) => minuteOf(clock.format(at)))
  return {
    minute,
    full: instants.map((at) =>
      isDay ? date.format(at) : `${date.format(at)}, ${time.format(at)}`,
    ),
    tick: instants.map((at, index) =>
      isDay || minute[index] === 0 ? date.format(at) : time.format(at),
    ),
  }
}

function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

const grids = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440] as const

/** Which steps have a tick where at most `most` have room: round times, and midnight with its date. */
export function tickSteps(minute: readonly number[], isDay: boolean, most: number): number[] {
  const all = minute.map((_, index) => index)
  const every = (grid: number) =>
    all.filter((index) => {
      const at = minute[index] ?? 0
      // Two steps of 10 s are of one minute; the first has the tick.
      return at % grid === 0 && minute[index - 1] !== at
    })
  if (!isDay)
    for (const grid of grids) {
      const ticks = every(grid)
      if (ticks.length <= most && ticks.length > 0) return ticks
    }
  const days = isDay ? all : every(1440)
  const shown = days.length > 0 ? days : all
  const skip = Math.max(1, Math.ceil(shown.length / Math.max(1, most)))
  return shown.filter((_, index) => index % skip === 0)
}
