import type { Format } from '../../lib/format.ts'

/** What a number of a chart is. */
export type ValueKind =
  /** Tokens, requests. */
  | 'count'
  | 'usd'
  /** 0–1, written as a percentage. */
  | 'share'
  | 'seconds'
  | 'milliseconds'
  /** A plain number with up to two decimals. */
  | 'number'

/** In full, as tables, tooltips and the status region say it. */
export function exactText(value: number, kind: ValueKind, format: Format): string {
  switch (kind) {
    case 'count':
      return format.count(value)
    case 'usd':
      return dollars(format.language, 2, 6).format(value)
    case 'share':
      return `${format.decimal(100 * value, 2)}\u00A0%`
    case 'seconds':
      return `${format.decimal(value, 2)}\u00A0s`
    case 'milliseconds':
      return `${format.decimal(value, 1)}\u00A0ms`
    case 'number':
      return plain(format.language).format(value)
  }
}

/** Short, as an axis says it. */
export function axisText(value: number, kind: ValueKind, format: Format): string {
  switch (kind) {
    case 'count':
      return shortCount(value, format)
    case 'usd':
      return value < 10_000
        ? dollars(format.language, 0, 6).format(value)
        : format.usdAround(shortCount(value, format))
    case 'share':
      return `${plain(format.language).format(100 * value)}\u00A0%`
    case 'seconds':
    case 'milliseconds':
    case 'number':
      return plain(format.language).format(value)
  }
}

/** 900 k, 1.5 M, 3 M: no digit that says nothing. */
function shortCount(value: number, format: Format): string {
  if (Math.abs(value) < 1000) return plain(format.language).format(value)
  const { value: digits, unit } = format.compact(value)
  const short = digits.replace(/([.,]\d*?)0+$/, '$1').replace(/[.,]$/, '')
  return unit === '' ? short : `${short}\u202F${unit}`
}

const plainNumbers = new Map<string, Intl.NumberFormat>()
const dollarNumbers = new Map<string, Intl.NumberFormat>()

function plain(language: string): Intl.NumberFormat {
  const made =
    plainNumbers.get(language) ?? new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
  plainNumbers.set(language, made)
  return made
}

function dollars(language: string, least: number, most: number): Intl.NumberFormat {
  const key = `${language} ${least} ${most}`
  const made =
    dollarNumbers.get(key) ??
    new Intl.NumberFormat(language, {
      style: 'currency',
      currency: 'USD',
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: least,
      maximumFractionDigits: most,
    })
  dollarNumbers.set(key, made)
  return made
}
