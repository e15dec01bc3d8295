import type { ChartLine, TimePicture } from '../picture.ts'
import type { Plot } from './plot.ts'

/** Within this many pixels a line is meant. */
const reach = 14

/** Whose area, bar or line is at this place. */
export function lineUnder(
  picture: TimePicture,
  plot: Plot,
  { at, y }: { at: number; y: number },
): ChartLine | undefined {
  const { form, lines } = picture
  if (form === 'lines') {
    const near = lines
      .map((line) => ({ line, value: line.values[at] ?? null }))
      .filter((one): one is { line: ChartLine; value: number } => one.value !== null)
      .map(({ line, value }) => ({ line, far: Math.abs(plot.yOf(value) - y) }))
      .toSorted((one, other) => one.far - other.far)[0]
    return near !== undefined && near.far <= reach ? near.line : undefined
  }
  const whole = lines.reduce((sum, { values }) => sum + (values[at] ?? 0), 0)
  let below = 0
  return lines.find(({ values }) => {
    below += values[at] ?? 0
    return y >= plot.yOf(form === 'shares' && whole > 0 ? below / whole : below)
  })
}
