const steps = [1, 2, 2.5, 5, 10]
const most = 4

/** Round numbers around these values, lowest first; sums begin at zero. */
export function valueTicks(values: readonly number[], isSum: boolean): number[] {
  const high = Math.max(...(values.length === 0 ? [1] : values))
  const low = isSum ? 0 : Math.min(...(values.length === 0 ? [0] : values))
  const span = high > low ? high - low : Math.max(Math.abs(high), 1)
  const size = 10 ** Math.floor(Math.log10(span / most))
  const step = size * (steps.find((one) => one * size * most >= span) ?? 10)
  const from = Math.floor(low / step)
  const to = Math.max(from + 1, Math.ceil(high / step))
  return Array.from({ length: to - from + 1 }, (_, index) =>
    Number(((from + index) * step).toPrecision(12)),
  )
}
