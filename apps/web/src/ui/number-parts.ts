import type { Format } from '../lib/format.ts'

export type NumberKind =
  /** Tokens, requests: 3.84 M. */
  | 'count'
  | 'usd'
  /** 0–100. */
  | 'percent'
  /** 0–1, shown as a percentage. */
  | 'share'
  /** 0–100 with one decimal. */
  | 'score'
  /** How far two scores, or two percentages, are apart. */
  | 'score points'
  | 'percent points'

export type NumberParts = {
  value: string
  /** Drawn smaller behind the value; may be empty. */
  unit: string
  /** With every digit, for those who ask. */
  exact: string
}

export function numberParts(value: number, kind: NumberKind, format: Format): NumberParts {
  switch (kind) {
    case 'count':
      return { ...format.compact(value), exact: format.count(value) }
    case 'usd':
      return usd(value, format)
    case 'percent':
      return percent(value, format)
    case 'share':
      return percent(value * 100, format)
    case 'score':
      return { value: format.decimal(value, 1), unit: '', exact: format.decimal(value, 4) }
    case 'score points':
      return points(value, 1, format)
    case 'percent points':
      return points(value, 2, format)
  }
}

function percent(value: number, format: Format): NumberParts {
  const text = format.decimal(value, 2)
  return { value: text, unit: '%', exact: `${text}\u00A0%` }
}

function points(value: number, digits: 1 | 2, format: Format): NumberParts {
  const exact = `${format.decimal(value, 4)}\u202F${format.points}`
  return { value: format.decimal(value, digits), unit: format.points, exact }
}

function usd(value: number, format: Format): NumberParts {
  const exact = format.exactUsd(value)
  if (Math.abs(value) < 10_000) return { value: format.usd(value), unit: '', exact }
  const { value: amount, unit } = format.compact(value)
  return { value: format.usdAround(amount), unit, exact }
}

/** Value and unit in one text, for a sentence. */
export function amountText(value: number, kind: NumberKind, format: Format): string {
  const { value: text, unit } = numberParts(value, kind, format)
  return unit === '' ? text : `${text}\u202F${unit}`
}
