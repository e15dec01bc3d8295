import type { Latency, Quantile } from '@podium/contracts'
import type { Format } from '../../lib/format.ts'

/** From here on a quantile of so few is shown in grey. */
const few = 20

/** 48 ms, 0.9 s, 80 s: no digit that says nothing. */
export function durationText(seconds: number, format: Format): string {
  if (seconds < 0.1) return `${format.decimal(1000 * seconds, seconds < 0.01 ? 1 : 0)}\u00A0ms`
  return `${format.decimal(seconds, digitsOf(seconds))}\u00A0s`
}

function digitsOf(seconds: number): 0 | 1 | 2 {
  const hundredths = Math.round(100 * seconds)
  if (hundredths % 100 === 0) return 0
  return hundredths % 10 === 0 || seconds >= 10 ? 1 : 2
}

/** A quantile may be known only as below or above the end of a bucket. */
export function quantileText({ value, bound, limit }: Quantile, format: Format): string {
  const edge = durationText(limit ?? value, format)
  switch (bound) {
    case 'exact':
      return durationText(value, format)
    case 'below':
      return `<\u00A0${edge}`
    case 'above':
      return `≥\u00A0${edge}`
  }
}

export function isOfFew(latency: Latency | null): boolean {
  return latency !== null && latency.n < few
}

export function percentText(ratio: number, format: Format, digits: 0 | 1 | 2 = 0): string {
  return `${format.decimal(100 * ratio, digits)}\u00A0%`
}
