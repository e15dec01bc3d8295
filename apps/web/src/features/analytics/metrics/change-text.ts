import type { Format } from '../../../lib/format.ts'
import type { View } from '../../filters/view.ts'
import type { AnalyticsWords } from '../use-analytics-words.ts'

/** `+3.1 %`, `−0.4 pts`: signed, with one decimal. */
export function changeText(change: number, isInPoints: boolean, format: Format): string {
  const amount = format.decimal(Math.abs(isInPoints ? change : 100 * change), 1)
  const sign = change > 0 ? '+' : change < 0 ? '−' : '±'
  return `${sign}${amount}\u00A0${isInPoints ? format.points : '%'}`
}

/** What a change is measured by: `on yesterday`. */
export function beforeText(range: View['range'], words: AnalyticsWords): string {
  return typeof range === 'string' ? words.onBefore[range] : words.onBefore.other
}
