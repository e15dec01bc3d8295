import type { BoardMeasure } from '@podium/contracts'
import type { AddressQuery } from '../../lib/address-query.ts'
import { firstOf } from '../../lib/address-query.ts'
import type { NumberKind } from '../../ui/number-parts.ts'

const defaultMeasure: BoardMeasure = 'tokens'

/** How the value of each measure is written, in the order in which the measures are offered. */
export const kindOf: Record<BoardMeasure, NumberKind> = {
  tokens: 'count',
  spend: 'usd',
  requests: 'count',
  success: 'percent',
  efficiency: 'count',
  momentum: 'count',
  score: 'score',
}
/** How the distance between two values is written: that of two rates is points. */
export const gapKindOf: Record<BoardMeasure, NumberKind> = {
  ...kindOf,
  success: 'percent points',
  score: 'score points',
}
export const measures = Object.keys(kindOf).filter(isMeasure)

function isMeasure(name: string): name is BoardMeasure {
  return Object.hasOwn(kindOf, name)
}

export function measureOf(query: AddressQuery): BoardMeasure {
  const asked = firstOf(query['measure'])
  return asked !== undefined && isMeasure(asked) ? asked : defaultMeasure
}

export function addressOfMeasure(measure: BoardMeasure): AddressQuery {
  return { measure: measure === defaultMeasure ? undefined : measure }
}

/** What stands beside the value of a row: the spend, or the tokens where the spend is the value. */
export function secondMeasure(measure: BoardMeasure): 'tokens' | 'spend' {
  return measure === 'spend' ? 'tokens' : 'spend'
}
