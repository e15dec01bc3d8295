import type { BoardMeasure } from '@podium/contracts'
import type { AddressQuery } from '../../lib/address-query.ts'
import { firstOf } from '../../lib/address-query.ts'
import type { NumberKind } from '../../ui/number-parts.ts'

/** How the value of each measure is written, in the order in which the measures are offered. */
export const kindOf: Record<BoardMeasure, NumberKind> = {
  score: 'score',
  efficiency: 'count',
  success: 'percent',
  momentum: 'count',
  tokens: 'count',
  spend: 'usd',
  requests: 'count',
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

/** Where nobody has chosen, the server does: the score as soon as enough teams have one. */
export function measureOf(query: AddressQuery): BoardMeasure | 'auto' {
  const asked = firstOf(query['measure'])
  return asked !== undefined && isMeasure(asked) ? asked : 'auto'
}

/** What a board is ranked by, which stands in the answer as soon as there is one. */
export function shownMeasure(
  asked: BoardMeasure | 'auto',
  answer: { measure: BoardMeasure } | undefined,
): BoardMeasure {
  return asked === 'auto' ? (answer?.measure ?? 'score') : asked
}

export function addressOfMeasure(measure: BoardMeasure): AddressQuery {
  return { measure }
}

/** What stands beside the value of a row: the spend, or the tokens where the spend is the value. */
export function secondMeasure(measure: BoardMeasure): 'tokens' | 'spend' {
  return measure === 'spend' ? 'tokens' : 'spend'
}

/** Of one moment there is no race. */
export function hasRace(measure: BoardMeasure): boolean {
  return measure !== 'momentum'
}
