import type { BoardMeasure } from '@podium/contracts'
import type { AddressQuery } from '../../lib/address-query.ts'
import { firstOf } from '../../lib/address-query.ts'
import type { Format } from '../../lib/format.ts'
import { numberParts, type NumberKind } from '../../ui/number-parts.ts'

export const measures = [
  ...(['tokens', 'spend', 'requests', 'success'] as const),
  ...(['efficiency', 'momentum', 'score'] as const),
] satisfies readonly BoardMeasure[]

const defaultMeasure: BoardMeasure = 'tokens'

export const kindOf: Record<BoardMeasure, NumberKind> = {
  tokens: 'count',
  spend: 'usd',
  requests: 'count',
  success: 'percent',
  efficiency: 'count',
  momentum: 'count',
  score: 'score',
}

export function measureOf(query: AddressQuery): BoardMeasure {
  const asked = firstOf(query['measure'])
  return measures.find((measure) => measure === asked) ?? defaultMeasure
}

export function addressOfMeasure(measure: BoardMeasure): AddressQuery {
  return { measure: measure === defaultMeasure ? undefined : measure }
}

/** Value and unit in one text, for a sentence. */
export function amountText(value: number, kind: NumberKind, format: Format): string {
  const { value: text, unit } = numberParts(value, kind, format)
  return unit === '' ? text : `${text}\u202F${unit}`
}
