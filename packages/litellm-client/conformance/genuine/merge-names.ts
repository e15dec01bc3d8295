import type { Cell } from '../cells.ts'
import type { Conduct } from './conduct.ts'
import type { Setting } from './expected-cells.ts'

/** Public names of one model become one, because a daily row cannot tell them apart; logs can. */
export function mergeTwins(cells: readonly Cell[], prices: Setting['prices']): Cell[] {
  const names = new Map(
    Object.keys(prices).map((name) => [name, twinsOf(name, prices).join(' + ')]),
  )
  return cells.map((cell) => ({ ...cell, model: names.get(cell.model ?? '') ?? cell.model }))
}

function twinsOf(name: string, prices: Setting['prices']): string[] {
  const models = new Set(prices[name]?.map((each) => each.model))
  return Object.keys(prices)
    .filter((other) => prices[other]?.some((each) => models.has(each.model)))
    .sort()
}

/**
 * Where failures have no key, those with and without a group share a row: the order decides whether
 * it has the name. Across teams only their sum is sure.
 */
export function mergeAcrossTeams(
  cells: readonly Cell[],
  prices: Setting['prices'],
  conduct: Conduct,
): Cell[] {
  const merged = mergeTwins(cells, prices)
  if (conduct.keyOfFailures === 'own') return merged
  return merged.map((cell) => (cell.key === '' ? { ...cell, model: null } : cell))
}
