import type { Counters } from '@podium/litellm-client'
import { growing, isZero } from '../domain/counters.ts'
import type { Cell } from '../domain/cell.ts'

/**
 * Splits a whole that proves nothing now by what was proven earlier that day: rows only grow, so what a cell had it
 * still has. Where the whole has become less, the last cells bear it.
 */
export function keepKnown(whole: Counters, known: readonly Cell[]): Cell[] {
  const left = { ...whole }
  const parts = known.map(({ teamId, model, key, counters: before }): Cell => {
    const counters = { ...before }
    for (const name of growing) {
      counters[name] = Math.min(before[name], Math.max(0, left[name]))
      left[name] -= counters[name]
    }
    return { teamId, model, key, counters }
  })
  return parts.filter((part) => !isZero(part.counters))
}
